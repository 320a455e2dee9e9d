"""What a check of a workspace finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    Attributes:
        path: The file.
        message: One sentence for the user.
        severity: ``error`` where something is damaged or missing; ``note``
            where it is odd but harms nothing.
    """

    path: Path
    message: str
    severity: Literal["error", "note"]


@dataclass(slots=True)
class Report:
    """What was found.

    Attributes:
        articles: How many whole articles are shown.
        tags: How many tags are shown in them.
        findings: What is not as it should be.
    """

    articles: int = 0
    tags: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def errors(self) -> list[Finding]:
        """What is damaged or missing."""
        return [finding for finding in self.findings if finding.severity == "error"]

    def add(self, path: Path, message: str, *, note: bool = False) -> None:
        """Take in a finding."""
        self.findings.append(Finding(path, message, "note" if note else "error"))

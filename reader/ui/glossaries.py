"""The corrections of the conversion: the product's, the user's and the workspace's, as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from reader.text.glossary import NO_CORRECTIONS, Correction, Glossary, InvalidCorrectionError
from reader.text.script import Script
from reader.workspace import ChangeSet, WorkspaceError, editing, user_glossary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path

    from PySide6.QtCore import SignalInstance

    from reader.annotation.operation import Operation
    from reader.text.glossary import Corrections
    from reader.workspace import Workspace

Place = Literal["workspace", "user"]
"""Where a correction is kept: with a workspace, or for all of the user's."""


class Opened(Protocol):
    """What is open, as far as it matters here: the session."""

    @property
    def workspace(self) -> Workspace | None:
        """The open workspace."""

    @property
    def script(self) -> Script:
        """The script shown."""

    @property
    def state(self) -> Path:
        """The folder of this machine for what is not part of a workspace."""

    @property
    def corrections_changed(self) -> SignalInstance:
        """There are other corrections."""

    @property
    def refused(self) -> SignalInstance:
        """Something was not done; carries the sentence that says why."""

    @property
    def saved(self) -> SignalInstance:
        """An edit is on disk; carries what was done."""

    def operate(self, make: Callable[[], Operation]) -> bool:
        """Make an operation and then make it durable; return whether it was."""

    def show_again(self) -> None:
        """Show the article shown as it now is to be shown."""


class Glossaries:
    """Holds what is corrected in each script, for a session; and changes it."""

    def __init__(self, session: Opened, held: Callable[[], Iterable[Corrections]]) -> None:
        """Begin with what comes with the product.

        Args:
            session: What is open.
            held: Returns the corrections of the views that are kept.
        """
        self._session = session
        self._held = held
        self._user = user_glossary.UserGlossary()
        self._made: dict[Script, Corrections] = {}

    @property
    def shipped(self) -> Glossary:
        """The corrections that come with the product."""
        return user_glossary.shipped()

    @property
    def user(self) -> Glossary:
        """The corrections made for all of the user's workspaces."""
        return self._user.glossary

    def all(self) -> Glossary:
        """Return all corrections of the conversion: of two that differ the later one counts.

        The workspace's count for more than the user's, and those for more than
        what comes with the product.
        """
        workspace = self._session.workspace
        own = Glossary() if workspace is None else workspace.glossary
        return self.shipped + self.user + own

    def corrections(self, script: Script | None = None) -> Corrections:
        """Return what is corrected in a script, or in the one shown."""
        script = script or self._session.script
        if script is Script.ORIGINAL:
            # None holds there, and to say so the glossaries need not be read.
            return NO_CORRECTIONS
        if script not in self._made:
            made = self.all().corrections(script)
            # The views of what was undone are found again.
            self._made[script] = next((one for one in self._held() if one == made), made)
        return self._made[script]

    # Following what is open

    def read(self) -> str:
        """Read the user's file, as a workspace is opened; return what is wrong with it, if any."""
        self._user = user_glossary.load(self._session.state)
        self._made.clear()
        return self._user.problem

    def read_again(self) -> None:
        """Take over what another window corrected for all workspaces in the meantime."""
        self._take(user_glossary.load(self._session.state))

    def asked_for(self) -> Corrections | None:
        """Return what is corrected in the script shown; ``None`` where nobody asked for a view."""
        return self._made.get(self._session.script)

    def forget(self) -> None:
        """Make anew what is corrected, as the workspace's corrections changed."""
        self._made.clear()

    def tell(self, before: Corrections | None) -> None:
        """Tell that there are other corrections.

        Args:
            before: Those of the script shown; ``None`` where nobody had asked for a view.
        """
        self._session.corrections_changed.emit()
        if before is not None and self.corrections() != before:
            self._session.show_again()

    # Correcting

    def correct(
        self,
        words: str,
        shown: str,
        scripts: Collection[Script] = (),
        where: Place = "workspace",
        *,
        instead_of: Correction | None = None,
    ) -> bool:
        """Correct the conversion of words; return whether it was.

        Args:
            words: As they stand in the source.
            shown: What is shown for them; the same words where they are never converted.
            scripts: The scripts it holds for; none stands for every one.
            where: With the workspace, which can be undone, or for all of the user's.
            instead_of: A correction in the same place that this one replaces.
        """
        try:
            correction = Correction(words, shown, frozenset(scripts))
        except InvalidCorrectionError as error:
            self._session.refused.emit(str(error))
            return False
        if where == "user":
            return self._amend([instead_of] if instead_of else [], [correction])
        return self._operate(
            lambda workspace: editing.correct(workspace, correction, instead_of=instead_of)
        )

    def correct_all(self, corrections: Iterable[Correction], where: Place = "workspace") -> bool:
        """Correct the conversion of many words in one step; return whether it was."""
        if where == "user":
            return self._amend([], corrections)
        return self._operate(lambda workspace: editing.correct_all(workspace, corrections))

    def uncorrect(self, corrections: Iterable[Correction], where: Place = "workspace") -> bool:
        """Remove corrections in one step; return whether that was done."""
        if where == "user":
            return self._amend(corrections, [])
        return self._operate(lambda workspace: editing.uncorrect(workspace, corrections))

    def _operate(self, make: Callable[[Workspace], Operation]) -> bool:
        workspace = self._session.workspace
        return workspace is not None and self._session.operate(lambda: make(workspace))

    def _amend(self, removed: Iterable[Correction], made: Iterable[Correction]) -> bool:
        try:
            glossary = user_glossary.amend(self._session.state, removed, made)
        except WorkspaceError as error:
            self._session.refused.emit(str(error))
            return False
        self._take(user_glossary.UserGlossary(glossary))
        self._session.saved.emit(ChangeSet(glossary=True))
        return True

    def _take(self, read: user_glossary.UserGlossary) -> None:
        if read.glossary != self._user.glossary:
            before = self.corrections()
            self._user = read
            self._made.clear()
            self.tell(before)

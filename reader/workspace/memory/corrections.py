"""What becomes of a glossary when a correction is made in it or taken out of it.

A correction that is made holds in all its scripts from then on: an older one of the
same words gives way in those scripts, and keeps the others.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.annotation.operation import key_of
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotation.operation import CorrectionKey
    from reader.text.glossary import Correction

_EVERY: Final = frozenset(script for script in Script if script is not Script.ORIGINAL)


def with_corrections(
    corrections: Mapping[CorrectionKey, Correction], made: Iterable[Correction]
) -> dict[CorrectionKey, Correction]:
    """Return a glossary in which corrections were made, one after the other."""
    of_words: defaultdict[str, dict[CorrectionKey, Correction]] = defaultdict(dict)
    for key, one in corrections.items():
        of_words[one.words][key] = one
    for one in map(_plain, made):
        of_words[one.words] = _made(of_words[one.words].values(), one)
    return {key: one for of_these in of_words.values() for key, one in of_these.items()}


def without_corrections(
    corrections: Mapping[CorrectionKey, Correction], removed: Iterable[Correction]
) -> dict[CorrectionKey, Correction]:
    """Return a glossary without some corrections; one that shows something else stays."""
    gone = set(removed)
    return {key: one for key, one in corrections.items() if one not in gone}


def in_order(corrections: Iterable[Correction]) -> list[Correction]:
    """Return corrections so that one for fewer scripts comes later, and so counts.

    The order depends on the corrections alone, not on who made them when: it is
    the same for every reader, and after an undo the same as before.
    """
    return sorted(
        corrections,
        key=lambda one: (-(len(one.scripts) or len(Script)), one.words, sorted(one.scripts)),
    )


def _made(corrections: Iterable[Correction], made: Correction) -> dict[CorrectionKey, Correction]:
    """Return the corrections of the same words, of which one was made."""
    kept = []
    if made.scripts:
        for one in corrections:
            rest = one.scripts - made.scripts
            # One for every script stays, and counts where no other is.
            if rest or not one.scripts:
                kept.append(replace(one, scripts=rest))
    return {key_of(one): one for one in (*kept, made)}


def _plain(correction: Correction) -> Correction:
    """Return a correction for each script as one for every script, which is the same."""
    if correction.scripts == _EVERY:
        return replace(correction, scripts=frozenset())
    return correction

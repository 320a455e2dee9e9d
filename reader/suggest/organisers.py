"""Who runs a programme, where the sentence says so before its name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.suggest.cues import alternation

if TYPE_CHECKING:
    from reader.suggest.reading import Reading


@cache
def _bodies() -> re.Pattern[str]:
    ends = alternation("organisation-ends")
    return re.compile(
        f"(?:^|[，,;:、]|由|与|和|同|联合)([^，,。;:!?…\n“”‘’《》()、由与和的]{{1,14}}?(?:{ends}))"
        "(?=[，、与和]|联合|共同|积极|全力|持续|深入|倾心|创新|精心|每|连续|策划|打造|开展|举办|推出|启动|"
        "创办|开设|组建|成立|搭建|培育|发起|组织|实施|建立|坚持|先后|着力|主动|牵头|主办|承办)"
    )


def organiser(reading: Reading, at: int) -> str:
    """Return the body that the sentence names before a place as the one that acts."""
    start = max(reading.sentence_start(at), at - 120)
    found = _bodies().findall(reading.text[start:at])
    if not found:
        return ""
    where = reading.text.rfind(found[-1], start, at)
    return reading.plain.words(where, where + len(found[-1]))

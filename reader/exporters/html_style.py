"""How the HTML report looks: on light and on dark screens, and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.annotation.colours import TEXT, contrast
from reader.annotation.legible import legible

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_STRANGE: Final = "#5f5f5f"
"""The colour of a kind that has none, or none that we know."""

_Page = tuple[str, str, str, str, str]
# Paper, ink, soft ink, line, link; AA holds for each ink on the paper.
_LIGHT: Final[_Page] = ("#ffffff", "#1f1d1a", "#57534c", "#d9d5cc", "#2f5d8a")
_DARK: Final[_Page] = ("#1b1c1e", "#dcdad5", "#b3b0a8", "#45474c", "#8db8e2")
_WASH: Final = {_LIGHT: 0.15, _DARK: 0.24}
LANES: Final = 10
"""Tags on the same words that have a line of their own; further ones share the last."""

_RULES: Final = """
*{box-sizing:border-box}
body{margin:0 auto;padding:2.5rem 1.5rem 4rem;max-width:62rem;background:var(--paper);
color:var(--ink);font:1.0625rem/1.7 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",
SimSun,serif}
:lang(zh-Hant){font-family:"Noto Serif CJK TC","Source Han Serif TC","Songti TC",PMingLiU,serif}
:lang(zh-Hant-HK){font-family:"Noto Serif CJK HK","Source Han Serif HC","Songti TC",PMingLiU,serif}
h1,h2,nav,table,.known,.legend,header p{font-family:system-ui,"Noto Sans CJK SC","PingFang SC",
"Microsoft YaHei",sans-serif}
:lang(zh-Hant) h2,:lang(zh-Hant).known,nav :lang(zh-Hant){font-family:system-ui,"Noto Sans CJK TC",
"PingFang TC","Microsoft JhengHei",sans-serif}
h1{font-size:1.6rem;line-height:1.3;margin:0}
h2{font-size:1.3rem;line-height:1.4;margin:3rem 0 .25rem}
header p,.known{color:var(--soft);font-size:.875rem;margin:.25rem 0 1rem}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;list-style:none;padding:0;margin:1rem 0}
nav{font-size:.9375rem;border-block:1px solid var(--line);padding:.75rem 0}
nav ol{margin:0;padding-left:2rem;columns:20rem;column-gap:2.5rem}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.2em}
.text{white-space:pre-wrap;overflow-wrap:anywhere;max-width:40em;margin-top:1rem}
mark{background:none;color:inherit}
.t{text-decoration-line:underline;text-decoration-thickness:.125em;text-decoration-skip-ink:none;
border-radius:.15em;-webkit-box-decoration-break:clone;box-decoration-break:clone;
-webkit-print-color-adjust:exact;print-color-adjust:exact}
.t[data-n]::before{content:attr(data-n);font:600 .625em/1 system-ui,sans-serif;vertical-align:.55em;
padding:0 .15em}
:target{outline:2px solid var(--link);outline-offset:1px}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.875rem;line-height:1.5;width:100%;margin-top:.75rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid
var(--line);overflow-wrap:break-word;white-space:pre-wrap;max-width:30em}
th{color:var(--soft);font-weight:600;white-space:nowrap}
td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums}
td:nth-child(2){min-width:12em}
thead{display:table-header-group}
@media print{body{max-width:none;padding:0;font-size:11pt}nav{display:none}
h2{break-after:avoid}tr{break-inside:avoid}.wide{overflow:visible}a{color:inherit;
text-decoration:none}.text{max-width:none}}
"""


def style(colours: Sequence[str]) -> str:
    """Return the style sheet.

    Args:
        colours: The colour of each kind, in order: that of ``k0``, ``k1``…; any text.
    """
    light, dark = _variables(_LIGHT, colours), _variables(_DARK, colours)
    kinds = "".join(
        f".k{n}{{background-color:var(--w{n});text-decoration-color:var(--c{n})}}"
        f".k{n}::before{{color:var(--c{n})}}\n"
        for n in range(len(colours))
    )
    lanes = "".join(
        f".l{n}{{text-underline-offset:{0.2 + 0.24 * n:.2f}em}}"
        f".d{n}{{line-height:{1.95 + 0.24 * n:.2f}}}\n"
        for n in range(LANES)
    )
    return (
        f":root{{color-scheme:light dark;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"{_RULES}{kinds}{lanes}"
    )


def _variables(page: _Page, colours: Sequence[str]) -> str:
    names = ("paper", "ink", "soft", "line", "link")
    said = [f"--{name}:{colour}" for name, colour in zip(names, page, strict=True)]
    for n, colour in enumerate(colours):
        words, wash = pair(page[0], page[1], colour, _WASH[page])
        said += [f"--c{n}:{words}", f"--w{n}:{wash}"]
    return ";".join(said)


def pair(paper: str, ink: str, colour: str, share: float) -> tuple[str, str]:
    """Return a kind's colour for words and lines, and its wash on the paper.

    Args:
        paper: What it lies on.
        ink: What is written on the wash.
        colour: What the user chose.
        share: How much of it a wash has, from 0 to 1; less where the ink would not stand out.
    """
    chosen = colour if _COLOUR.fullmatch(colour) else _STRANGE
    seen = legible(chosen, [paper], TEXT)
    while contrast(ink, wash := _mixed(paper, seen, share)) < TEXT:
        share -= 0.01
    return legible(seen, [paper, wash], TEXT), wash


def _mixed(one: str, other: str, share: float) -> str:
    """Return a colour between two; ``share`` is how much it has of the other."""
    parts = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)

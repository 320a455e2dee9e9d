"""What a numeral says: Arabic, Chinese, 大写 and mixed (1.75万), in the plain form."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

DIGITS: Final = "〇零一二三四五六七八九两俩仨壹贰叁肆伍陆柒捌玖"
"""Chinese digits in the plain form."""
CAPITALS: Final = "壹贰叁肆伍陆柒捌玖拾佰仟"
"""Characters of a numeral as cheques have it."""
CHINESE: Final = f"{DIGITS}十百千万亿拾佰仟廿卅"
"""Characters of a Chinese numeral in the plain form."""

_DIGIT = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    **{character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")},
    "〇": 0,
    "两": 2,
    "俩": 2,
    "仨": 3,
}
_POWER = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SECTION = {"万": 10_000, "亿": 100_000_000}
_TIE = {"廿": 20, "卅": 30}
_VAGUE = re.compile("[多余来几数]")
_ARABIC = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(.*)")
_PART = re.compile(r"\d+(?:\.\d+)?[十百千万亿]*")
_PARTS = re.compile(f"(?:{_PART.pattern})+")
# 三四百, 七八: the two neighbours of an estimate; 三五 too.
_PAIR = re.compile("([一二三四五六七八两])([二三四五六七八九])(?=[十百千万亿]|$)")


def estimate(numeral: str) -> str | None:
    """Return the lower numeral of an estimate (七百 of 七八百); ``None`` where it is none."""
    pair = _PAIR.search(numeral)
    if pair is None or numeral[: pair.start()][-1:] not in "十百千万亿":
        return None
    step = _DIGIT[pair[2]] - _DIGIT[pair[1]]
    if step != 1 and pair[0] != "三五":
        return None
    return numeral[: pair.start()] + pair[1] + numeral[pair.end() :]


def value_of(numeral: str) -> int | float | None:
    """Return the value of a numeral, 1.75万 as 17500; ``None`` where it says none.

    What makes it vague (多, 余, 几, 数) is left out: 十几 is 10, 数百 is 100.
    """
    if numeral.isdecimal():
        return int(numeral)
    sure = _VAGUE.sub("", numeral)
    if "点" in sure:
        # 六点二: what stands behind 点 are digits.
        whole, _, digits = sure.partition("点")
        above = value_of(whole)
        tenths = "".join(str(_DIGIT.get(one, "")) for one in digits)
        sound = isinstance(above, int) and len(tenths) == len(digits) > 0
        return float(f"{above}.{tenths}") if sound else None
    arabic = _ARABIC.fullmatch(sure)
    if arabic is None:
        return chinese_value(estimate(sure) or sure)
    if arabic[2][-2:-1].isdecimal():
        # 1万2千: the parts of one numeral.
        return _sum(sure)
    number = Decimal(arabic[1].replace(",", ""))
    for character in arabic[2]:
        factor = _POWER.get(character) or _SECTION.get(character)
        if factor is None:
            return None
        number *= factor
    return int(number) if number == number.to_integral_value() else float(number)


def _sum(numeral: str) -> int | float | None:
    parts = [value_of(part[0]) for part in _PART.finditer(numeral)]
    known = [part for part in parts if part is not None]
    falling = known == sorted(known, reverse=True) and len(known) == len(parts)
    return sum(known) if falling and _PARTS.fullmatch(numeral) else None


def chinese_value(numeral: str) -> int | None:
    """Return the value of a Chinese numeral; ``None`` where it is not well formed.

    Digits one after another (二〇二三) are no numeral but a year or a number's name.
    """
    total = section = digit = 0
    for character in numeral:
        if character in _DIGIT:
            if digit:
                return None
            digit = _DIGIT[character]
        elif character in _POWER:
            section += (digit or 1) * _POWER[character]
            digit = 0
        elif character in _SECTION:
            section += digit
            digit = 0
            if character == "亿":
                total = (total + section or 1) * _SECTION[character]
            else:
                total += (section or 1) * _SECTION[character]
            section = 0
        elif character in _TIE:
            section += _TIE[character]
        else:
            return None
    return total + section + digit if numeral else None

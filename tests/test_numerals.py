"""Numerals: what is one, what is none, and that writing and reading are inverse."""

import random
import re
from contextlib import suppress
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews import parse_number
from govnews.numerals import canonical

READINGS = {
    "0": ["零", "〇", "0", "0.00"],
    "2": ["二", "两", "贰", "2", "２"],
    "12": ["十二", "拾贰", "一十二", "12"],
    "25": ["廿五", "二十五"],
    "105": ["一百零五", "一百〇五", "105"],
    "110": ["一百一", "一百一十"],
    "200.2": ["两百点二", "二百點二", "200.2"],
    "1300": ["一千三", "一千三百", "1千3百", "1.3千"],
    "2015": ["二〇一五", "二零一五", "二○一五", "两千零一十五"],
    "35000": ["三万五", "3万5千", "3.5万", "三萬五仟", "3万5000"],
    "50270000": ["五千零二十七万", "伍仟零贰拾柒万", "5,027万", "5 027万", "５０２７万"],
    "530000000": ["5亿3千万", "五亿三千万", "5.3亿"],
    "130000000": ["一亿三"],
    "500000006": ["五亿零六"],
    "4780000000000": ["4.78万亿", "四点七八万亿"],
    "350000000": ["三点五亿", "3点5亿"],
    "-3.5": ["负三点五", "-3.5", "−3.5"],
    "0.25": ["四分之一"],
    "1.5": ["一又二分之一"],
    "0.5": [".5", "零点五"],
}
NO_NUMBERS = [
    "",
    " ",
    "元",
    "十十",
    "百百",
    "一百零",
    "点五",
    "一点",
    "三..五",
    "1,23",
    "一五百",
    "亿万",
    "一万一万",
    "1.5亿3千",
    "十五六",
    "五百多",
    "三四百",
    "2015年",
    "分之一",
    "零分之一",
    "一百二百",
    "٣",
    "²",
    "½",
    "1e5",
    "inf",
    "nan",
    "0x10",
    "1_000",
]


@pytest.mark.parametrize(
    ("written", "value"), [(word, value) for value, words in READINGS.items() for word in words]
)
def test_reading(written: str, value: str) -> None:
    """Each way of writing a number has its one canonical value."""
    assert str(parse_number(written)) == value


@pytest.mark.parametrize("written", NO_NUMBERS)
def test_what_is_no_number_is_refused(written: str) -> None:
    """What is not one number and nothing else raises, and the message quotes it."""
    with pytest.raises(ValueError, match="is no number"):
        parse_number(written)


@pytest.mark.parametrize("wrong", [None, 5, b"5", ["5"]])
def test_only_str_is_taken(wrong: object) -> None:
    """Anything but a str is a TypeError."""
    with pytest.raises(TypeError):
        parse_number(wrong)  # type: ignore[arg-type]


def written(number: int) -> str:
    """Write *number* below 10^16 in Han numerals, as a clerk does."""
    if number == 0:
        return "零"
    groups, words = [], ""
    while number:
        number, group = divmod(number, 10**4)
        groups.append(group)
    gap = False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group:
            words += ("零" if words and (gap or group < 10**3) else "") + below_ten_thousand(group)
            words += ["", "万", "亿", "万亿"][place] if place != 3 or not groups[2] else "万"
        elif place == 2 and words and not words.endswith("亿"):
            words += "亿" if not words.endswith("万亿") else ""
        gap = not group
    return words


def below_ten_thousand(group: int) -> str:
    """Write 1 to 9999."""
    words, gap = "", False
    for magnitude, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, group = divmod(group, magnitude)
        if digit:
            words += ("零" if gap and words else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        else:
            gap = bool(words)
    return words


FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")


def everyday(number: int) -> str:
    """Write 十二 for 一十二 and 两 where people say it: 两万两千."""
    words = written(number)
    words = words.removeprefix("一") if words.startswith("一十") else words
    for magnitude in "百千万亿":
        if magnitude != "万" or not words.endswith("十二万"):
            words = re.sub(f"(?<![十零])二{magnitude}", f"两{magnitude}", words)
    return words


def formal(number: int) -> str:
    """Write as on a bill: 壹佰贰拾叁万."""
    return written(number).translate(FORMAL)


def mixed(number: int) -> str:
    """Write digits before the large magnitudes: 3亿5000万."""
    if number >= 10**12:
        return str(number)
    high, rest = divmod(number, 10**8)
    middle, low = divmod(rest, 10**4)
    words = (f"{high}亿" if high else "") + (f"{middle}万" if middle else "")
    if not words:
        return str(low)
    # 3万5 is 35000, so a low part is written out with all its places
    return words + (f"零{low}" if 0 < low < 10**3 else f"{low}" if low else "")


WRITERS = {"plain": written, "everyday": everyday, "formal": formal, "mixed": mixed}


def round_trip(how_many: int) -> int:
    """Write and read *how_many* seeded numbers below 10^16 in every manner; count what differs."""
    draw = random.Random(20150724)
    wrong = 0
    for _ in range(how_many):
        number = draw.randrange(10 ** draw.randrange(1, 17))
        wrong += sum(parse_number(write(number)) != number for write in WRITERS.values())
    return wrong


@pytest.mark.parametrize("manner", WRITERS)
def test_writing_and_reading_are_inverse(manner: str) -> None:
    """A seeded sweep over all magnitudes below 10^16."""
    draw = random.Random(20150724)
    write = WRITERS[manner]
    for _ in range(5_000):
        number = draw.randrange(10 ** draw.randrange(1, 17))
        assert parse_number(write(number)) == number, write(number)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, places=6))
def test_arabic_is_read_as_written(number: Decimal) -> None:
    """Digits are never rounded, whatever the caller's decimal context."""
    with localcontext(prec=3):
        assert parse_number(format(number, "f")) == number


@given(st.integers(1, 9999), st.integers(1, 9))
def test_mixed_magnitudes_add_up(high: int, low: int) -> None:
    """3亿5千万 is 3 hundred millions and 5 ten millions."""
    assert parse_number(f"{high}亿{low}千万") == high * 10**8 + low * 10**7


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_canonical_keeps_the_value_and_is_stable(number: Decimal) -> None:
    """Equal numbers become equal as text."""
    found = canonical(number)

    assert found == number
    assert str(canonical(found)) == str(found)
    assert "E" not in str(found)


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_a_value_error(text: str) -> None:
    """Nothing else ever comes out."""
    with suppress(ValueError):
        assert parse_number(text).is_finite()


@pytest.mark.parametrize(
    "long", ["9" * 10**6, "一" * 10**6, "万" * 10**6, "十" * 10**6, "." * 10**6]
)
def test_a_megabyte_is_refused_at_once(long: str) -> None:
    """What is longer than any number raises, and the message stays short."""
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the message is what is tested
        parse_number(long)

    assert len(str(raised.value)) < 200

"""Numerals: reading any Chinese, Arabic or mixed number exactly.

A numeral is written with digits (5, 五, 伍), with magnitudes (十 百 千 万 亿 兆) or
with both (5亿3千万).  It is read from the largest magnitude down: what stands
before 亿 is a numeral of its own, then what stands before 万, and a last digit
without a magnitude takes a tenth of the one before it (三万五 is 35000).

The value is a `Decimal` in canonical form, so that equal numbers are equal
as text too.  What is no number raises ValueError; nothing is ever guessed.
"""

import re
from decimal import Context, Decimal, localcontext
from typing import Final

DIGITS: Final = {
    **dict.fromkeys("〇零○Ｏ", 0),
    **dict.fromkeys("一壹弌", 1),
    **dict.fromkeys("二贰貳两兩俩倆", 2),
    **dict.fromkeys("三叁參叄参仨", 3),
    **dict.fromkeys("四肆", 4),
    **dict.fromkeys("五伍", 5),
    **dict.fromkeys("六陆陸", 6),
    **dict.fromkeys("七柒", 7),
    **dict.fromkeys("八捌", 8),
    **dict.fromkeys("九玖", 9),
}
"""Han digits, everyday and formal, Simplified and Traditional."""

_ONES: Final = DIGITS | {str(digit): digit for digit in range(10)}

TENS: Final = {"廿": 20, "卅": 30, "卌": 40}
"""Contracted tens: 廿五 is 25."""

SMALL: Final = {
    "十": 10,
    "拾": 10,
    "百": 100,
    "佰": 100,
    "千": 1000,
    "仟": 1000,
}
LARGE: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}

_SIGNS = {"-": -1, "−": -1, "－": -1, "负": -1, "負": -1, "+": 1, "＋": 1}
_WIDTHS = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_FORMAL = str.maketrans("佰仟拾", "百千十")
_ARABIC = re.compile(r"(?:\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?+|\.\d++", re.ASCII)
#: What may follow 点: 二, and 七八万亿 in 四点七八万亿
_DECIMALS = re.compile(
    rf"(?P<places>[\d{''.join(DIGITS)}]++)(?P<magnitude>[十百千万萬亿億]*+)", re.ASCII
)

#: More than any amount of this world, and far from what would slow arithmetic down.
_MAX_DIGITS: Final = 1000
EXACT: Final = Context(prec=4 * _MAX_DIGITS)
"""The decimal context of all reading: nothing that a text can say is rounded in it."""

_QUOTIENT: Final = Context(prec=28)


def canonical(number: Decimal) -> Decimal:
    """Return *number* without an exponent and without trailing zeros.

    >>> canonical(Decimal("530000000.0")), canonical(Decimal("1E+3"))
    (Decimal('530000000'), Decimal('1000'))
    """
    if not number:
        return Decimal(0)
    shortest = EXACT.normalize(number)
    _, _, exponent = shortest.as_tuple()
    if isinstance(exponent, int) and exponent > 0:
        return EXACT.quantize(shortest, Decimal(1))
    return shortest


def parse_number(text: str) -> Decimal:
    """Read the whole of *text* as one number.

    Args:
        text: A numeral: 两百点二, 5亿3千万, 伍仟零贰拾柒万, 1,099.80万, 负三,
            三分之二, 一又二分之一. White space inside of it does not count.

    Returns:
        Its exact value in canonical form.  A fraction that does not end is
        rounded to 28 significant digits, half to even (`decimal`'s default).

    Raises:
        TypeError: If *text* is not a str.
        ValueError: If *text* is not one number and nothing else.

    >>> parse_number("两百点二")
    Decimal('200.2')
    >>> parse_number("5亿3千万")
    Decimal('530000000')
    """
    if not isinstance(text, str):
        raise TypeError(f"parse_number takes a str, not {type(text).__name__}")
    bare = "".join(text.split()).translate(_WIDTHS).translate(_FORMAL)
    sign = _SIGNS.get(bare[:1], 0)
    try:
        # the caller's decimal context must not round what is written out
        with localcontext(EXACT):
            value = _rational(bare[1:] if sign else bare)
            return canonical(-value if sign < 0 else value)
    except ValueError as error:
        shown = text if len(text) <= 40 else text[:40] + "…"  # noqa: PLR2004 - a line's worth
        raise ValueError(f"{shown!r} is no number: {error}") from None


def _rational(text: str) -> Decimal:
    """Read 一又二分之一, 三分之二 or a plain numeral."""
    head, fraction, numerator = text.partition("分之")
    if not fraction:
        return _decimal(text)
    whole, mixed, denominator = head.rpartition("又")
    bottom = _decimal(denominator)
    if not bottom:
        raise ValueError("its denominator is zero")
    part = _QUOTIENT.divide(_decimal(numerator), bottom)
    return _decimal(whole) + part if mixed else part


def _decimal(text: str) -> Decimal:
    """Read a numeral with an optional 点 and decimals."""
    whole, point, decimals = text.replace("點", "点").partition("点")
    if not point:
        return _integral(text)
    match = _DECIMALS.fullmatch(decimals)
    if "." in whole:
        raise ValueError("it has two decimal points")
    if match is None or len(decimals) > _MAX_DIGITS:
        raise ValueError("what follows 点 must be digits")
    places = "".join(str(DIGITS.get(char, char)) for char in match["places"])
    magnitude = _integral(match["magnitude"]) if match["magnitude"] else 1
    return (_integral(whole) + Decimal(f"0.{places}")) * magnitude


def _integral(text: str) -> Decimal:
    """Read a numeral without 点: from the largest magnitude down."""
    arabic = _ARABIC.fullmatch(text)
    if arabic:
        if len(text) > _MAX_DIGITS:
            raise ValueError(f"it has more than {_MAX_DIGITS} digits")
        return Decimal(text.replace(",", ""))
    if len(text) > _MAX_DIGITS:
        raise ValueError(f"it has more than {_MAX_DIGITS} characters")
    if len(text) > 1 and all(char in DIGITS for char in text):
        return Decimal("".join(str(DIGITS[char]) for char in text))
    return _sections(text, 10**16)


def _sections(text: str, below: int) -> Decimal:
    """Read *text*, whose magnitudes are all smaller than *below*."""
    for names, magnitude in (("兆", 10**12), ("亿億", 10**8), ("万萬", 10**4)):
        at = max(text.rfind(name) for name in names)
        if at >= 0 and magnitude < below:
            head, tail = text[:at], text[at + 1 :]
            # 万亿 and 亿亿 stack: what stands before may be as large itself
            if any(name in head[:-1] for name in names):
                # 万万 is 亿, but 一万一万 is two numbers
                raise ValueError("its magnitudes are out of order")
            high = _sections(head, below) if head else Decimal(1)
            if tail and ("." in head or head in LARGE):
                # 1.5亿 is complete: digits glued behind it belong to something else
                raise ValueError("nothing can follow a decimal or a bare magnitude")
            return _joined(high * magnitude, tail, magnitude)
    return _below_ten_thousand(text)


def _joined(high: Decimal, tail: str, magnitude: int) -> Decimal:
    """Add what follows a large magnitude: 五 in 三万五 is five thousand."""
    if not tail:
        return high
    if len(tail) == 1 and tail in _ONES:
        return high + _ONES[tail] * (magnitude // 10)
    rest = tail.lstrip("零〇")
    if rest[:1] in LARGE:
        raise ValueError(f"{rest[0]} has no digit before it")
    low = _sections(rest, magnitude)
    if low >= magnitude:
        raise ValueError("its magnitudes are out of order")
    return high + low


_SMALL_PART = re.compile(
    r"""
    (?P<zero>[零〇])?                            # 一百零五
    (?: (?P<tens>[廿卅卌])                       # 廿五
      | (?P<digit>\d++(?:,\d{3})*+(?:\.\d++)?+  # 3千, 1,100, 0.5千
                | [一壹弌二贰貳两兩俩倆三叁參叄参仨四肆五伍六陆陸七柒八捌九玖])?
        (?P<magnitude>[十百千])?
    )
    """,
    re.VERBOSE | re.ASCII,
)


def _below_ten_thousand(text: str) -> Decimal:
    """Read 千, 百, 十 and ones, each at most once and in order."""
    if not text:
        raise ValueError("a digit is missing")
    if text in DIGITS:
        return Decimal(DIGITS[text])
    total, last, position = Decimal(0), 10**4 + 1, 0
    while position < len(text):
        part = _SMALL_PART.match(text, position)
        if part is None or part.end() == position:
            raise ValueError(f"{text[position]!r} is out of place")
        position = part.end()
        digit, magnitude = _small_term(part, last, first=part.start() == 0)
        if magnitude >= last:
            raise ValueError("its magnitudes are out of order")
        total += digit * magnitude
        # after ones, or a digit that 一千三 abbreviates, nothing may follow
        last = magnitude if part["magnitude"] or part["tens"] else 1
    return total


def _small_term(part: re.Match[str], last: int, *, first: bool) -> tuple[Decimal, int]:
    """Return the digit and the magnitude of one term that follows magnitude *last*."""
    if part["tens"]:
        return Decimal(TENS[part["tens"]]) / 10, 10
    digit, name = part["digit"], part["magnitude"]
    if digit is None and name is None:
        raise ValueError("零 must be followed by a digit")
    if digit is None and name != "十" and not first:
        raise ValueError(f"{name} has no digit before it")
    value = _coefficient(digit or "一")
    if name:
        return value, SMALL[name]
    # 一千三 is 1300, but 一百一十三 and 一千零三 end in ones
    abbreviated = not first and last > 10 and not part["zero"] and len(digit) == 1  # noqa: PLR2004
    return value, last // 10 if abbreviated else 1


def _coefficient(digit: str) -> Decimal:
    """Read the digit or the Arabic number before a small magnitude."""
    if digit in DIGITS:
        return Decimal(DIGITS[digit])
    if not _ARABIC.fullmatch(digit):
        raise ValueError(f"{digit!r} is no group of digits")
    return Decimal(digit.replace(",", ""))

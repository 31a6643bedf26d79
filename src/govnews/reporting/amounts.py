"""Numbers as people read them: grouped, and large ones in 万 and 亿.

The scripts of the page write the same way (`data/report/numbers.js`).
"""

from decimal import Decimal
from typing import Final

#: From the largest: the number and what it is called.
_UNITS: Final = ((10**8, "亿"), (10**4, "万"))
_ZERO: Final = Decimal(0)


def exactly(value: Decimal) -> str:
    """Return a number with all its digits, grouped.

    >>> exactly(Decimal("10998000.50")), exactly(Decimal(-5))
    ('10,998,000.5', '-5')
    """
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def readably(value: Decimal) -> str:
    """Return a number to two decimals of 亿 or 万; a small one exactly.

    >>> [readably(Decimal(each)) for each in ("503020000", "50270000", "9999.5", "-120000")]
    ['5.03亿', '5,027万', '9,999.5', '-12万']
    """
    for size, name in _UNITS:
        # abs() would round to 28 digits
        if value.copy_abs() >= size:
            return ("-" if value < _ZERO else "") + _hundredths(value.copy_abs(), size) + name
    return exactly(value)


def _hundredths(value: Decimal, size: int) -> str:
    """Divide by *size*, rounding halves up, in whole numbers: a sum may have any length."""
    numerator, denominator = value.as_integer_ratio()
    whole, part = divmod((200 * numerator + denominator * size) // (2 * denominator * size), 100)
    return f"{whole:,}" + f".{part:02}".rstrip("0").rstrip(".")

"""Words of bulletins as a chart can carry them.

A chart's data is written into SVG, which refuses control characters, and by altair into a
page's `<script>` as it stands, where `</script>` would end it.
"""

import re
from decimal import Decimal
from typing import Final

#: Control characters, lone surrogates and what no XML may hold.
_REFUSED: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
#: Marks that turn the direction of what stands behind them, in other labels as well.
_TURNING: Final = re.compile(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
#: Characters of a sentence in a tooltip.
_LONGEST: Final = 200


def plain(words: object, longest: int = _LONGEST) -> str:
    r"""Return *words* as harmless text of at most *longest* characters.

    >>> plain("救助</script>\x00\ud800金"), plain("对口支援资金", longest=4)
    ('救助＜/script> 金', '对口支…')
    """
    text = _REFUSED.sub(" ", _TURNING.sub("", str(words))).strip().replace("<", "＜")
    return text if len(text) <= longest else text[: longest - 1] + "…"


def exact(number: object) -> str:
    """Return a number with all of its digits, in groups, and no zeros behind them.

    >>> exact(Decimal("50270000.500000000000")), exact(3.0), exact(Decimal("1E+3"))
    ('50,270,000.5', '3', '1,000')
    """
    text = format(number, ",f") if isinstance(number, Decimal) else format(number, ",")
    return text.rstrip("0").rstrip(".") if "." in text else text

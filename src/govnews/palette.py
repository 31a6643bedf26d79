"""The colours of kinds and topics, the same on pages, in reports and in charts.

A hue is in degrees; who paints chooses how light and how strong, so that text can be read
on light and on dark.  What is easily confused lies far apart.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from govnews.models import Kind

HUES: Final[Mapping[Kind, int]] = MappingProxyType(
    {
        Kind.MONEY: 45,
        Kind.HEADCOUNT: 210,
        Kind.PERCENTAGE: 285,
        Kind.MULTIPLE: 320,
        Kind.COUNT: 130,
        Kind.MEASURE: 175,
        Kind.DURATION: 20,
        Kind.DATE: 245,
        Kind.ORDINAL: 80,
    }
)

#: Colours that tell apart eight classes also for the colour-blind (Okabe and Ito, 2008).
TOPIC_COLOURS: Final = (
    *("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00"),
    *("#56b4e9", "#8c6d31", "#7f7f7f"),
)
NO_TOPIC: Final = "#999999"
#: The same for what covers much of a chart.
NO_TOPIC_AREA: Final = "#d8d8d8"
_DARKER: Final = 0.6


def colour_of_topic(label: str | None, labels: tuple[str, ...]) -> str:
    """Return the colour of one of *labels*, whatever else is shown with it.

    The ninth label has the colour of the first, but darker.

    >>> colour_of_topic("b", ("a", "b")), colour_of_topic(None, ("a", "b"))
    ('#d55e00', '#999999')
    >>> colour_of_topic("i", tuple("abcdefghi"))
    '#00446b'
    """
    if label is None or label not in labels:
        return NO_TOPIC
    again, place = divmod(labels.index(label), len(TOPIC_COLOURS))
    return _darkened(TOPIC_COLOURS[place], _DARKER**again)


def _darkened(colour: str, share: float) -> str:
    """Keep a share of the light of a colour."""
    lights = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(light * share):02x}" for light in lights)

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


def colour_of_topic(label: str | None, labels: tuple[str, ...]) -> str:
    """Return the colour of one of *labels*, whatever else is shown with it.

    >>> colour_of_topic("b", ("a", "b")), colour_of_topic(None, ("a", "b"))
    ('#d55e00', '#999999')
    """
    if label is None or label not in labels:
        return NO_TOPIC
    return TOPIC_COLOURS[labels.index(label) % len(TOPIC_COLOURS)]

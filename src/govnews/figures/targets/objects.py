"""Objects: what a verb behind a figure takes, and those among whom a figure counts."""

from collections.abc import Sequence
from typing import Final

from govnews.figures.targets.before import adjacent
from govnews.figures.targets.behind import behind
from govnews.figures.targets.categories import ACTS, Category
from govnews.figures.targets.nouns import Span
from govnews.figures.targets.sentences import Item

_BEFORE_AN_OBJECT: Final = ACTS | {Category.OUTSIDE}


def object_of_verb(items: Sequence[Item], at: int) -> Span | None:
    """Return the object of the verb behind the figure, across another: 选派三批|共|187名|干部."""
    following = at + 1
    while following < len(items) and (
        items[following].figure is not None
        and items[following].start == items[following - 1].start + len(items[following - 1].text)
    ):
        # 五百元以上|二千元以下
        following += 1
    first = following
    while following < len(items) and (
        items[following].category in _BEFORE_AN_OBJECT and following - first < len("分批选派") - 1
    ):
        following += 1
    if following >= len(items) or following == first or items[following].category is Category.STOP:
        return None
    return behind(
        items, following if items[following].figure else following - 1, None, relative=False
    )


def among(items: Sequence[Item], at: int, floor: int) -> Span | None:
    """Read 41个大类行业中有|23个|增长: of those named before."""
    if at - floor < len("其中有") or items[at - 1].text != "有" or items[at - 2].text != "中":
        return None
    span, _ = adjacent(items, at - 2, floor)
    return span

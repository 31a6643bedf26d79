"""Noun phrases that begin where a word stands, behind a measure word or behind 的."""

from collections.abc import Sequence

from govnews.figures.targets.categories import AVERAGES, HEADS, JOINS, NOMINAL, Category
from govnews.figures.targets.classes import MONEY, NounClass
from govnews.figures.targets.nouns import LONGEST, LONGEST_BRACKET, Span
from govnews.figures.targets.sentences import Item
from govnews.resources import word_set


def starting_at(
    items: Sequence[Item],
    first: int,
    stop: int,
    nouns: NounClass | None,
    *,
    is_object: bool = False,
) -> Span | None:
    """Return the noun phrase that begins with the item *first*, before *stop*.

    Where the class of its head is known, it ends with the last such noun
    (612名|骑手|投保意外险); else with the last noun before a verb.  Where it
    *is_object* of a verb, an event inside it is part of a compound and no
    verb: 建设|8个|粮食生产基地.
    """
    return _Phrase(items, first, stop, nouns, is_object=is_object).span()


class _Phrase:
    """A phrase in the reading, word by word."""

    def __init__(
        self,
        items: Sequence[Item],
        first: int,
        stop: int,
        nouns: NounClass | None,
        *,
        is_object: bool,
    ) -> None:
        self._items = items
        self._first = first
        self._stop = stop
        self._nouns = nouns
        self._is_object = is_object
        self._closed = first
        self._fits = first

    def span(self) -> Span | None:
        """Read on while words belong to the phrase; return it, if it has a head."""
        at: int | None = self._first
        run = self._first
        while at is not None and at < self._stop and at - self._first < LONGEST:
            run = at
            at = self._next(run)
            if at is not None:
                self._take(run, at)
        end = self._fits if self._fits > self._first else self._closed
        last = run if at is None else at
        if end == self._first < last and self._items[last - 1].category is Category.PLACE:
            end = last
        end = self._with_bracket(end)
        return (self._first, end) if end > self._first else None

    def _take(self, at: int, following: int) -> None:
        """Note that the phrase may end behind *at*."""
        category = self._items[at].category
        if category not in HEADS and category is not Category.OPENING:
            return
        self._closed = following
        last = self._items[following - 1]
        named = last.category is Category.NOUN or last.text not in word_set("categories", "actions")
        if self._nouns is not None and named and self._nouns.holds(last.text):
            self._fits = following

    def _next(self, at: int) -> int | None:
        """Return where the phrase goes on behind *at*; None if *at* is no part of it."""
        category = self._items[at].category
        if category is Category.OPENING:
            closing = self._closing_of(at)
            return None if closing is None else closing + 1
        if category in JOINS:
            return at + 1 if at > self._first and self._goes_on(at) else None
        return at + 1 if self._within(at) else None

    def _within(self, at: int) -> bool:
        item = self._items[at]
        limit = at > self._first and item.text in ("以上", "以下")
        if item.category is Category.NUMBER or limit:
            # 一线|岗位, 4|A|级|以上|景区
            following = self._items[at + 1].category if at + 1 < self._stop else None
            return following in NOMINAL or following is Category.NUMBER
        return item.category in NOMINAL and (self._is_purpose(at) or not self._acts(at))

    def _is_purpose(self, at: int) -> bool:
        """Tell whether what is paid follows its purpose: 600万元|高温|慰问|专项资金."""
        nouns = self._nouns
        return (
            nouns is not None
            and nouns.name == MONEY
            and any(
                self._items[following].category is Category.NOUN
                and nouns.holds(self._items[following].text)
                for following in range(at + 1, min(self._stop, at + 3))
            )
        )

    def _acts(self, at: int) -> bool:
        """Tell whether the word is what the phrase before it does: 23个联系点|销售|农产品."""
        item = self._items[at]
        if item.text in AVERAGES:
            return at > self._first
        if item.category is not Category.EVENT or at + 1 >= self._stop:
            return False
        following = self._items[at + 1]
        if following.text in ("了", "过"):
            return True
        may_act = self._closed > self._first and not self._is_object
        acts = may_act and item.text in word_set("categories", "actions")
        return acts and following.category in (
            Category.NOUN,
            Category.ATTRIBUTE,
            Category.FIGURE,
        )

    def _goes_on(self, join: int) -> bool:
        """Tell whether a noun follows 和 or 、, within the phrase."""
        # 三个合作社|与|雇工代表|坐到一起: there 与 joins the two to a verb
        following = join + 1
        joined = following < self._stop and self._items[join].text != "与"
        return joined and self._items[following].category in NOMINAL

    def _with_bracket(self, end: int) -> int:
        """Return the end behind a short bracket at *end*: 17个市（州）."""
        if end < self._stop and self._items[end].category is Category.OPENING:
            closing = self._closing_of(end)
            return end if closing is None else closing + 1
        return end

    def _closing_of(self, opening: int) -> int | None:
        for at in range(opening + 1, min(self._stop, opening + LONGEST_BRACKET)):
            if self._items[at].category is Category.CLOSING:
                return at
            if self._items[at].category in (Category.FIGURE, Category.STOP):
                return None
        return None

"""What holds at a place of a text: the year and the month told of, and the years in doubt."""

from dataclasses import dataclass, replace
from enum import IntEnum

from govnews.bulletin.resolving.points import Point


class Near(IntEnum):
    """How near the year that was told is to the date that leaves its year open."""

    SENTENCE = 0
    PARAGRAPH = 1
    HEADING = 2
    OPENING = 3


@dataclass(frozen=True, slots=True)
class Told:
    """The year that the text tells of, with its month and day if it gave them.

    `year` is None where it is not known: 今年 in a bulletin of unknown date.
    `since` is set where the text tells of all the time from then on.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    leads: bool = False
    since: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """What holds at a place of the text; a bracket opens with that of its outside.

    Attributes:
        here: The year told of in this sentence.
        before: The year that opened an earlier sentence of this paragraph.
        doubts: What this paragraph may tell of since the year told of; a year of
            None is an unknown one.
        last: The year stated last in this paragraph, for 同年 and 次年.
        month: The month told of in this paragraph, for bare days (26日); a
            year of None where it could not be made out, with the month if only
            that is known.
        in_sentence: Whether `month` was told in this sentence.
        earlier: The month that the paragraph before ended with.
        repeated: Whether the sentence tells of what happens every year.
        planned: The date of what the sentence plans; a year of None if it is not known.
    """

    here: Told | None = None
    before: Told | None = None
    doubts: frozenset[Told] = frozenset()
    last: int | None = None
    month: Point | None = None
    in_sentence: bool = False
    earlier: Point | None = None
    repeated: bool = False
    planned: Point | None = None

    def next_sentence(self) -> "State":
        """Return what still holds in the next sentence of the paragraph."""
        before = self.before
        if self.here is not None:
            known = before is not None and before.year == self.here.year
            before = self.here if self.here.leads or known else Told(None)
        return replace(
            self,
            here=None,
            before=before,
            doubts=self._lasting(before),
            in_sentence=False,
            repeated=False,
            planned=None,
        )

    def _lasting(self, before: Told | None) -> frozenset[Told]:
        """Return the doubts that outlast the sentence.

        A year long before that of the tale only names something: 2009年成立的合作社 in
        a tale of 2022.  2019年完成一期 in one of 2018 may be told of.
        """
        year = None if before is None else before.year
        if year is None:
            return self.doubts
        return frozenset(each for each in self.doubts if each.year is None or each.year >= year - 1)

    def next_line(self) -> "State":
        """Return what still holds in the next paragraph."""
        return State(earlier=self.month)

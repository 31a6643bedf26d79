"""What became of a number, and why: the words in which `explain` answers."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from govnews.models import Figure
from govnews.resources import table


class Outcome(StrEnum):
    """What became of a reading; `data/readings.toml` says of each what it means."""

    READ = "read"
    SHADOWED = "shadowed"
    EXCLUDED = "excluded"
    CODE = "code"
    SLOGAN = "slogan"
    IMPOSSIBLE_DATE = "impossible_date"
    UNRANKED = "unranked"
    NO_NUMBER = "no_number"
    VAGUE = "vague"
    NO_UNIT = "no_unit"
    BLOCKED = "blocked"
    ARTICLE = "article"
    OTHER_WORD = "other_word"
    YEAR = "year"
    TOO_MANY = "too_many"
    NAME = "name"
    GRADE = "grade"
    BARE = "bare"
    UNREAD = "unread"

    @property
    def meaning(self) -> str:
        """What it says of any reading, in a sentence.

        >>> Outcome.READ.meaning
        'The rule read it, and extract returns it.'
        """
        meaning: str = table("readings")["outcome"][self.value]["meaning"]
        return meaning

    def because(self, **details: Any) -> str:  # noqa: ANN401 - whatever can be shown as text
        """Return the reason that it gives, with what stood there.

        >>> Outcome.NO_UNIT.because(what="34.1")
        'no unit behind 34.1, and no noun beside it that implies one'
        """
        reason: str = table("readings")["outcome"][self.value]["reason"]
        return reason.format(**details)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule made of a place where a number stands.

    Attributes:
        text: What it is about, in its cleaned form.
        start: First code point of the caller's string.
        end: One past the last.
        place: Where the numeral stands that was looked at: the readings of one
            place have it in common.
        rule: The rule that read it (`Figure.rule`), or that excluded it
            (exclusion.clock_time); empty where no rule read anything.
        figure: The figure that was read or would have been; of one that lost,
            target and change were never asked for.
        outcome: Whether it won, and if not why, in a word.
        reason: The same in a phrase.

    >>> reading = Reading("34.1", 3, 7, 3, "", None, Outcome.NO_UNIT, "no unit behind 34.1")
    >>> print(reading)
    3..7 34.1: no_unit: no unit behind 34.1
    """

    text: str
    start: int
    end: int
    place: int
    rule: str
    figure: Figure | None
    outcome: Outcome
    reason: str

    def __str__(self) -> str:
        """Say it in a line."""
        rule = f" as {self.rule}" if self.rule else ""
        return f"{self.start}..{self.end} {self.text}{rule}: {self.outcome}: {self.reason}"


def meanings() -> dict[str, dict[str, str]]:
    """Return what each rule that reads figures means, with an example; by name.

    >>> meanings()["ordinal.first"]["example"]
    '首批专家抵达'
    """
    found: dict[str, dict[str, str]] = table("readings")["rule"]
    return found

"""What an evaluation of figures adds up to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from govnews.models import Kind

HEADLINE: Final = (Kind.MONEY, Kind.HEADCOUNT, Kind.PERCENTAGE)
"""The kinds that an analyst puts into tables first."""

ATTRIBUTES: Final = ("bound", "span", "change", "target")
"""What is compared where a figure was found."""

TARGETED: Final = (*HEADLINE, Kind.COUNT)
"""The kinds whose targets are scored; the others seldom have one."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures of a kind, labelled and found.

    Attributes:
        right: Labelled figures that were found: kind, value, upper end, unit
            and currency agree, and the spans overlap.
        wrong: Found figures that overlap a labelled one which was not found.
        spurious: Other found figures that are not right.
        misread: Labelled figures where something else was read.
        missing: Labelled figures where nothing was read.
    """

    right: int = 0
    wrong: int = 0
    spurious: int = 0
    misread: int = 0
    missing: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return what both have together.

        >>> Counts(right=1) + Counts(right=2, missing=1)
        Counts(right=3, wrong=0, spurious=0, misread=0, missing=1)
        """
        return Counts(
            self.right + other.right,
            self.wrong + other.wrong,
            self.spurious + other.spurious,
            self.misread + other.misread,
            self.missing + other.missing,
        )

    @property
    def labelled(self) -> int:
        """How many were labelled."""
        return self.right + self.misread + self.missing

    @property
    def found(self) -> int:
        """How many were found."""
        return self.right + self.wrong + self.spurious

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right; 1 where nothing was."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of what was labelled, the share that was found; 1 where nothing was."""
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two.

        >>> Counts(right=3, wrong=1, misread=1).f1
        0.75
        """
        both = self.found + self.labelled
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Share:
    """How often an attribute agreed, of how many figures."""

    agreed: int = 0
    compared: int = 0

    @property
    def accuracy(self) -> float:
        """The share; 1 of nothing."""
        return self.agreed / self.compared if self.compared else 1.0


@dataclass(frozen=True, slots=True)
class Error:
    """One disagreement.

    Attributes:
        id: The labelled text.
        what: missing, wrong, spurious, or the attribute that differs.
        text: The figure that it is about.
        labelled: What was labelled; empty where nothing was.
        read: What was read; empty where nothing was.

    >>> print(Error("gold-001", "target", "43家", "企业", "民营企业"))
    gold-001 target of 43家: 企业 is labelled, 民营企业 was read
    """

    id: str
    what: str
    text: str
    labelled: str
    read: str

    def __str__(self) -> str:
        """Say it in a line."""
        what = f"{self.what} of" if self.what in ATTRIBUTES else self.what
        labelled, read = self.labelled or "nothing", self.read or "nothing"
        return f"{self.id} {what} {self.text}: {labelled} is labelled, {read} was read"


@dataclass(frozen=True, slots=True)
class FigureScores:
    """How well the figures that were found agree with those that are labelled.

    Attributes:
        documents: How many texts were compared.
        kinds: What was found of each kind.
        agreements: By attribute and kind, how often it agreed on right figures.
        errors: Every disagreement, in the order of the texts.
    """

    documents: int
    kinds: Mapping[Kind, Counts]
    agreements: Mapping[str, Mapping[Kind, Share]]
    errors: tuple[Error, ...]

    def counts(self, kinds: Iterable[Kind] = tuple(Kind)) -> Counts:
        """Return what was found of *kinds* together."""
        return sum((self.kinds[kind] for kind in kinds), Counts())

    def share(self, attribute: str, kinds: Iterable[Kind] = tuple(Kind)) -> Share:
        """Return how often *attribute* agreed on right figures of *kinds*."""
        shares = [self.agreements[attribute][kind] for kind in kinds]
        return Share(sum(each.agreed for each in shares), sum(each.compared for each in shares))

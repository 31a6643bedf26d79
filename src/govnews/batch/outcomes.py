"""What came of tasks, and of a whole run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias


class Part(NamedTuple):
    """A file that a task wrote: its name within the folder, and how much is in it."""

    name: str
    rows: int
    size: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was read and found.

    Attributes:
        bulletins: Rows that were analysed.
        paragraphs: Their paragraphs.
        figures: Their figures.
        errors: Lines in the file of errors: rows, slices and parts of files that were not.
        bytes: How much was read.
    """

    bulletins: int = 0
    paragraphs: int = 0
    figures: int = 0
    errors: int = 0
    bytes: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Add up.

        >>> (Counts(bulletins=1) + Counts(bulletins=2, errors=1)).bulletins
        3
        """
        return Counts(
            self.bulletins + other.bulletins,
            self.paragraphs + other.paragraphs,
            self.figures + other.figures,
            self.errors + other.errors,
            self.bytes + other.bytes,
        )


@dataclass(frozen=True, slots=True)
class Done:
    """A task that was done.

    Attributes:
        task: Its id.
        inputs: The files that it read.
        parts: What it wrote.
        counts: What is in it.
    """

    task: str
    inputs: tuple[str, ...]
    parts: tuple[Part, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Failed:
    """A task that wrote nothing; another run will do it.

    Attributes:
        task: Its id.
        places: What it reads.
        reason: Why.
        fatal: Whether there is no use in going on.
        bytes: How much it was to read.
    """

    task: str
    places: tuple[str, ...]
    reason: str
    fatal: bool = False
    bytes: int = 0


Outcome: TypeAlias = Done | Failed


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did.

    Attributes:
        counts: What the folder holds now.
        new: What this run added to it.
        tasks: How many tasks were done.
        unchanged: How many inputs were as they had been, and were not read again.
        removed: How many parts of inputs that had changed or gone were removed.
        problems: What could not be read as a whole: name to reason. The next run tries again.
        seconds: How long it took.
    """

    counts: Counts
    new: Counts
    tasks: int
    unchanged: int
    removed: int
    problems: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether every bulletin of the inputs is in the folder."""
        return not self.problems and not self.counts.errors

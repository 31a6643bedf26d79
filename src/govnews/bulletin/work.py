"""What a worker does with a text, or with several."""

from collections.abc import Sequence
from dataclasses import dataclass

from govnews.bulletin.analysis import Given, analyze_together
from govnews.bulletin.bulletin import Bulletin
from govnews.bulletin.lexicon import Lexicon
from govnews.bulletin.modelling import Modelled


@dataclass(frozen=True, slots=True)
class Analysis:
    """The analysis of texts, with a lexicon and models that were read once.

    Attributes:
        lexicon: As for `analyze`.
        model: As for `analyze`; None for those of the package, which are not sent to other
            processes: each has them.
    """

    lexicon: Lexicon | None
    model: Modelled

    def __call__(self, given: Given) -> Bulletin:
        """Analyze a text."""
        (bulletin,) = self.together([given])
        return bulletin

    def together(self, given: Sequence[Given]) -> list[Bulletin]:
        """Analyze several."""
        return analyze_together(given, lexicon=self.lexicon, model=self.model)

    def weight(self, given: Given) -> int:
        """Return how long a text is; what is none is refused where its turn has come."""
        return len(given.text) if isinstance(given.text, str) else 0

"""What the passes did to a text, step by step, of which edits are made when they are asked for."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from govnews.cleaning.characters import tally
from govnews.cleaning.edits import apply, compose, places
from govnews.cleaning.lots import Lot, Rewriting
from govnews.models import Edit


class Step(NamedTuple):
    """What one pass did.

    Attributes:
        before: The text that it was given.
        made: Its edits.
        after: The text that it left.
    """

    before: str
    made: Lot | list[Edit]
    after: str

    @classmethod
    def of(cls, before: str, edits: Iterable[Edit]) -> Self:
        """Return the step that makes *edits*, which are kept as they come if they are a lot.

        >>> Step.of("5万(wàn)", iter([Edit("gloss.drop", 2, 7, "(wàn)", "")])).after
        '5万'
        """
        if isinstance(edits, Lot):
            return cls(before, edits, edits.result() if edits else before)
        made = list(edits)
        return cls(before, made, apply(made, before))

    def put_in(self) -> frozenset[str]:
        """Return the characters that single edits put in: those of a lot are not looked for.

        Drops put in nothing, and behind a conversion comes no other pass of its round.

        >>> Step.of("５万", [Edit("width.narrow", 0, 1, "５", "5")]).put_in()
        frozenset({'5'})
        """
        if isinstance(self.made, Lot):
            return frozenset()
        return frozenset(tally("".join(edit.after for edit in self.made)))


class Steps(NamedTuple):
    """What all passes did, in order.

    Attributes:
        raw: The text that the first one was given.
        done: What each did that did anything.
    """

    raw: str
    done: tuple[Step, ...]

    def edits(self) -> tuple[Edit, ...]:
        """Return all edits as one list over the raw text."""
        return tuple(self._composed(self.done))

    def repairs(self) -> tuple[Edit, ...]:
        """Return at least the edits that are no mere conversion.

        Where a conversion came last, only what touches another edit is looked at.

        >>> gloss = Step.of("發(fā)展業", [Edit("gloss.drop", 1, 5, "(fā)", "")])
        >>> script = Step.of("發展業", Rewriting("script.t2s", "發展業", "发展业"))
        >>> [edit.rule for edit in Steps("發(fā)展業", (gloss, script)).repairs()]
        ['gloss.drop']
        """
        *others, (before, conversion, _) = self.done or (Step("", [], ""),)
        if not isinstance(conversion, Rewriting):
            return self.edits()
        first = self._composed(others)
        return tuple(compose(self.raw, first, before, list(conversion.touching(places(first)))))

    def _composed(self, steps: Iterable[Step]) -> list[Edit]:
        edits: list[Edit] = []
        for before, made, _ in steps:
            edits = compose(self.raw, edits, before, list(made))
        return edits

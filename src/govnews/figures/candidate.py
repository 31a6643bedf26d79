"""What a rule reads, before its target and its change are known."""

from dataclasses import dataclass
from decimal import Decimal

from govnews.models import Bound, Change, Figure, Kind


@dataclass(slots=True)
class Candidate:
    """A figure in the making; positions are of the text that the stage was given.

    Attributes:
        kind: See `Figure`, as for the fields of the same names.
        start: First code point of the span, qualifiers included.
        end: One past the last.
        number_start: First code point of the number itself.
    """

    kind: Kind
    start: int
    end: int
    value: Decimal | str
    rule: str
    upper: Decimal | str | None = None
    bound: Bound = Bound.EXACT
    unit: str | None = None
    currency: str | None = None
    target: str | None = None
    change: Change | None = None
    number_start: int = -1

    def figure(self, text: str) -> Figure:
        """Return the finished figure, quoting *text*."""
        return Figure(
            kind=self.kind,
            text=text[self.start : self.end],
            start=self.start,
            end=self.end,
            value=self.value,
            upper=self.upper,
            bound=self.bound,
            unit=self.unit,
            currency=self.currency,
            target=self.target,
            change=self.change,
            rule=self.rule,
        )

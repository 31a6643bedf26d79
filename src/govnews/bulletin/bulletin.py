"""The result of an analysis: a bulletin with its paragraphs, their topics and figures."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, overload

from govnews.models import Edit, Figure, FrozenMapping, Paragraph
from govnews.pickled import by_fields

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from govnews.frames import Engine, What

#: The share of the characters that makes a topic that of the whole
_MAIN: Final = 0.25


@by_fields
@dataclass(frozen=True, slots=True)
class Bulletin:
    """What was found in a bulletin.

    Attributes:
        id: The name that the caller gave it.
        raw: The text as the caller passed it; all offsets are in it.
        source: The dateline that opens it (中国藏族网通讯), if there is one.
        paragraphs: Its paragraphs in order.
        edits: What cleaning changed.
        issued: The day of issue: the one that the caller gave, or that which the text states for
            itself (发布时间：2023-03-12, a dated dateline, a line with the date at the top).
        shares: Topic to its share of the characters, largest first; a paragraph of several
            topics is divided among them, and what is missing from 1 has none.
        topic: What the whole is about: the topic with the largest share, if it has a
            quarter of the characters at least.
    """

    id: str | None
    raw: str
    source: str | None
    paragraphs: tuple[Paragraph, ...]
    edits: tuple[Edit, ...]
    issued: date | None = None
    shares: Mapping[str, float] = field(init=False)
    topic: str | None = field(init=False)

    def __post_init__(self) -> None:
        """Add up what the paragraphs are about."""
        shares = FrozenMapping(_shares(self.paragraphs))
        object.__setattr__(self, "shares", shares)
        main = next(iter(shares), None)
        enough = main is not None and shares[main] >= _MAIN
        object.__setattr__(self, "topic", main if enough else None)

    def __repr__(self) -> str:
        """Name it and count what is in it: all of it would be a page of tens of kilobytes.

        >>> from govnews.bulletin import analyze
        >>> analyze("走访43家企业", id="a", issued="2023-03-12")
        Bulletin(id='a', issued=2023-03-12, 1 paragraph, 1 figure)
        """
        counts = ((len(self.paragraphs), "paragraph"), (len(self.figures), "figure"))
        said = (f"{number} {name}{'' if number == 1 else 's'}" for number, name in counts)
        return f"Bulletin(id={self.id!r}, issued={self.issued}, {', '.join(said)})"

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, in order."""
        return tuple(figure for paragraph in self.paragraphs for figure in paragraph.figures)

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts, lists, strings, numbers, booleans and None.

        Decimals are strings, so that nothing is rounded.

        >>> from govnews.bulletin import analyze
        >>> analyze("拨付5027万元").to_dict()["paragraphs"][0]["figures"][0]["value"]
        '50270000'
        """
        plain: dict[str, Any] = json.loads(self.to_json())
        return plain

    def to_json(self) -> str:
        """Return `to_dict` as JSON text; lone surrogates are escaped.

        >>> from govnews.bulletin import analyze
        >>> analyze("走访43家企业", id="a").to_json()[:10]
        '{"id":"a",'
        """
        import msgspec

        if any(map(_tiny, self.figures)):
            return self._spelled_out()
        try:
            return msgspec.json.encode(self, enc_hook=dict).decode()
        except UnicodeEncodeError:
            return self._spelled_out()

    def _spelled_out(self) -> str:
        """Return the JSON of what msgspec cannot write: lone surrogates, numbers like 1E-7."""
        import msgspec

        plain = msgspec.to_builtins(self, enc_hook=dict, builtin_types=(Decimal,))
        return json.dumps(plain, default=lambda number: format(number, "f"), separators=(",", ":"))

    @overload
    def to_frame(
        self, what: "What" = "figures", *, engine: Literal["pandas"] = "pandas"
    ) -> "pd.DataFrame": ...
    @overload
    def to_frame(
        self, what: "What" = "figures", *, engine: Literal["polars"]
    ) -> "pl.DataFrame": ...
    @overload
    def to_frame(self, what: "What" = "figures", *, engine: Literal["arrow"]) -> "pa.Table": ...
    def to_frame(
        self, what: "What" = "figures", *, engine: "Engine" = "pandas"
    ) -> "pd.DataFrame | pl.DataFrame | pa.Table":
        """Return a frame, one row a figure, paragraph, edit or word (extra `frames`).

        Args:
            what: "figures", "paragraphs", "edits" or "tokens".
            engine: "pandas", "polars" or "arrow"; as for `govnews.frame`, which takes many
                bulletins and says what the columns are.

        Raises:
            MissingExtraError: If the engine is not installed.
            UnknownChoiceError: If there is no such frame or engine.

        >>> from govnews.bulletin import analyze
        >>> analyze("拨付5027万元").to_frame()["value_float"].tolist()
        [50270000.0]
        """
        from govnews import frames

        return frames.frame(self, what, engine=engine)

    def to_html(self) -> str:
        """Return an HTML fragment: the cleaned text with figures, repairs and topics marked.

        It needs no script and nothing from elsewhere; what the caller's string had stands on the
        cards that show where one points, or tabs to.

        >>> from govnews.bulletin import analyze
        >>> "5027万元" in analyze("拨付5027万元").to_html()
        True
        """
        from govnews import html

        return html.render(self)

    def to_displacy(self, text: Literal["clean", "raw"] = "clean") -> dict[str, Any]:
        """Return the figures as entities, for `displacy.render(..., style="ent", manual=True)`.

        Args:
            text: Which text is shown: the cleaned paragraphs, or the caller's own.

        Returns:
            A dict in the format of spaCy's displaCy; `govnews.displacy.OPTIONS` has our colours.

        Raises:
            UnknownChoiceError: If *text* is neither.

        >>> from govnews.bulletin import analyze
        >>> analyze("拨付5027万元").to_displacy()["ents"][0]["label"]
        'money'
        """
        from govnews import displacy

        return displacy.to_displacy(self, text)

    def _repr_html_(self) -> str:
        """Show the bulletin in a notebook."""
        return self.to_html()


def _shares(paragraphs: Iterable[Paragraph]) -> dict[str, float]:
    lengths: defaultdict[str, float] = defaultdict(float)
    whole = 0
    for paragraph in paragraphs:
        whole += len(paragraph.text)
        for topic in paragraph.topics:
            lengths[topic] += len(paragraph.text) / len(paragraph.topics)
    # sorted() leaves equals in the order in which the bulletin names them
    ranked = sorted(lengths, key=lambda topic: -lengths[topic])
    return {topic: round(lengths[topic] / whole, 4) for topic in ranked}


def _tiny(figure: Figure) -> bool:
    """Tell whether the text of a number has an exponent."""
    numbers = (number for number in (figure.value, figure.upper) if isinstance(number, Decimal))
    return any("E" in str(number) for number in numbers)

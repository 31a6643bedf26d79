"""The calls of the library on a column of texts: `frame["text"].gov.extract()`.

Importing this module registers the accessor with pandas, as pandas' own extension interface
has it (pandas.api.extensions.register_series_accessor):

>>> import pandas as pd
>>> import govnews.frames.accessor
>>> texts = pd.Series(["走访43家企业", None], index=["a", "b"])
>>> texts.gov.extract()[["text", "target"]].reset_index().values.tolist()
[['a', '43家', '企业']]

A missing text (None, NaN, NA) stays missing: it has no figures, no topics, no words.  What is
neither missing nor a str raises TypeError.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import pandas as pd

from govnews import bulletin
from govnews.frames.arrow import arrow_table
from govnews.frames.columns import FIGURE, Column, columns_of_topics, figures
from govnews.frames.engines import text_type, to_pandas
from govnews.frames.rows import Row, figure_fields

if TYPE_CHECKING:
    from govnews.bulletin.lexicon import Lexical
    from govnews.bulletin.modelling import Modelled
    from govnews.models import Kind

_Result = TypeVar("_Result")
_FIGURE: Final = (*FIGURE, *figures()[-2:])


@pd.api.extensions.register_series_accessor("gov")
class GovAccessor:
    """What govnews finds in each text of a column."""

    def __init__(self, texts: pd.Series) -> None:
        """Take the column; pandas calls this."""
        self._texts = texts

    def clean(self, *, script: str = "simplified") -> pd.Series:
        """Return the cleaned texts, at the same index.

        Args:
            script: As for `govnews.clean`.

        >>> pd.Series(["困難職(zhí)工"]).gov.clean().tolist()
        ['困难职工']
        """
        found = self._each(lambda text: bulletin.clean(text, script=script).text)
        # Arrow's strings have no lone surrogates
        return self._column(found, text_type("python"))

    def words(self, *, stop: bool = False) -> pd.Series:
        """Return the words of each text as a list, at the same index.

        Args:
            stop: As for `govnews.words`.

        >>> pd.Series(["慰问困难职工8名"]).gov.words().tolist()
        [['慰问', '困难职工', '8名']]
        """
        return self._column(self._each(lambda text: bulletin.words(text, stop=stop)), object)

    def extract(
        self, *, kinds: "Iterable[Kind | str] | None" = None, lexicon: "Lexical" = None
    ) -> pd.DataFrame:
        """Return the figures of all texts, one row each.

        Args:
            kinds: As for `govnews.extract`.
            lexicon: As for `govnews.extract`.

        Returns:
            A frame with the columns that say what a figure is (as in `govnews.frame`, but for
            those of its bulletin). Its index repeats the label of the text, so that `join` and
            `groupby(level=0)` work; offsets count in that text.

        >>> pd.Series(["拨付5027万元"]).gov.extract()["value_float"].tolist()
        [50270000.0]
        """
        found = self._each(lambda text: bulletin.extract(text, kinds=kinds, lexicon=lexicon))
        rows = [
            (place, figure_fields(figure))
            for place, listed in enumerate(found)
            for figure in listed or ()
        ]
        return self._rows(rows, _FIGURE)

    def classify(self, *, model: "Modelled" = None) -> pd.DataFrame:
        """Return the topics of each text: a column with all, and one with each topic's score.

        Args:
            model: As for `govnews.classify`.

        Returns:
            A frame at the same index; a missing text has no topics and no scores.

        >>> pd.Series(["为退役军人免费体检"]).gov.classify()["topics"].tolist()
        [('veterans',)]
        """
        texts = list(self._checked())
        given = [text for text in texts if text is not None]
        results = iter(bulletin.classify_many(given, model=model))
        found = [None if text is None else next(results) for text in texts]
        labels = dict.fromkeys(label for each in found if each for label in each.scores)
        rows = [
            (place, {"topics": each.topics, **each.scores})
            if each
            else (place, {"topics": (), **dict.fromkeys(labels)})
            for place, each in enumerate(found)
        ]
        return self._rows(rows, columns_of_topics(tuple(labels)))

    def analyze(self, **settings: Any) -> pd.Series:  # noqa: ANN401 - those of analyze
        """Return the bulletin of each text, at the same index; its id is the text's label.

        Args:
            settings: As for `govnews.analyze`.

        >>> pd.Series(["走访43家企业"], index=["a"]).gov.analyze()["a"].figures[0].text
        '43家'
        """
        found = [
            None if text is None else bulletin.analyze(text, id=str(label), **settings)
            for label, text in zip(self._texts.index, self._checked(), strict=True)
        ]
        return self._column(found, object)

    def _checked(self) -> Iterator[str | None]:
        """Yield the texts, None for what is missing."""
        for label, text in self._texts.items():
            if isinstance(text, str):
                yield text
            elif pd.api.types.is_scalar(text) and pd.isna(text):
                yield None
            else:
                raise TypeError(
                    f"the text at {label!r} is a {type(text).__name__}: .gov reads columns of str"
                )

    def _each(self, work: Callable[[str], _Result]) -> list[_Result | None]:
        return [None if text is None else work(text) for text in self._checked()]

    def _column(self, cells: Sequence[object], type_: object) -> pd.Series:
        return pd.Series(list(cells), index=self._texts.index, dtype=type_, name=self._texts.name)

    def _rows(self, rows: Sequence[tuple[int, Row]], columns: Sequence[Column]) -> pd.DataFrame:
        """Make a frame of rows that belong to the texts at some places."""
        found = to_pandas(arrow_table((row for _, row in rows), columns), columns)
        return found.set_index(self._texts.index.take([place for place, _ in rows]))

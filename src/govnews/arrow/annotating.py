"""From record batches with a text a row to record batches with what each text says."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from govnews import grouping
from govnews.arrow.analysing import Piece, pieces
from govnews.arrow.layout import NESTED, checked_what, labels_of
from govnews.arrow.nesting import record_batch, sound_batch
from govnews.arrow.reading import Fields, rows_of
from govnews.bulletin.lexicon import Lexical, lexicon_of
from govnews.bulletin.modelling import Modelled, models_of
from govnews.bulletin.work import Analysis
from govnews.frames.arrow import schema as _needs_pyarrow

if TYPE_CHECKING:
    import pyarrow as pa

#: A batch is full with so many code points of text: some 5,000 figures, for which a process needs
#: some 50 MB while it makes their rows.
_FULL: Final = 100_000
#: What a row weighs in which nothing stands: a file can hold millions of them.
_EMPTY: Final = 50


def annotate(  # noqa: PLR0913 - those of analyze, and where they stand
    batches: "Iterable[pa.RecordBatch]",
    *,
    text: str = "text",
    id: str | None = None,  # noqa: A002 - as in analyze
    issued: str | None = None,
    lexicon: Lexical = None,
    model: Modelled = None,
    what: Iterable[str] = NESTED,
    keep: Sequence[str] = (),
) -> "Iterator[pa.RecordBatch]":
    """Analyse the text of each row (extra `frames`).

    One row in, one row out, in order: whatever runs it can do a batch again, and nothing is
    lost or doubled. A text that cannot be analysed is a row that says why in `error`. Only a
    text of more than 100,000 characters becomes several rows, one for each `slice` of it;
    offsets count in the whole text then, and its paragraphs are numbered through.

    Args:
        batches: Batches with the same columns.
        text: The name of the column of texts. Bytes may be in any encoding that `read` knows.
        id: The name of the column with what each text is called; by default `id`, if there is
            one.
        issued: The name of the column with the days of issue, as dates or ISO 8601; empty where
            they are not known.
        lexicon: As for `analyze`.
        model: As for `analyze`.
        what: The tables to put in the rows: "paragraphs", "figures", "edits".
        keep: The names of columns that are passed through, in front of ours.

    Yields:
        Batches with the schema that `schema` returns, at least one for each of *batches*.
        In their tables are the columns of `govnews.frame`; why a figure must not be added
        (`left_out`) is judged within its text.

    Raises:
        FrameError: If a column is missing or is of another type, or one to keep is called as
            one of ours.
        MissingExtraError: If pyarrow is not installed.
        TypeError: If one of *batches* is none: of a table pass `table.to_batches()`.
        UnknownChoiceError: If *what* names a table that there is not.
        LexiconError, GovnewsError, OSError, ValueError: As for `analyze_many`.

    >>> import pyarrow as pa
    >>> batch = pa.record_batch({"text": ["走访43家企业", None], "name": ["a", "b"]})
    >>> (found,) = annotate([batch], id="name")
    >>> found.select(["id", "n_figures", "error"]).to_pylist()[1]
    {'id': 'b', 'n_figures': 0, 'error': 'the row has no text'}
    >>> found["figures"][0][0]["target"].as_py()
    '企业'
    """
    _needs_pyarrow(())
    models = models_of(model)
    labels, tables = labels_of(models), checked_what(what)
    fields = Fields(text, id, issued)
    analyse = Analysis(lexicon_of(lexicon), models)
    names = [keep] if isinstance(keep, str) else keep
    for batch in _batches(batches):
        kept = fields.kept(batch, names)
        for group in grouped(pieces(rows_of(batch, fields), analyse)):
            _, found = sound_batch(group, tables, labels)
            yield _beside(kept.take([piece.row for piece in group]), found) if keep else found
        if not len(batch):
            found = record_batch([], tables, labels)
            yield _beside(kept, found) if keep else found


def _batches(given: "Iterable[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa

    for batch in given:
        if not isinstance(batch, pa.RecordBatch):
            raise TypeError(
                f"annotate takes record batches, not {type(given).__name__} with "
                f"{type(batch).__name__} in it: pass [batch], or of a table table.to_batches()"
            )
        yield batch


def grouped(found: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Put pieces together until they fill a batch: what one weighs is bounded.

    >>> [len(group) for group in grouped([Piece(0, "a"), Piece(1, "b")])]
    [2]
    """
    return grouping.grouped(found, _weight, _FULL)


def _weight(piece: Piece) -> int:
    return _EMPTY + (len(piece.bulletin.raw) if piece.bulletin else 0)


def _beside(kept: "pa.RecordBatch", found: "pa.RecordBatch") -> "pa.RecordBatch":
    import pyarrow as pa

    every = pa.schema([*kept.schema, *found.schema])
    return pa.RecordBatch.from_arrays([*kept.columns, *found.columns], schema=every)

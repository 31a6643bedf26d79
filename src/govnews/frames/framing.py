"""The public call: bulletins as a frame."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, overload

from govnews.bulletin.bulletin import Bulletin
from govnews.errors import UnknownChoiceError
from govnews.frames import columns
from govnews.frames.arrow import arrow_table
from govnews.frames.columns import Column
from govnews.frames.engines import to_pandas, to_polars
from govnews.frames.rows import Row, edit_rows, figure_rows, paragraph_rows, token_rows
from govnews.topics.labels import TOPICS
from govnews.totalling import reasons

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

What: TypeAlias = Literal["figures", "paragraphs", "edits", "tokens"]
Engine: TypeAlias = Literal["pandas", "polars", "arrow"]
Bulletins: TypeAlias = Bulletin | Mapping[Any, Bulletin] | Iterable[Bulletin]
"""A bulletin, or many: one after another, or by their names."""

_Labels: TypeAlias = tuple[str, ...]
_Pairs: TypeAlias = Sequence[tuple[str, Bulletin]]


def _figures(named: _Pairs, _: _Labels) -> Iterator[Row]:
    every = reasons([bulletin for _, bulletin in named])
    for (name, bulletin), why in zip(named, every, strict=True):
        yield from figure_rows(bulletin, name, why)


def _paragraphs(named: _Pairs, labels: _Labels) -> Iterator[Row]:
    return (row for name, bulletin in named for row in paragraph_rows(bulletin, name, labels))


def _edits(named: _Pairs, _: _Labels) -> Iterator[Row]:
    return (row for name, bulletin in named for row in edit_rows(bulletin, name))


def _tokens(named: _Pairs, _: _Labels) -> Iterator[Row]:
    return (row for name, bulletin in named for row in token_rows(bulletin, name))


class _Table(NamedTuple):
    columns: Callable[[_Labels], tuple[Column, ...]]
    rows: Callable[[_Pairs, _Labels], Iterator[Row]]


_TABLES: Final[Mapping[str, _Table]] = {
    "figures": _Table(columns.figures, _figures),
    "paragraphs": _Table(columns.paragraphs, _paragraphs),
    "edits": _Table(lambda _: columns.EDITS, _edits),
    "tokens": _Table(lambda _: columns.TOKENS, _tokens),
}
_ENGINES: Final = ("pandas", "polars", "arrow")


@overload
def frame(
    bulletins: Bulletins, what: What = "figures", *, engine: Literal["pandas"] = "pandas"
) -> "pd.DataFrame": ...
@overload
def frame(
    bulletins: Bulletins, what: What = "figures", *, engine: Literal["polars"]
) -> "pl.DataFrame": ...
@overload
def frame(
    bulletins: Bulletins, what: What = "figures", *, engine: Literal["arrow"]
) -> "pa.Table": ...
def frame(
    bulletins: Bulletins, what: What = "figures", *, engine: Engine = "pandas"
) -> "pd.DataFrame | pl.DataFrame | pa.Table":
    """Return bulletins as a frame (extra `frames`, or `polars`).

    Args:
        bulletins: What `analyze` returned: one, many, or a mapping of names to them; a name
            goes before the `Bulletin.id`, and the second of a name is told apart: a.txt (2).
        what: "figures", "paragraphs", "edits" (what cleaning changed) or "tokens" (words): one
            row each.
        engine: "pandas", "polars" or "arrow" (a pyarrow table).

    Returns:
        The frame. Its columns and their types are the same whatever is in it; `columns_of`
        says what each means. Numbers are exact (decimals), with a float column beside `value`;
        offsets count code points of the string that was analysed.

    Raises:
        TypeError: If *bulletins* are none.
        MissingExtraError: If the engine is not installed.
        UnknownChoiceError: If there is no such *what* or *engine*.

    >>> from govnews.bulletin import analyze
    >>> found = frame({"a": analyze("拨付5027万元"), "b": analyze("走访43家企业")})
    >>> found[["bulletin", "kind", "value_float", "target"]].values.tolist()
    [['a', 'money', 50270000.0, nan], ['b', 'count', 43.0, '企业']]
    """
    table_of = _table(what)
    if engine not in _ENGINES:
        raise UnknownChoiceError(f"no engine {engine!r}: choose from {', '.join(_ENGINES)}")
    named = list(named_bulletins(bulletins, "frame"))
    labels = labels_of(bulletin for _, bulletin in named)
    found = table_of.columns(labels)
    table = arrow_table(table_of.rows(named, labels), found)
    if engine == "arrow":
        return table
    return to_polars(table) if engine == "polars" else to_pandas(table, found)


def _table(what: str) -> _Table:
    if what not in _TABLES:
        raise UnknownChoiceError(f"no frame of {what!r}: choose from {', '.join(_TABLES)}")
    return _TABLES[what]


def columns_of(what: What = "figures", labels: Sequence[str] = tuple(TOPICS)) -> tuple[Column, ...]:
    """Return the columns of a frame: what each is called, holds and means.

    Args:
        what: As for `frame`.
        labels: The topics that the models know; the five of the package by default.

    Raises:
        UnknownChoiceError: If there is no such frame.

    >>> [column.meaning for column in columns_of("edits") if column.name == "before"]
    ['what stood there']
    """
    return _table(what).columns(tuple(labels))


def labels_of(bulletins: Iterable[Bulletin]) -> _Labels:
    """Return the topics of bulletins: the five, or those of the models that labelled them.

    >>> from govnews.bulletin import analyze
    >>> labels_of([analyze("无")]) == tuple(TOPICS)
    True
    """
    scored: dict[str, None] = {}
    for bulletin in bulletins:
        for paragraph in bulletin.paragraphs:
            if paragraph.scores.keys() - scored.keys():
                scored |= dict.fromkeys(paragraph.scores)
    return tuple(TOPICS if scored.keys() <= TOPICS.keys() else scored)


def named_bulletins(bulletins: Bulletins, asker: str) -> Iterator[tuple[str, Bulletin]]:
    """Yield what a caller passed as bulletins, with what each is called, and no other is.

    The second of a name gets its number behind it: what is grouped by name must stay apart.

    Raises:
        TypeError: If it is none; the message says that *asker* takes them.

    >>> from govnews.bulletin import analyze
    >>> [name for name, _ in named_bulletins([analyze("无"), analyze("无", id="b")], "frame")]
    ['0', 'b']
    >>> [name for name, _ in named_bulletins([analyze("无", id="b")] * 2, "frame")]
    ['b', 'b (2)']
    """
    taken: set[str] = set()
    times: Counter[str] = Counter()
    for name, bulletin in _named(bulletins, asker):
        distinct = name
        while distinct in taken:
            times[name] += 1
            distinct = f"{name} ({times[name] + 1})"
        taken.add(distinct)
        yield distinct, bulletin


def _named(bulletins: Bulletins, asker: str) -> Iterator[tuple[str, Bulletin]]:
    if isinstance(bulletins, Mapping):
        for name, bulletin in bulletins.items():
            yield str(name), _checked(bulletin, asker)
        return
    if isinstance(bulletins, Bulletin):
        bulletins = [bulletins]
    elif (
        isinstance(bulletins, str)
        or hasattr(bulletins, "columns")
        or not isinstance(bulletins, Iterable)
    ):
        raise _none(bulletins, asker)
    for number, bulletin in enumerate(bulletins):
        if bulletin is None:  # what `Series.gov.analyze` has for a missing text
            continue
        name = _checked(bulletin, asker).id
        yield str(number) if name is None else name, bulletin


def _is_one(given: object) -> bool:
    """Tell whether what could be iterated over is a text or a table."""
    return isinstance(given, str) or hasattr(given, "columns")


def _checked(bulletin: object, asker: str) -> Bulletin:
    if not isinstance(bulletin, Bulletin):
        raise _none(bulletin, asker)
    return bulletin


def _none(given: object, asker: str) -> TypeError:
    return TypeError(
        f"{asker} takes Bulletins, not {type(given).__name__}: pass what analyze returns for it"
    )

"""Batches in, batches out: one schema, one row a row, and what `frame` would say."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govnews
from govnews.arrow import analysing, annotate, flatten, schema
from govnews.bulletin import analysis, work
from govnews.bulletin.analysis import Given
from govnews.errors import FrameError, UnknownChoiceError
from govnews.frames import What
from tests.corpora.test_topics_corpus import FOLDER

TEXTS = (
    "西宁网讯 7月24日，总工会拨付救助金5027万元，同比增长8.5%。\n慰问退役军人近300名。",
    "發放救助金(jiùzhùjīn)２０００元，惠及４３家企業。",
    "",
    "没有数字。",
)
IDS = tuple("abcd")
WHATS: tuple[What, ...] = ("paragraphs", "figures", "edits")


def batch_of(texts: Sequence[Any], **columns: Sequence[Any]) -> pa.RecordBatch:
    """Return a batch with these texts and the ids 0, 1, 2..."""
    ids = [str(number) for number in range(len(texts))]
    given_columns = {"id": ids, "text": pa.array(texts, pa.string()), **columns}
    return pa.record_batch(given_columns)


def whole(found: Iterator[pa.RecordBatch], what: Any) -> pa.Table:
    """Return annotated batches as one flat table."""
    return flatten(pa.Table.from_batches(list(found)), what)


def framed(texts: Sequence[str], what: What) -> pa.Table:
    """Return what `frame` says of texts one by one."""
    every = [
        govnews.frame({str(number): govnews.analyze(text)}, what, engine="arrow")
        for number, text in enumerate(texts)
    ]
    return pa.concat_tables(every)


@pytest.mark.parametrize("what", WHATS)
def test_it_says_what_frame_says(what: What) -> None:
    """The same columns, types, meanings and cells."""
    found = whole(annotate([batch_of(TEXTS)], id="id"), what)
    expected = framed(TEXTS, what)
    assert found.schema.equals(expected.schema, check_metadata=True)
    assert found.to_pylist() == expected.to_pylist()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text("职工慰问5万7元人。，%八\n年月(a)企", max_size=30), max_size=4))
def test_it_says_what_frame_says_of_any_text(texts: list[str]) -> None:
    """Also of what nobody would write."""
    found = list(annotate([batch_of(texts)], id="id"))
    for what in WHATS:
        expected = framed(texts, what).to_pylist() if texts else []
        assert whole(iter(found), what).to_pylist() == expected


@pytest.mark.parametrize("texts", [[], [None], ["无"], TEXTS])
def test_one_schema(texts: Sequence[str | None]) -> None:
    """Whatever is in it, and also if nothing is."""
    (found,) = annotate([batch_of(texts)], id="id")
    assert found.schema.equals(schema(), check_metadata=True)
    assert len(found) == len(texts)
    found.validate(full=True)


def test_no_batches() -> None:
    """Nothing in, nothing out."""
    assert list(annotate([])) == []


def test_it_is_drawn_as_it_is_needed() -> None:
    """The second batch is not asked for before the first is done."""
    asked: list[int] = []

    def batches() -> Iterator[pa.RecordBatch]:
        for number in range(3):
            asked.append(number)
            yield batch_of(["无"])

    next(annotate(batches()))
    assert asked == [0]


def test_doing_it_twice_gives_the_same() -> None:
    """An engine may try again what failed."""
    first, second = (list(annotate([batch_of(TEXTS)], id="id")) for _ in range(2))
    assert first == second


def test_a_text_that_is_missing() -> None:
    """It is a row that says so, and the others are done."""
    found = list(annotate([batch_of(["走访43家", None, "慰问5人"])], id="id"))
    assert [(row["error"], row["n_figures"]) for row in found[0].to_pylist()] == [
        (None, 1),
        ("the row has no text", 0),
        (None, 1),
    ]
    assert whole(iter(found), "bulletins")["bulletin"].to_pylist() == ["0", "2"]


def test_a_string_that_is_not_utf_8() -> None:
    """Parquet files can hold it; it costs only itself."""
    spoilt = pa.array([b"\xe5\xb7\xa5", b"ab\xff"]).cast(pa.large_binary())
    column = pa.Array.from_buffers(pa.large_string(), 2, spoilt.buffers())
    (found,) = annotate([pa.record_batch({"text": column})])
    assert found["error"].to_pylist() == [None, "byte 2 (0xff) of the text is not UTF-8"]


def test_bytes_in_another_encoding() -> None:
    """They are read as files are."""
    texts = pa.array(["走访43家企业，慰问困难职工".encode("gb18030"), b"\xff\xff\xff"])
    (found,) = annotate([pa.record_batch({"text": texts})])
    assert found["figures"][0][0]["text"].as_py() == "43家"
    assert found["error"][1].as_py().startswith("the text: byte 0 (0xff)")


@pytest.mark.parametrize(
    "days",
    [
        pa.array([date(2022, 7, 25), None]),
        pa.array(["2022-07-25", ""]),
        pa.array([1658707200, None], pa.timestamp("s")),
    ],
)
def test_days_of_issue(days: pa.Array) -> None:
    """Days, times and ISO 8601; none may be known."""
    batch = batch_of(["7月24日慰问"] * 2, day=days)
    (found,) = annotate([batch], issued="day")
    assert [row["resolved"] for row in whole(iter([found]), "figures").to_pylist()] == [
        "2022-07-24",
        None,
    ]
    assert found["issued"].to_pylist() == [date(2022, 7, 25), None]


def test_a_day_of_issue_that_is_none() -> None:
    """Its row says so."""
    (found,) = annotate([batch_of(["慰问5人"], day=["soon"])], issued="day")
    assert found["error"].to_pylist() == ["issued='soon' is no date: write it as 2022-07-25"]


def test_a_text_that_breaks_the_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it does, the others are done."""
    analyze_together = analysis.analyze_together

    def breaking(given: Sequence[Given], **settings: Any) -> list[govnews.Bulletin]:
        if any(each.text == "毒" for each in given):
            raise RecursionError("too deep")
        return analyze_together(given, **settings)

    monkeypatch.setattr(work, "analyze_together", breaking)
    (found,) = annotate([batch_of(["毒", "慰问5人"])])
    assert found["error"].to_pylist() == ["RecursionError: too deep", None]
    assert found["n_figures"].to_pylist() == [0, 1]


def test_columns_that_are_kept() -> None:
    """In front, beside the rows that they belong to."""
    batch = batch_of(["无", None], place=["西宁", "海西"])
    (found,) = annotate([batch], id="id", keep=["place"], what=[])
    assert found.schema.names[:2] == ["place", "id"]
    assert found.select(["place", "id"]).to_pylist() == [
        {"place": "西宁", "id": "0"},
        {"place": "海西", "id": "1"},
    ]
    kept = schema(keep=[batch.schema.field("place")], what=[])
    assert found.schema.equals(kept)
    (empty,) = annotate([batch.slice(0, 0)], id="id", keep=["place"], what=[])
    assert empty.schema.equals(kept)


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"text": "body"}, "no column 'body'"),
        ({"text": "number"}, "column 'number' holds int64, not text"),
        ({"keep": ["id"]}, "the result has a column 'id' of its own"),
    ],
)
def test_a_column_that_is_not_there(given_: dict[str, Any], message: str) -> None:
    """The message says what is wrong."""
    with pytest.raises(FrameError, match=message):
        list(annotate([batch_of(["无"], number=[7])], **given_))


def test_a_table_that_there_is_not() -> None:
    """The message lists those that there are."""
    with pytest.raises(UnknownChoiceError, match="choose from paragraphs, figures, edits"):
        list(annotate([batch_of(["无"])], what=["words"]))


def test_a_long_text_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every paragraph once, numbered through; offsets count in the whole, which they quote."""
    lines = [f"第{number}家工会慰问职工{number}人。" for number in range(300)]
    text = "\n".join(lines)
    monkeypatch.setattr(analysing, "LIMIT", 1000)
    found = pa.Table.from_batches(list(annotate([batch_of([text])], id="id")))
    assert found["slice"].to_pylist() == list(range(len(found)))
    assert len(found) > 3
    paragraphs = flatten(found, "paragraphs").to_pylist()
    assert [row["text"] for row in paragraphs] == lines
    assert [row["paragraph"] for row in paragraphs] == list(range(300))
    assert [text[row["start"] : row["end"]] for row in paragraphs] == lines
    figures = flatten(found, "figures").to_pylist()
    people = [row for row in figures if row["unit"] == "人"]
    assert [(row["paragraph"], int(row["value"])) for row in people] == [
        (number, number) for number in range(300)
    ]
    assert all(text[row["start"] : row["end"]] == row["text"] for row in figures)


def test_a_day_that_the_first_slice_states_holds_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the day of the whole text; and no later slice has a dateline."""
    text = "发布时间：2023-03-12\n" + "工会慰问。\n" * 300 + "西宁网讯 3月9日走访。\n"
    monkeypatch.setattr(analysing, "LIMIT", 1000)
    found = list(annotate([batch_of([text])], id="id"))
    table = whole(iter(found), "bulletins")
    assert set(table["issued"].to_pylist()) == {date(2023, 3, 12)}
    assert whole(iter(found), "figures")["resolved"].to_pylist()[-1] == "2023-03-09"


def test_a_corpus_loses_nothing() -> None:
    """As many paragraphs as `analyze` finds."""
    texts = (FOLDER / "county.jsonl").read_text("utf-8").splitlines()[:20]
    found = whole(annotate([batch_of(texts)], id="id"), "paragraphs")
    assert len(found) == sum(len(govnews.analyze(text).paragraphs) for text in texts)


@pytest.mark.parametrize("given", [pa.table({"text": ["a"]}), pa.record_batch({"text": ["a"]})])
def test_what_holds_no_batches(given: Any) -> None:
    """The message says what to pass instead."""
    with pytest.raises(TypeError, match=r"pass \[batch\], or of a table table\.to_batches\(\)"):
        list(annotate(given))

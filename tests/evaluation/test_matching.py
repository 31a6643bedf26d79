"""Figures beside labels: what is right, wrong, spurious, misread and missing."""

from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from govnews.evaluation import HEADLINE, Counts, Document, Label, score_figures
from govnews.evaluation.matching import _agrees, _Tally
from govnews.models import Bound, Figure, Kind

TEXT = "走访43家企业，慰问职工近300名"
FIRM = {"kind": Kind.COUNT, "start": 2, "end": 5, "value": "43", "unit": "家", "target": "企业"}
WORKERS = {
    "kind": Kind.HEADCOUNT,
    "start": 12,
    "end": 17,
    "value": "300",
    "unit": "人",
    "target": "职工",
    "bound": Bound.NEARLY,
}
EMPTY = {"upper": None, "bound": Bound.EXACT, "currency": None, "target": None, "change": None}


def label(said: dict[str, Any], **changes: Any) -> Label:
    """Make a label of TEXT."""
    fields = EMPTY | said | changes
    return Label(text=TEXT[fields["start"] : fields["end"]], **fields)


def counts(*labels: Label) -> Counts:
    """Score TEXT with these labels, all kinds together."""
    return score_figures([Document("a", TEXT, labels)]).counts()


def test_all_right() -> None:
    """Nothing differs."""
    scores = score_figures([Document("a", TEXT, (label(FIRM), label(WORKERS)))])
    assert scores.counts() == Counts(right=2)
    assert scores.counts(HEADLINE) == Counts(right=1)
    assert [scores.share(name).accuracy for name in ("bound", "span", "change", "target")] == [
        1
    ] * 4
    assert scores.errors == ()


def test_a_label_too_few() -> None:
    """What was found beside the labels is spurious."""
    assert counts(label(FIRM)) == Counts(right=1, spurious=1)


@pytest.mark.parametrize(
    "changes",
    [
        {"value": "44"},
        {"unit": "户"},
        {"kind": Kind.HEADCOUNT},
        {"upper": "50", "bound": Bound.RANGE},
        {"currency": "CNY"},
    ],
)
def test_another_value(changes: dict[str, Any]) -> None:
    """It is one wrong figure, and one that was misread; not a spurious one and a missing one."""
    assert counts(label(FIRM, **changes), label(WORKERS)) == Counts(right=1, wrong=1, misread=1)


def test_a_label_too_many() -> None:
    """Nothing was read there: it is missing."""
    missing = label(FIRM, start=5, end=7)
    assert counts(label(FIRM), missing, label(WORKERS)) == Counts(right=2, missing=1)


@pytest.mark.parametrize("changes", [{}, {"value": "44"}])
def test_optional_does_not_count(changes: dict[str, Any]) -> None:
    """Found or not, right or not."""
    assert counts(label(FIRM, optional=True, **changes), label(WORKERS)) == Counts(right=1)


def test_numbers_are_compared_as_numbers() -> None:
    """43.0 is 43."""
    assert counts(label(FIRM, value="43.0"), label(WORKERS)) == Counts(right=2)


def test_attributes_are_compared_on_what_is_right() -> None:
    """Each by itself; errors say what was labelled and what was read."""
    labels = (
        label(FIRM, target="商店", start=1),
        label(WORKERS, bound=Bound.EXACT, change="increase"),
    )
    scores = score_figures([Document("a", TEXT, labels)])
    assert [scores.share(name).agreed for name in ("bound", "span", "change", "target")] == [1] * 4
    assert [str(error) for error in scores.errors] == [
        "a span of 访43家: 访43家 is labelled, 43家 was read",
        "a target of 访43家: 商店 is labelled, 企业 was read",
        "a bound of 近300名: exact is labelled, nearly was read",
        "a change of 近300名: increase is labelled, nothing was read",
    ]


def test_errors_name_the_text() -> None:
    """One line each."""
    scores = score_figures(
        [Document("a", TEXT, (label(FIRM, value="44"), label(FIRM, start=5, end=7)))]
    )
    assert [str(error) for error in scores.errors] == [
        "a wrong 43家: count 44 家 is labelled, count 43 家 was read",
        "a missing 企业: count 43 家 is labelled, nothing was read",
        "a spurious 近300名: nothing is labelled, headcount 300 人 was read",
    ]


@pytest.mark.parametrize(
    ("labelled", "read", "agrees"),
    [
        ("企业", "企业", True),
        (None, None, True),
        (None, "企业", False),
        ("企业", None, False),
        ("困难职工帮扶资金", "帮扶资金", True),
        ("帮扶资金", "困难职工帮扶资金", True),
        ("帮扶", "帮扶资金", False),
        ("“法律体检”活动", "法律体检活动", True),
        ("职工的满意率", "职工满意率", True),
        ("新能源 装机", "新能源装机占比", True),
        ("企业数量", "企业总数", True),
        ("总量", "总量", True),
        ("总量", "数量", False),
        ("的", None, True),
    ],
)
def test_targets(labelled: str | None, read: str | None, *, agrees: bool) -> None:
    """Quotes, spaces and 的 do not count, nor does a closing 数量; the head decides."""
    found = Figure(Kind.COUNT, "43家", 2, 5, "43", target=read)
    assert _agrees("target", label(FIRM, target=labelled), found) is agrees


def test_of_nothing_all_is_right() -> None:
    """No division by zero."""
    scores = score_figures([Document("a", "无", ())])
    assert (scores.documents, scores.counts(), scores.counts().f1) == (1, Counts(), 1.0)
    assert (scores.counts().precision, scores.counts().recall) == (1.0, 1.0)
    assert scores.share("target").accuracy == 1.0


def test_shares() -> None:
    """Precision of what was found, recall of what was labelled."""
    made = Counts(right=6, wrong=1, spurious=1, misread=1, missing=3)
    assert (made.found, made.labelled) == (8, 10)
    assert (made.precision, made.recall) == (0.75, 0.6)
    assert made.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)


def test_a_lexicon_may_be_a_path(tmp_path: Path) -> None:
    """As of every call; and one that is not there is said before anything is read."""
    path = tmp_path / "own.toml"
    path.write_text('[[unit]]\nword = "家"\nremove = true', "utf-8")
    document = Document("a", TEXT, (label(WORKERS),))
    assert score_figures([document], lexicon=path).counts() == Counts(right=1)
    with pytest.raises(FileNotFoundError):
        score_figures([], lexicon=tmp_path / "none.toml")


@pytest.mark.parametrize("value", ["44", "43"])
def test_long_texts_take_linear_time(value: str) -> None:
    """Four times the labels take four times as long, right or wrong, not sixteen."""

    def seconds(times: int) -> float:
        labels = tuple(
            label(FIRM, value=value, optional=not at % 3, start=at * 7 + 2, end=at * 7 + 5)
            for at in range(times)
        )
        figures = [
            Figure(Kind.COUNT, "43家", each.start, each.end, Decimal(43), unit="家")
            for each in labels
        ]
        start = process_time()
        _Tally().add(Document("a", "", labels), figures)
        return process_time() - start

    assert min(seconds(8_000) for _ in range(3)) < 8 * min(seconds(2_000) for _ in range(3))

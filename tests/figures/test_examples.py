"""Every example of corpora/figures, and every row of the tables."""

import re
from typing import Any

import pytest

import govnews
from govnews.models import Bound
from govnews.resources import table
from tests.examples import Case, cases, summary


@pytest.mark.parametrize("case", list(cases()))
def test_example(case: Case) -> None:
    """The whole list of figures matches: nothing more, nothing less."""
    found = govnews.extract(case.text)
    expected = case.figures

    assert [
        summary(figure, keys)
        for figure, keys in zip(found, expected + [{}] * len(found), strict=False)
    ] == expected


def rows(name: str, key: str) -> list[Any]:
    """Return the rows of a table as parameters."""
    return [pytest.param(row, id=row.get("word", row.get("name"))) for row in table(name)[key]]


@pytest.mark.parametrize("row", rows("units", "unit"))
def test_unit_fires_on_its_example(row: dict[str, Any]) -> None:
    """Its example yields one figure of its kind and unit."""
    found = govnews.extract(row["example"])

    assert [(figure.kind.value, figure.unit) for figure in found] == [
        (row["kind"], row.get("unit", row["word"]))
    ]


@pytest.mark.parametrize("row", rows("currencies", "currency"))
def test_currency_fires_on_its_example(row: dict[str, Any]) -> None:
    """Its example yields one sum in that currency."""
    found = govnews.extract(row["example"])

    assert [(figure.unit, figure.currency) for figure in found] == [(row["unit"], row["code"])]


@pytest.mark.parametrize("row", rows("qualifiers", "qualifier"))
def test_qualifier_changes_the_bound(row: dict[str, Any]) -> None:
    """With the word the bound is the row's, and the word lies in the span; without it is exact."""
    (found,) = govnews.extract(row["example"])
    plain = govnews.extract(row["example"].replace(row["word"], "", 1))

    assert row["word"] in found.text
    assert found.bound == row["bound"]
    # 百名 without 上 or 过 names no number at all
    assert [figure.bound for figure in plain] in ([Bound.EXACT], [])


@pytest.mark.parametrize("row", rows("exclusions", "pattern"))
def test_excluded_pattern_is_no_figure(row: dict[str, Any]) -> None:
    """The pattern is found in its example, and what it covers yields nothing."""
    match = re.search(row["regex"], row["example"], re.MULTILINE)

    assert match
    assert not [
        figure
        for figure in govnews.extract(row["example"])
        if figure.start < match.end() and match.start() < figure.end
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("门牌7.6万块三个月挂完", ["7.6万块", "三个月"]),
        ("收到肆佰叁拾萬圆整", ["肆佰叁拾萬圆整"]),
        ("单位：万元\n项目 2022年\n办公费 35.6 -3.2", ["2022年", "35.6", "-3.2"]),
        ("单位：万元\n项目 预算 增减%\n办公费 35.6 3.2", ["35.6"]),
        ("共七成 二产占三成", ["七成", "三成"]),
    ],
)
def test_figures_of_several_kinds(text: str, expected: list[str]) -> None:
    """What the corpora cannot say: kinds mixed, or a script that cleaning would change."""
    assert [figure.text for figure in govnews.extract(text)] == expected


@pytest.mark.parametrize("phrase", ["12345", "985", "12351"])
def test_a_name_in_digits_is_no_part_of_a_longer_number(phrase: str) -> None:
    """Digits behind it, a unit behind it: then it is a number."""
    (longer,) = govnews.extract(f"投入{phrase}678元")

    assert longer.text.endswith("678元")


@pytest.mark.parametrize(
    "phrase", [word for group in table("exclusions")["phrases"] for word in group["words"]]
)
def test_excluded_phrase_is_no_figure(phrase: str) -> None:
    """A phrase of the table yields nothing, alone or in a sentence."""
    assert govnews.extract(phrase) == []
    assert govnews.extract(f"要做好{phrase}工作") == []


@pytest.mark.parametrize(("name", "key"), [("units", "unit"), ("currencies", "currency")])
def test_words_are_unique(name: str, key: str) -> None:
    """No word stands in a table twice."""
    words = [row["word"] for row in table(name)[key]]

    assert sorted(set(words)) == sorted(words)

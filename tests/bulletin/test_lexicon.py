"""An analyst's own units, currencies, qualifiers and exclusions."""

import copy
import pickle
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given, settings

import govnews
from govnews import Lexicon, LexiconError
from tests.properties.test_figures import TEXTS

TREES = """
[[unit]]
word = "树"
kind = "count"
example = "认养苹果300树"
"""
SHIPPED = Path(govnews.__file__).parent / "data"


def lexicon(*rows: str) -> Lexicon:
    """Make a lexicon of the text of a file."""
    return Lexicon("own.toml", "\n".join(rows))


def read(text: str, *rows: str) -> list[tuple[str, str, str | None]]:
    """Return what is read with these rows: text, bound and unit."""
    return [
        (figure.text, figure.bound.value, figure.unit)
        for figure in govnews.extract(text, lexicon=lexicon(*rows))
    ]


def test_a_measure_word() -> None:
    """Without it the number counts nothing, with it it does, bounds and all."""
    assert govnews.extract("认养苹果近300树") == []
    assert read("认养苹果近300树", TREES) == [("近300树", "nearly", "树")]


def test_a_unit_by_another_name() -> None:
    """Scale and name are those of the row."""
    row = '[[unit]]\nword = "打"\nkind = "count"\nunit = "个"\nscale = 12\nexample = "购买毛巾30打"'
    (figure,) = govnews.extract("购买5打铅笔", lexicon=lexicon(row))
    assert (str(figure.value), figure.unit) == ("60", "个")


def test_a_currency() -> None:
    """It is money, in its own currency."""
    row = '[[currency]]\nword = "坚戈"\nunit = "坚戈"\ncode = "KZT"\nexample = "折合300万坚戈"'
    (figure,) = govnews.extract_money("折合9亿坚戈", lexicon=lexicon(row))
    assert (figure.currency, str(figure.value)) == ("KZT", "900000000")


def test_qualifiers() -> None:
    """Before and behind, each its own word."""
    rows = (
        '[[qualifier]]\nword = "冲上"\nplace = "before"\nbound = "over"\nexample = "冲上300人"',
        '[[qualifier]]\nword = "打底"\nplace = "after"\nbound = "at_least"\nexample = "300人打底"',
    )
    assert read("冲上300人，500人打底", *rows) == [
        ("冲上300人", "over", "人"),
        ("500人打底", "at_least", "人"),
    ]


def test_exclusions() -> None:
    """Phrases and patterns are no figures; other numbers are."""
    rows = (
        '[[phrases]]\ngroup = "name"\nwords = ["两家人饭店", "666大厦"]',
        '[[pattern]]\nname = "gate"\nregex = "[0-9]{1,3}(?=号门)号"\nexample = "由12号门进"',
    )
    assert read("在两家人饭店和666大厦，12号门，两家企业", *rows) == [("两家", "exact", "家")]


def test_a_row_replaces_the_shipped_one_with_its_word() -> None:
    """And a word behind a number has one meaning: a currency replaces a unit."""
    assert read("走访43家", '[[unit]]\nword="家"\nkind="headcount"\nunit="人"\nexample="9家"') == [
        ("43家", "exact", "人")
    ]
    assert read("43户", '[[currency]]\nword="户"\nunit="户"\ncode="XXX"\nexample="9户"') == [
        ("43户", "exact", "户")
    ]


@pytest.mark.parametrize(
    ("row", "text", "without"),
    [
        ('[[unit]]\nword = "家"\nremove = true', "43家", []),
        ('[[currency]]\nword = "港币"\nremove = true', "300港币，港币300元", ["港币300元"]),
        ('[[currency]]\nword = "元"\nremove = true', "300元，300美元", ["300美元"]),
        ('[[qualifier]]\nword = "近"\nplace = "before"\nremove = true', "近300元", ["300元"]),
        ('[[phrases]]\nwords = ["两会"]\nremove = true', "两会", []),
        ('[[pattern]]\nname = "decade"\nremove = true', "90年代", []),
    ],
)
def test_a_shipped_row_is_removed(row: str, text: str, without: list[str]) -> None:
    """What it read, or kept from being read, is as if it had never been there."""
    assert [figure.text for figure in govnews.extract(text, lexicon=lexicon(row))] == without


def test_a_removed_phrase_no_longer_excludes() -> None:
    """The others of its row still do."""
    row = '[[phrases]]\nwords = ["两手"]\nremove = true'
    unit = '[[unit]]\nword = "手"\nkind = "count"\nexample = "买入300手"'
    assert read("两手，两会", row, unit) == [("两手", "exact", "手")]


def test_remove_may_be_false() -> None:
    """It then says nothing."""
    assert read("300树", TREES + "remove = false") == [("300树", "exact", "树")]


def test_an_empty_lexicon_changes_nothing() -> None:
    """A file without rows is a file."""
    assert read("走访43家", "") == [("43家", "exact", "家")]


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_shipped_tables_given_again_change_nothing(text: str) -> None:
    """All units, currencies and qualifiers, in the place of those that ship."""
    assert govnews.extract(text, lexicon=AGAIN) == govnews.extract(text)


def shipped(name: str) -> str:
    """Return the rows of a shipped table, but those for texts that were not cleaned (％)."""
    rows = (SHIPPED / f"{name}.toml").read_text("utf-8").split("\n[[")
    found = (re.search(r'^example = "(.*)"', row, re.MULTILINE) for row in rows)
    return "\n[[".join(
        row
        for row, example in zip(rows, found, strict=True)
        if example is None or govnews.clean(example[1]).text == example[1]
    )


AGAIN = lexicon(*map(shipped, ("units", "currencies", "qualifiers")))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_a_word_that_is_not_there_changes_nothing(text: str) -> None:
    """What a lexicon adds is read where it stands, and nowhere else."""
    assert govnews.extract(text, lexicon=lexicon(TREES)) == govnews.extract(text)


# -- errors -------------------------------------------------------------------

UNIT = '[[unit]]\nword = "树"\nkind = "count"\nexample = "认养苹果300树"\n'
QUALIFIER = '[[qualifier]]\nword="冲上"\nbound="over"\n'
NAMES = '[[phrases]]\ngroup = "name"\nwords = '
PATTERN = '[[pattern]]\nname = "gate"\nexample = "由12号门进"\nregex = '


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (UNIT + "colour", "own.toml is no TOML: Expected .*: mend it there"),
        ('[[units]]\nword = "树"', r"own.toml: there is no table 'units': use \[\[unit\]\], "),
        ('[unit]\nword = "树"', r"own.toml: unit is no list of rows: write \[\[unit\]\] above"),
        ("unit = [3]", r"\[\[unit\]\] 1: Expected `object`, got `int`: a row has word, example, "),
        (UNIT + "colour = 3", r"\[\[unit\]\] 1 \(树\): .*unknown field `colour`: a row has word"),
        (UNIT.replace('"树"', "3"), r"\[\[unit\]\] 1 \(3\): Expected `str`, got `int`"),
        (UNIT.replace('"树"', '""'), r"\[\[unit\]\] 1: Expected `str` of length >= 1 .*word"),
        (UNIT.replace('kind = "count"\n', ""), r"missing required field `kind`: a row has word"),
        (UNIT.replace("count", "sum"), r"\(树\): Invalid enum value 'sum' .*use one of headcount"),
        (UNIT.replace("count", "money"), r"Invalid enum value 'money'.*money is a row of \[\[cur"),
        (UNIT + 'scale = "ten"', r"\(树\): .*scale"),
        (UNIT + "not_before = ['']", r"\(树\): Expected `str` of length >= 1"),
        (UNIT + 'remove = "yes"', r"\(树\): "),
        (
            UNIT + UNIT,
            r"\[\[unit\]\] 2 \(树\) says again what own.toml, \[\[unit\]\] 1 \(树\) says",
        ),
        (
            UNIT + '[[currency]]\nword="树"\nunit="树"\ncode="CNY"\nexample="300树"',
            r"\[\[currency\]\] 1 \(树\) says again what own.toml, \[\[unit\]\] 1",
        ),
        (
            '[[currency]]\nword="坚戈"\nunit="坚戈"\ncode="kzt"\nexample="300坚戈"',
            "code.*: write the three capital letters of ISO 4217",
        ),
        (
            '[[qualifier]]\nword="冲"\nplace="inside"\nbound="over"\nexample="冲300人"',
            r"Invalid enum value 'inside' .*: use before or after",
        ),
        (
            '[[qualifier]]\nword="冲"\nplace="before"\nbound="more"\nexample="冲300人"',
            r"Invalid enum value 'more' .*: use one of exact, about, nearly, over, ",
        ),
        (
            '[[unit]]\nword="元"\nkind="count"\nexample="9元"',
            r"\[\[unit\]\] 1 \(元\): it is a curr",
        ),
        ('[[unit]]\nword = "树"\nremove = true', "no such row to remove from .*: check how it"),
        (
            '[[phrases]]\nwords = ["两会", "三会"]\nremove = true',
            r"\[\[phrases\]\] 1 \(三会\): there is no such row to remove from",
        ),
        (NAMES + '["大会"]', r"\(大会\): it has no Simplified numeral in it: only what"),
        (NAMES + '["三"]', r"\(三\): a single character is no phrase: write what stands around"),
        (NAMES + '["三岛", "三岛"]', r"\(三岛\) says again what own.toml, \[\[phrases\]\] 1"),
        (
            NAMES + '["两会"]\n[[phrases]]\nwords = ["两会"]\nremove = true',
            r"\[\[phrases\]\] 2 \(两会\) says again what own.toml, \[\[phrases\]\] 1 \(两会\)",
        ),
        (NAMES.replace("name", "code") + '["三岛"]', "code and slogan are names of their own"),
        (NAMES + '"三岛"', r"Expected `array`, got `str` - .*: write a list: \[\"三棵树镇\"\]"),
        ('[[phrases]]\ngroup = "name"\nwords = []', "Expected `array` of length >= 1"),
        (
            UNIT.replace("300树", "树"),
            r"it does not fire in '认养苹果树' \(no number stands there\): choose an example",
        ),
        (UNIT.replace("300树", "3家"), r"\(4..6 3家 as count.unit: read: .* 3 家\): choose an"),
        (UNIT.replace("树", "樹"), "texts are read in Simplified and half-width .*: write '树'"),
        (NAMES + '["三樹大廈"]', "texts are read in Simplified and .*: write '三树大厦'"),
        (
            '[[qualifier]]\nword="冲上"\nplace="after"\nbound="over"\nexample="冲上300人"',
            r"1 \(冲上\): it does not fire in .*: the word stands right behind a number",
        ),
        (PATTERN + "'[0-9]+号'", r"it repeats without end: write \{0,20\} for"),
        (PATTERN + "'(?:[0-9]{1,9}){1,9}号'", "may take more than 2000 steps where it fails: choo"),
        (
            PATTERN + "'.{1,700}号'\n" + PATTERN.replace("gate", "door") + "'.{1,700}号'",
            r"\[\[pattern\]\] 2 \(door\): .*with the patterns before it, it may take more than 20",
        ),
        (PATTERN + "'[0-9'", r"regex '\[0-9': it does not compile \(unterminated"),
        (PATTERN + "'a)|(?:b'", "it does not compile"),
        (PATTERN + "'(?i)b'", "it does not compile"),
        (PATTERN + "'[0-9]{0,3}'", "it can match nothing at all: make a part of it obligatory"),
        (PATTERN + r"'([0-9])\1号'", "it refers back to a group"),
        (PATTERN + "'(?P<x>[0-9])号'", "it names a group"),
        (PATTERN + "'[0-9]号楼'", r"\(gate\): it does not fire in .*: the regex matches nothing"),
        (
            PATTERN + "'由12号'",
            "regex matches '由12号', but is tried only where a numeral begins: put",
        ),
        (
            PATTERN + "'[0-9]{1,3}号'\n" + PATTERN.replace("gate", "door") + "'1[0-9]号'",
            r"\(door\): .* 12号 as exclusion.gate: excluded: .*: choose an example",
        ),
        (PATTERN + r'"\d号"', "Unescaped .*: mend it there, and write regexes in single quotes"),
        ("unit = " + "[" * 2000 + "]" * 2000, "own.toml is no TOML: maximum recursion depth"),
        (UNIT + "scale = " + "9" * 5000, "own.toml is no TOML: Exceeds the limit"),
        (
            UNIT + "scale = 0.5",
            r'`float`.*: write a number above 0, one with a point in quotes: "0',
        ),
        (UNIT + 'scale = "0.0"', "write a number above 0"),
        (UNIT + "most = 0", "write a number above 0"),
        (UNIT + 'not_before = "种"', r'Expected `array.*: write a list: \["种"\]'),
        (UNIT.replace('"树"', '"树 "'), "write it without spaces around it and without a digit"),
        (UNIT.replace('"树"', r'"树\n"'), "write it without spaces around it and without a digit"),
        (UNIT.replace('"树"', '"3号"'), "write it without spaces around it and without a digit"),
        (
            UNIT.replace("树", "百户"),
            "百 is read as a part of the number before it: leave it out of the word",
        ),
        (
            UNIT.replace("count", "headcount"),
            r'\(树\): a headcount is counted in 人 or 人次: write unit = "人"',
        ),
        (UNIT.replace("count", "percentage") + 'unit = "pp"', 'in % or 百分点: write unit = "%"'),
        (UNIT.replace("count", "multiple"), 'in 倍: write unit = "倍"'),
        (
            QUALIFIER + 'place="before"\nexample="冲上3人"\nonly_before=["3"]',
            "what follows is looked at behind a number only: leave out not_before, only_",
        ),
        # 公里 is read there, in which 里 stands
        (
            UNIT.replace("300树", "3公里").replace("树", "里").replace("count", "measure"),
            "not fire",
        ),
        # 人 is what it would be, but 壮士 does not stand there
        (
            UNIT.replace("300树", "3人").replace("树", "壮士").replace("count", "headcount")
            + 'unit = "人"',
            "does not fire",
        ),
    ],
)
def test_what_is_wrong_is_said(source: str, message: str) -> None:
    """The file, the table, the row, what is wrong and what to do."""
    with pytest.raises(LexiconError, match=message) as caught:
        lexicon(source)
    assert str(caught.value).startswith("own.toml")


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    """The byte is named."""
    path = tmp_path / "trees.toml"
    path.write_bytes(TREES.encode("gb18030"))
    with pytest.raises(LexiconError, match=r"trees.toml: byte 18 is not UTF-8: save the file as"):
        Lexicon.read(path)


def test_a_file_with_a_mark_in_front(path: Path) -> None:
    """As some editors save UTF-8."""
    path.write_text(TREES, "utf-8-sig")
    assert Lexicon.read(path).vocabulary.units.at("树", 0)


@pytest.mark.parametrize("wrong", ["", TREES])
def test_what_is_no_path(wrong: str) -> None:
    """It is not repeated at length; what to do with the text of a file is said."""
    with pytest.raises(LexiconError, match=r"^a lexicon is read from the path of a .*, text\)$"):
        govnews.extract("3树", lexicon=wrong)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """It is an error of the operating system, as of any file."""
    with pytest.raises(FileNotFoundError, match=r"none.toml"):
        govnews.extract("3树", lexicon=tmp_path / "none.toml")


@pytest.mark.parametrize("wrong", [3, b"trees.toml", {"unit": []}])
def test_what_is_no_lexicon(wrong: object) -> None:
    """A type error that says what is taken."""
    with pytest.raises(TypeError, match=r"lexicon takes a path or a govnews.Lexicon, not "):
        govnews.extract("3树", lexicon=wrong)  # type: ignore[arg-type]


# -- the object ---------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write a lexicon."""
    path = tmp_path / "trees.toml"
    path.write_text(TREES, "utf-8")
    return path


@pytest.mark.parametrize("kind", [str, Path, Lexicon.read])
def test_every_call_takes_it(path: Path, kind: type) -> None:
    """As a string, a path, or read before."""
    own = kind(path)
    assert [figure.unit for figure in govnews.extract("300树", lexicon=own)] == ["树"]
    assert [figure.unit for figure in govnews.analyze("300树", lexicon=own).figures] == ["树"]
    (bulletin,) = govnews.analyze_many(["300树"], lexicon=own)
    assert [figure.unit for figure in bulletin.figures] == ["树"]
    assert [reading.text for reading in govnews.explain("300树", lexicon=own)] == ["300树"]
    assert govnews.extract_headcounts("300树", lexicon=own) == []
    assert govnews.extract_percentages("300树", lexicon=own) == []


def test_a_changed_file_is_read_anew(path: Path) -> None:
    """The same file is the same lexicon as long as it says the same."""
    first = Lexicon.read(path)
    assert Lexicon.read(str(path)) is first
    path.write_text(TREES.replace("树", "垄"), "utf-8")
    assert [figure.unit for figure in govnews.extract("300垄", lexicon=path)] == ["垄"]


def test_it_never_changes(path: Path) -> None:
    """Neither its attributes nor its vocabulary; copies are the thing itself."""
    own = Lexicon.read(path)
    with pytest.raises(FrozenInstanceError):
        own.name = "other"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del own.name
    with pytest.raises(FrozenInstanceError):
        own.vocabulary.units = None  # type: ignore[misc, assignment]
    assert copy.copy(own) is own
    assert copy.deepcopy(own) is own
    assert repr(own) == f"Lexicon(name={str(path)!r})"


def test_it_can_be_hashed_and_pickled(path: Path) -> None:
    """By identity; in this process the pickle is the very same."""
    own = Lexicon.read(path)
    assert {own: 1}[own] == 1
    assert lexicon(TREES) != lexicon(TREES)
    assert pickle.loads(pickle.dumps(own)) is own  # noqa: S301 - our own bytes
    assert len(pickle.dumps(own)) < 500


def test_worker_processes_read_by_it(path: Path) -> None:
    """It goes with every chunk."""
    found = govnews.analyze_many(["300树", "43家"] * 10, workers=2, lexicon=path)
    assert [[figure.unit for figure in each.figures] for each in found] == [["树"], ["家"]] * 10


def test_threads_do_not_see_one_anothers() -> None:
    """Each call reads by what it was given."""
    own = lexicon(TREES, '[[unit]]\nword = "家"\nremove = true')

    def units(number: int) -> list[str | None]:
        given = own if number % 2 else None
        return [figure.unit for figure in govnews.extract("300树，43家", lexicon=given)]

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(units, range(200)))
    assert found == [["家"], ["树"]] * 100

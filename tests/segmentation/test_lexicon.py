"""Lexicons: the terms that ship are new and sound, a user's words stay whole or are refused."""

import re
from importlib.resources import files
from pathlib import Path
from time import process_time

import jieba
import pytest

from govnews.errors import LexiconError
from govnews.models import UNIVERSAL_TAGS
from govnews.segmentation import Segmenter
from govnews.segmentation.lexicon import Term, shipped_terms, terms_of

TABLES = {
    Path(file.name).stem: file.read_text(encoding="utf-8")
    for file in files("govnews").joinpath("data/terms").iterdir()
}
CLASSES = [
    pytest.param(block, id=f"{name}-{block.splitlines()[0][2:40]}")
    for name, table in sorted(TABLES.items())
    for block in table.strip("\n").split("\n\n")
]
ROW = re.compile(r"[一-\u9fd5]{2,} [1-9][0-9]* [a-z]{1,4}")


def cut(text: str, *words: str) -> list[str]:
    """Return the words of *text* for a user who has *words*."""
    return [token.text for token in Segmenter(words).cut(text)]


def test_no_term_is_shipped_twice() -> None:
    """A second entry would count twice in the total."""
    words = [term.word for term in shipped_terms()]

    assert len(words) == len(set(words)) > 30_000


def test_no_term_is_in_the_dictionary_of_jieba(pristine: jieba.Tokenizer) -> None:
    """What it has needs no second frequency."""
    assert [term.word for term in shipped_terms() if pristine.FREQ.get(term.word)] == []


def test_no_term_has_frequency_1() -> None:
    """Its logarithm is that of an unknown character: the term would never win."""
    assert [term.word for term in shipped_terms() if (term.frequency or 2) < 2] == []


def test_every_tag_has_a_universal_one() -> None:
    """So that no term is of the part of speech X."""
    assert {term.tag for term in shipped_terms()} <= UNIVERSAL_TAGS.keys()


@pytest.mark.parametrize("name", sorted(TABLES))
def test_classes_are_parted_by_one_blank_line(name: str) -> None:
    """As the other tables are, and with one line's end at the end."""
    table = TABLES[name]

    assert "\n\n\n" not in table
    assert table.endswith("\n")
    assert not table.endswith("\n\n")


@pytest.mark.parametrize("block", CLASSES)
def test_a_class_is_a_heading_an_example_and_rows(block: str) -> None:
    """Who adds a term must see where it belongs and how it is used."""
    heading, example, *rows = block.splitlines()

    assert re.fullmatch(r"# \S.*", heading)
    assert re.fullmatch(r"#: .*[。！？]", example)
    assert [row for row in rows if not ROW.fullmatch(row)] == []
    assert rows


def test_every_class_shows_one_of_its_terms_in_its_example() -> None:
    """The example shows what the class is there for."""
    assert unshown() == []


def unshown() -> list[str]:
    """Return the headings of the classes whose example has none of their terms among its words."""
    headings = []
    for table in TABLES.values():
        for block in table.strip("\n").split("\n\n"):
            heading, example, *rows = block.splitlines()
            if not {row.split()[0] for row in rows} & set(cut(example.removeprefix("#: "))):
                headings.append(heading)
    return headings


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("聚贤亭坊", Term("聚贤亭坊")),
        ("聚贤亭坊 30", Term("聚贤亭坊", 30)),
        ("聚贤亭坊 nz", Term("聚贤亭坊", None, "nz")),
        ("聚贤亭坊 30 nz", Term("聚贤亭坊", 30, "nz")),
        ("  聚贤亭坊\t30\u3000nz \r\n", Term("聚贤亭坊", 30, "nz")),
        ("聚贤亭坊 1", Term("聚贤亭坊", 1)),
        ("聚贤亭坊 1000000000", Term("聚贤亭坊", 10**9)),
        ("5G基站 n", Term("5G基站")),
        ("12345 n", Term("12345")),
    ],
)
def test_a_line_is_a_word_its_frequency_and_its_tag(line: str, term: Term) -> None:
    """The latter two are optional, as in jieba's user dictionaries."""
    assert terms_of([line]) == (term,)


@pytest.mark.parametrize("lines", [None, [], ["", " \t", "# 浙江", "#聚贤亭坊"], iter(())])
def test_no_words_are_no_terms(lines: list[str] | None) -> None:
    """Blank lines and comments say nothing."""
    assert terms_of(lines) == ()


@pytest.mark.parametrize(
    "content",
    [
        "聚贤亭坊 30 nz\n浙里办\n",
        "\ufeff聚贤亭坊 30 nz\n浙里办\n",
        "聚贤亭坊 30 nz\r\n浙里办\r\n",
        "\ufeff# 浙江\r\n聚贤亭坊 30 nz\r\n\r\n浙里办",
    ],
)
def test_a_file_may_have_a_mark_in_front_and_other_ends_of_lines(
    tmp_path: Path, content: str
) -> None:
    """As editors of all systems write them."""
    path = tmp_path / "own.txt"
    path.write_bytes(content.encode())

    assert terms_of(path) == terms_of(str(path)) == (Term("聚贤亭坊", 30, "nz"), Term("浙里办"))


def test_of_two_lines_for_a_word_the_later_counts() -> None:
    """As in jieba, where it overwrites the first."""
    assert terms_of(["浙里办 30 nz", "浙里办 40 n"]) == (Term("浙里办", 40),)


@pytest.mark.parametrize(
    "line",
    [
        "共富 工坊",
        "聚贤亭坊 30 nz 40",
        "聚贤亭坊 -5",
        "聚贤亭坊 5.5",
        "聚贤亭坊 nz 30",
        "聚贤亭坊 名词",
    ],
)
def test_a_line_that_is_none_is_named_with_its_number(line: str) -> None:
    """And the message shows what a line should be."""
    with pytest.raises(LexiconError, match=r"^lexicon, line 3: .* as in 海棠工坊 20 n$"):
        terms_of(["浙里办", "# 浙江", line])


@pytest.mark.parametrize("frequency", ["0", "00", "1000000001", "9" * 30])
def test_a_frequency_out_of_bounds_is_refused(frequency: str) -> None:
    """With 0 there is no logarithm, with too much the engines overflow."""
    with pytest.raises(LexiconError, match=r"^lexicon, line 1: .* is not between 1 and 1000000000"):
        terms_of([f"聚贤亭坊 {frequency}"])


def test_a_bad_line_of_a_file_is_named_with_the_file(tmp_path: Path) -> None:
    """So that it can be found."""
    path = tmp_path / "own.txt"
    path.write_text("浙里办\n共富 工坊\n", encoding="utf-8")

    with pytest.raises(LexiconError, match=re.escape(f"{path}, line 2: ")):
        terms_of(path)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path, encoding: str) -> None:
    """The message says where and what to do."""
    path = tmp_path / "own.txt"
    path.write_text("# own\n聚贤亭坊\n", encoding=encoding)
    place = {"gb18030": 6, "utf-16": 0}[encoding]

    with pytest.raises(LexiconError, match=f"byte {place} is not UTF-8: save the file as UTF-8"):
        terms_of(path)


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    """As open says it."""
    with pytest.raises(FileNotFoundError):
        terms_of(tmp_path / "none.txt")


@pytest.mark.parametrize("words", [[b"\xd6\xb0"], [5], b"bytes", 5])
def test_what_is_no_text_is_a_type_error(words: object) -> None:
    """Bytes and numbers are mistakes, not words."""
    with pytest.raises(TypeError):
        terms_of(words)  # type: ignore[arg-type]


def test_a_word_of_the_users_is_whole_in_running_text() -> None:
    """Next to words that could take a character away."""
    assert cut("企业入驻聚贤亭坊，看浙里办的人", "聚贤亭坊", "浙里办") == [
        *("企业", "入驻", "聚贤亭坊", "，"),
        *("看", "浙里办", "的", "人"),
    ]


def test_a_word_of_the_users_has_the_tag_of_its_line() -> None:
    """Of Chinese characters or with others among them."""
    tokens = Segmenter(["聚贤亭 nz", "5G基站 nt"]).cut("聚贤亭5G基站")

    assert [(token.text, token.tag) for token in tokens] == [("聚贤亭", "nz"), ("5G基站", "nt")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建5G基站", "新建|5G基站"),
        ("C919首飞", "C919|首飞"),
        ("拨打12345热线", "拨打|12345热线"),
        ("PM2.5监测仪", "PM2.5监测仪"),
        ("“互联网+”行动", "“|互联网+|”|行动"),
        ("15G基站", "15|G|基站"),
        ("AC919首飞", "AC919|首飞"),
        ("C9199首飞", "C9199|首飞"),
        ("C919A首飞", "C919A|首飞"),
        ("812345热线", "812345|热线"),
    ],
)
def test_words_with_letters_and_digits_are_whole_but_not_within_others(
    text: str, expected: str
) -> None:
    """What a letter or a digit continues is another word."""
    own = ("5G基站", "C919", "12345热线", "PM2.5监测仪", "互联网+")

    assert cut(text, *own) == expected.split("|")


def test_of_words_that_begin_alike_the_longer_is_taken() -> None:
    """Whatever the order in which they are given."""
    assert cut("5G基站建设", "5G基站", "5G基站建设") == ["5G基站建设"]
    assert cut("5G基站建设", "5G基站建设", "5G基站") == ["5G基站建设"]


def test_signs_of_regular_expressions_are_nothing_but_themselves() -> None:
    """A word is a word, not a pattern."""
    assert cut("aXb a.b", "a.b") == ["aXb", "a.b"]
    assert cut("学（习", "学（习") == ["学（习"]
    assert cut("C++开发", "C++") == ["C++", "开发"]


def test_a_word_with_the_round_zero_is_whole() -> None:
    """As the text has it."""
    assert cut("拨打一二〇热线", "一二〇热线") == ["拨打", "一二〇热线"]


def test_making_a_segmenter_takes_time_linear_in_its_words() -> None:
    """Six times the words must not cost thirty times as much."""
    few, many = (seconds_for(number) for number in (1_000, 6_000))

    assert many < 15 * few


def seconds_for(number: int) -> float:
    """Return how long a segmenter with *number* words takes to be made, at best."""
    words = [f"工会{chr(0x4E00 + each // 100)}{chr(0x5000 + each % 100)}" for each in range(number)]
    times = []
    for _ in range(2):
        begun = process_time()
        Segmenter(words)
        times.append(process_time() - begun)
    return min(times)

"""Engines: the same tokens from both, what loading them leaves behind, what a missing one says."""

import random
import subprocess
import sys
from functools import cache
from math import exp
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from govnews.errors import MissingExtraError
from govnews.models import Token
from govnews.segmentation import Segmenter, sentences
from govnews.segmentation.engines import LEAST_FREQUENCY, UNKNOWN, engine_named
from govnews.segmentation.lexicon import Term, shipped_terms
from govnews.segmentation.segmenter import GRANULARITIES
from tests.segmentation.texts import MIXED, paragraphs, strings

AFTERMATH = """
import logging, sys
from govnews.segmentation import Segmenter
for engine in ENGINES:
    for granularity in ("coarse", "fine"):
        segmenter = Segmenter(["浙里办 30 nz"], engine=engine, granularity=granularity)
        assert "浙里办" in [token.text for token in segmenter.cut("困难职工看浙里办")]
assert not logging.getLogger().handlers
if "jieba" in sys.modules:
    assert not sys.modules["jieba"].dt.FREQ, "the global tokenizer was touched"
"""
HOSTILE = [
    "\ue000" * 5 + "职工\ue000\ue001工会\ue001\ue001",
    "\ud800\udc00\udfff职工\ud83d工会",
    "\0职\0工\0\0会",
    "\ufeff职工\u200b工会\u2028总工会\x85\x1c",
    "𠮷𠀀㐀龦鿿豈職工會總\u2e80⼯⼈々〆",
    "职工\u0301工\ufe0f会👨‍👩‍👧🇨🇳",
    "〇零〇一二〇二二年〇〇",
    "+#&._%-职+工#会&总.工_会%州-",
    "a职b工c会1总2工3会",
    "\r\n职工\r工会\n\n",
    "该該這这裏里",
    "一" * 60 + "百分之" * 20,
]
LONG = ["工", "职工", "一", "1", "a", "“", "龘", "\ud800", "\ue000", "的工", "1工", " ", "王小二"]


def run(
    code: str, temporary: Path, *options: str, engines: tuple[str, ...] = ("jieba",)
) -> subprocess.CompletedProcess[str]:
    """Run *code* in a fresh interpreter whose temporary folder is *temporary*."""
    return subprocess.run(
        [sys.executable, *options, "-c", f"ENGINES = {engines!r}\n{code}"],
        capture_output=True,
        text=True,
        check=False,
        cwd=temporary,
        env={
            "TMPDIR": str(temporary),
            "HOME": str(temporary),
            "PYTHONIOENCODING": "utf-8",
            "PYTHONPATH": ":".join(sys.path),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
    )


def both(
    text: str, granularity: str, lexicon: tuple[str, ...] = ()
) -> tuple[list[Token], list[Token]]:
    """Cut *text* with each engine."""
    pytest.importorskip("rjieba")
    jieba, rjieba = (segmenter(lexicon, engine, granularity) for engine in ("jieba", "rjieba"))
    return jieba.cut(text), rjieba.cut(text)


@cache
def segmenter(lexicon: tuple[str, ...], engine: str, granularity: str) -> Segmenter:
    """Return a segmenter, the same for the same choices."""
    return Segmenter(lexicon, engine=engine, granularity=granularity)


@pytest.mark.parametrize(("granularity", "step"), [("coarse", 1), ("fine", 4)])
def test_engines_agree_on_the_sentences_of_the_corpora(granularity: str, step: int) -> None:
    """Of every labelled file and page, Traditional and garbled ones too."""
    found = sorted({text[start:end] for text in strings() for start, end in sentences(text)})
    differing = []
    for sentence in found[::step]:
        jieba, rjieba = both(sentence, granularity)
        if jieba != rjieba:
            differing.append(sentence)

    assert len(found) > 10_000
    assert differing == []


@pytest.mark.parametrize("granularity", GRANULARITIES)
@given(MIXED)
@settings(max_examples=300, deadline=None)
def test_engines_agree_on_any_text(granularity: str, text: str) -> None:
    """Whatever characters it has."""
    jieba, rjieba = both(text, granularity)

    assert jieba == rjieba


@pytest.mark.parametrize("granularity", GRANULARITIES)
@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_engines_agree_on_hostile_texts(granularity: str, text: str) -> None:
    """Stand-ins, surrogates, controls, rare and joined characters, signs that jieba cuts."""
    jieba, rjieba = both(text, granularity)

    assert jieba == rjieba
    assert "".join(token.text for token in jieba) == "".join(text.split())


@pytest.mark.parametrize("piece", LONG, ids=ascii)
def test_engines_agree_on_runs_of_20_000_characters(piece: str) -> None:
    """Longer than an engine is given at once."""
    jieba, rjieba = both(piece * (20_000 // len(piece)), "coarse")

    assert jieba == rjieba


@pytest.mark.parametrize("step", [1, 2, 3])
def test_engines_agree_on_words_run_together(step: int) -> None:
    """Stretches of prose without its marks, with characters left out."""
    chosen = random.Random(step)
    text = "".join(filter(str.isalpha, "".join(paragraphs())))
    starts = [chosen.randrange(len(text) - 150) for _ in range(400)]
    pairs = [both(text[start : start + 150 : step], "coarse") for start in starts]

    assert [jieba for jieba, _ in pairs] == [rjieba for _, rjieba in pairs]


@pytest.mark.parametrize("name", ["jieba", "rjieba"])
def test_words_joined_are_the_text(name: str) -> None:
    """What an engine is shown comes back whole, stand-ins and marks included."""
    pytest.importorskip(name)
    text = "王\ue000\ue000小二，" * 5000 + "职工" * 5000

    assert "".join(engine_named(name).cut(text)) == text


@pytest.mark.parametrize("name", ["jieba", "rjieba"])
def test_every_shipped_term_has_its_tag(name: str) -> None:
    """Of each engine."""
    pytest.importorskip(name)
    tags = engine_named(name).tags

    assert [term.word for term in shipped_terms() if tags[term.word] != term.tag] == []


@pytest.mark.parametrize("name", ["jieba", "rjieba"])
def test_what_is_no_word_has_no_part_of_speech(name: str) -> None:
    """Though rjieba by itself guesses at one."""
    pytest.importorskip(name)
    tags = engine_named(name).tags

    assert {tags[word] for word in ("該", "龘", "職工", "\ue000", "不是词的词")} == {UNKNOWN}


#: Two words each, so that no dictionary has them
WORDS = st.lists(
    st.builds(
        "".join,
        st.tuples(
            st.sampled_from(["职工", "总会", "送清凉", "的", "中华人民共和国", "龘"]),
            st.sampled_from(["会在", "温暖和", "凉送", "总职", "龘龘"]),
        ),
    ),
    min_size=1,
    max_size=6,
    unique=True,
)


@given(WORDS, st.text("职工会总送清凉温暖的在和龘", max_size=30))
@settings(max_examples=8, deadline=None)
@example(["职工会在", "的总职"], "总职工会在的总职工")
def test_words_of_the_users_are_as_frequent_in_both_engines(words: list[str], text: str) -> None:
    """The frequency that keeps a word whole is the same, so that all else is cut alike."""
    pytest.importorskip("rjieba")
    own = tuple(Term(word) for word in words)

    assert engine_named("jieba", own).cut(text) == engine_named("rjieba", own).cut(text)


def test_engines_agree_where_a_user_repeats_a_word_of_the_dictionary() -> None:
    """A frequent one, whose frequency is a part of the total."""
    jieba, rjieba = both("送送", "coarse", ("的",))

    assert jieba == rjieba


def test_the_suggested_frequencies_are_the_same() -> None:
    """Of words that no dictionary has, long and short, and of words that one has."""
    pytest.importorskip("rjieba")
    chosen = random.Random(3)
    text = "".join(filter(str.isalpha, "".join(paragraphs()[:200])))
    starts = [chosen.randrange(len(text) - 9) for _ in range(300)]
    words = [text[start : start + chosen.randint(2, 8)] for start in starts]
    own = tuple(Term(word) for word in words if word.isalpha() and not word.isascii())
    ours = engine_named("jieba", own)._dictionary  # type: ignore[attr-defined] # noqa: SLF001
    theirs = engine_named("rjieba", own)._dictionary  # type: ignore[attr-defined] # noqa: SLF001
    # of a word that stays whole, what is suggested is what it has, or one or two more by rounding
    differing = [
        (term.word, frequency, theirs.suggest_freq(term.word))
        for term in own
        if abs((frequency := round(exp(ours.words[term.word][0]))) - theirs.suggest_freq(term.word))
        > 2
    ]

    assert differing == []


def test_engines_agree_on_one_character_again_and_again() -> None:
    """Where 第|第第第 and 第第第|第 are equally probable."""
    texts = [character * length for character in "第等云黄好哼啊呵" for length in range(2, 40)]
    pairs = [both(text, "coarse") for text in texts]

    assert [jieba for jieba, _ in pairs] == [rjieba for _, rjieba in pairs]


def test_the_least_frequency_is_more_than_that_of_the_rarest() -> None:
    """Or a neighbour that shares a character takes a term apart."""
    assert LEAST_FREQUENCY > 1


@pytest.mark.parametrize("line", ["职工 nz", "职工书屋 nz", "送清凉 5000 nt"])
def test_engines_agree_on_the_tag_of_a_word_that_they_had(line: str) -> None:
    """The user's tag counts."""
    word, *_, tag = line.split()
    jieba, rjieba = both(word, "coarse", (line,))

    assert [token.tag for token in jieba] == [tag]
    assert jieba == rjieba


@pytest.mark.parametrize("options", [(), ("-W", "error")])
@pytest.mark.parametrize("engine", ["jieba", "rjieba"])
def test_loading_is_quiet_and_leaves_no_trace(
    tmp_path: Path, engine: str, options: tuple[str, ...]
) -> None:
    """No output, no file, the global tokenizer as it was; even where warnings are errors."""
    pytest.importorskip(engine)
    done = run(AFTERMATH, tmp_path, *options, engines=(engine,))

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not list(tmp_path.iterdir())


def test_a_planted_cache_is_not_read(tmp_path: Path) -> None:
    """What others put into the temporary folder is none of our business."""
    cache = tmp_path / "jieba.cache"
    cache.write_bytes(b"not a dictionary")
    done = run(AFTERMATH, tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert cache.read_bytes() == b"not a dictionary"


def test_importing_the_stage_loads_no_engine(tmp_path: Path) -> None:
    """Dictionaries wait for the first text."""
    code = "import sys, govnews.segmentation; print({'jieba', 'rjieba'} & {*sys.modules})"

    assert run(code, tmp_path).stdout == "set()\n"


def test_without_rjieba_auto_is_jieba_and_rjieba_an_error(tmp_path: Path) -> None:
    """The error says what to install."""
    code = """
import sys
sys.modules["rjieba"] = None
from govnews.errors import MissingExtraError
from govnews.segmentation import Segmenter
auto, jieba = (Segmenter(engine=engine).cut("困难职工") for engine in ("auto", "jieba"))
assert auto == jieba
try:
    Segmenter(engine="rjieba").cut("困难职工")
except MissingExtraError as error:
    print(error)
"""
    done = run(code, tmp_path)

    assert "pip install 'govnews[fast]'" in done.stdout
    assert done.returncode == 0


def test_auto_is_rjieba_where_it_is_installed() -> None:
    """Auto is the fast one."""
    pytest.importorskip("rjieba")

    assert engine_named("auto") is engine_named("rjieba")


def test_an_engine_is_made_once_for_the_same_words() -> None:
    """Segmenters with equal lexicons share it."""
    assert engine_named("jieba", [Term("浙里办")]) is engine_named("jieba", (Term("浙里办"),))


def test_missing_extra_is_an_import_error() -> None:
    """So that callers who expect an ImportError get one."""
    assert issubclass(MissingExtraError, ImportError)

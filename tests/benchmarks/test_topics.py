"""How fast topics are beside the scikit-learn pipeline that the model was trained as, in one run.

Run it with `pytest tests/benchmarks/test_topics.py --benchmark-only --benchmark-json FILE`: the
ratios, each beside its goal, are in the extra information there.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import joblib
import pytest

import govnews
from govnews.topics.agreement import flags_of
from govnews.topics.labelled import read_labelled
from tests.benchmarks.clock import least, time_of_children
from tests.benchmarks.material import TOPICS

PARAGRAPHS = 200
SHORTEST, LONGEST = 150, 200
#: What is aimed at, as times the speed of the pipeline
SINGLE_GOAL, MANY_GOAL = 5, 1
#: What is aimed at, as a share of the CPU time that scikit-learn and the pipeline take to load
FIRST_GOAL = 0.25

SIZES = {"0.1 MB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000}
#: What a paragraph of so many bytes is made of; None stands for the paragraphs of the corpus
PIECES = {"ordinary": None, "one character": "工", "digits": "7", "lone surrogates": "\ud800"}
#: Times the time that a character may take when there are ten times as many: 10 is quadratic
MOST = 3

LOADED = """
import joblib, sklearn.pipeline, sklearn.feature_extraction, sklearn.linear_model
joblib.load({path!r})
"""


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Return paragraphs of the topic corpus that are about as long."""
    paragraphs = (paragraph.text for paragraph in read_labelled(TOPICS))
    fitting = [text for text in paragraphs if SHORTEST <= len(text) <= LONGEST]
    return Random(0).sample(fitting, PARAGRAPHS)


@pytest.fixture(scope="module")
def cleaned(texts: list[str]) -> list[str]:
    """Return what the pipeline is given: it is spared the cleaning, which we time with ours."""
    return [govnews.clean(text).text for text in texts]


@pytest.fixture(scope="module")
def pipeline() -> Any:
    """Return the pipeline, fitted to the whole corpus."""
    paragraphs = read_labelled(TOPICS)
    flags = flags_of((paragraph.topics for paragraph in paragraphs), govnews.TOPICS)
    classifier = govnews.TopicClassifier(topics=list(govnews.TOPICS))
    return classifier.fit([paragraph.text for paragraph in paragraphs], flags).pipeline_


def one_by_one(work: Callable[[str], object], texts: Sequence[str]) -> None:
    """Call *work* once a text."""
    for text in texts:
        work(text)


def with_evidence(text: str) -> object:
    """Classify a text and look at what spoke for its topics, which is made then."""
    return dict(govnews.classify(text).evidence)


@pytest.mark.parametrize(
    "ours", [govnews.classify, with_evidence], ids=["topics", "topics with evidence"]
)
def test_single_calls(
    ours: Callable[[str], object],
    texts: list[str],
    cleaned: list[str],
    pipeline: Any,
    benchmark: Any,
) -> None:
    """Measure one call a paragraph; `times_pipeline` above 1 is faster than scikit-learn."""
    govnews.warm_up()
    work = partial(one_by_one, ours, texts)
    theirs = partial(one_by_one, lambda text: pipeline.predict_proba([text]), cleaned)
    taken, usual = least(work, theirs)

    benchmark.extra_info["milliseconds_each"] = round(1000 * taken / len(texts), 3)
    benchmark.extra_info["times_pipeline"] = round(usual / taken, 2)
    benchmark.extra_info["goal"] = SINGLE_GOAL
    benchmark.pedantic(work, rounds=3)


def test_many_at_once(texts: list[str], cleaned: list[str], pipeline: Any, benchmark: Any) -> None:
    """Measure all paragraphs in one call; `times_pipeline` above 1 is faster than scikit-learn."""
    govnews.warm_up()
    work = partial(govnews.classify_many, texts)
    bare = partial(govnews.TopicModel.shipped().probabilities, cleaned)
    taken, scored, usual = least(work, bare, partial(pipeline.predict_proba, cleaned), rounds=20)

    benchmark.extra_info["milliseconds_each"] = round(1000 * taken / len(texts), 3)
    benchmark.extra_info["times_pipeline"] = round(usual / taken, 2)
    benchmark.extra_info["times_pipeline_without_cleaning"] = round(usual / scored, 2)
    benchmark.extra_info["goal"] = MANY_GOAL
    benchmark.pedantic(work, rounds=3)


def test_first_call(
    texts: list[str],
    pipeline: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    benchmark: Any,
) -> None:
    """Measure fresh processes; `share_of_loading` below 1 is less than loading the pipeline takes.

    Ours is the import and the first label, theirs the import and the pipeline alone; what Python
    itself takes to start is taken off both.
    """
    # as where packages are installed: modules are compiled by the first run, which is not the least
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "compiled"))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    path = tmp_path / "pipeline.joblib"
    joblib.dump(pipeline, path)
    first = f"import govnews; govnews.classify({texts[0]!r})"
    works = [
        partial(subprocess.run, [sys.executable, "-c", code], check=True)
        for code in ("pass", first, LOADED.format(path=str(path)))
    ]
    start, ours, theirs = least(*works, rounds=7, clock=time_of_children)

    benchmark.extra_info["milliseconds"] = round(1000 * (ours - start))
    benchmark.extra_info["milliseconds_of_loading"] = round(1000 * (theirs - start))
    benchmark.extra_info["share_of_loading"] = round((ours - start) / (theirs - start), 3)
    benchmark.extra_info["share_with_the_start_of_python"] = round(ours / theirs, 3)
    benchmark.extra_info["goal"] = FIRST_GOAL
    benchmark.pedantic(works[1], rounds=3)


@pytest.mark.parametrize("name", PIECES)
def test_a_long_paragraph_takes_linear_time(name: str, texts: list[str], benchmark: Any) -> None:
    """A character takes about as long in a paragraph of 10 MB as in one of 0.1 MB."""
    govnews.warm_up()
    pages = [page(PIECES[name] or "".join(texts), size) for size in SIZES.values()]
    times = least(*(partial(govnews.classify, each) for each in pages), rounds=3)
    each = [taken / len(text) for taken, text in zip(times, pages, strict=True)]
    growth = [longer / shorter for shorter, longer in pairwise(each)]

    benchmark.extra_info["nanoseconds_a_character"] = dict(
        zip(SIZES, (round(1e9 * taken) for taken in each), strict=True)
    )
    benchmark.extra_info["growth"] = [round(ratio, 2) for ratio in growth]
    benchmark.pedantic(govnews.classify, args=(pages[1],), rounds=1)
    assert max(growth) < MOST


def page(piece: str, size: int) -> str:
    """Return *piece* again and again, about *size* bytes of UTF-8 in all."""
    length = size * len(piece) // len(piece.encode("utf-8", "surrogatepass"))
    return (piece * (length // len(piece) + 1))[:length]

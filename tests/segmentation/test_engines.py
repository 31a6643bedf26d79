"""Engines: what loading them leaves behind, and what a missing one says."""

import subprocess
import sys
from pathlib import Path

import pytest

from govnews.errors import MissingExtraError
from govnews.segmentation import engines

AFTERMATH = """
import logging, sys, warnings
from govnews.segmentation import segment
assert [token.text for token in segment("困难职工送清凉", engine="jieba")] == ["困难职工", "送清凉"]
import jieba
assert not jieba.dt.initialized and not jieba.dt.FREQ, "the global tokenizer was touched"
assert not logging.getLogger().handlers
assert not jieba.finalseg.Force_Split_Words
"""


def run(code: str, temporary: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run *code* in a fresh interpreter whose temporary folder is *temporary*."""
    return subprocess.run(
        [sys.executable, *options, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={"TMPDIR": str(temporary), "PYTHONIOENCODING": "utf-8"},
    )


@pytest.mark.parametrize("options", [(), ("-W", "error")])
def test_loading_jieba_is_quiet_and_leaves_no_trace(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    """No output, no cache file, the global tokenizer as it was; even where warnings are errors."""
    done = run(AFTERMATH, tmp_path, *options)

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
    code = "import sys, govnews.segmentation; print({'jieba', 'rjieba', 'numpy'} & {*sys.modules})"

    assert run(code, tmp_path).stdout == "set()\n"


def test_without_rjieba_auto_is_jieba_and_rjieba_an_error(tmp_path: Path) -> None:
    """The error says what to install."""
    code = """
import sys
sys.modules["rjieba"] = None
from govnews.errors import MissingExtraError
from govnews.segmentation import segment
assert segment("困难职工", engine="auto") == segment("困难职工", engine="jieba")
try:
    segment("困难职工", engine="rjieba")
except MissingExtraError as error:
    print(error)
"""
    done = run(code, tmp_path)

    assert "pip install 'govnews[fast]'" in done.stdout
    assert done.returncode == 0


def test_auto_is_rjieba_where_it_is_installed() -> None:
    """Auto is the fast one."""
    pytest.importorskip("rjieba")

    assert engines.engine_named("auto") is engines.engine_named("rjieba")


def test_missing_extra_is_an_import_error() -> None:
    """So that callers who expect an ImportError get one."""
    assert issubclass(MissingExtraError, ImportError)

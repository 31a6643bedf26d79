"""The command `batch`: what it says, how it ends, and that it can be stopped."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from tests.cli.conftest import Run


def figures(out: Path) -> list[str]:
    """Return the texts of all figures, sorted."""
    files = out.glob("figures/*.parquet")
    return sorted(text for file in files for text in pq.read_table(file)["text"].to_pylist())


def test_a_page(run: Run, page: Path, tmp_path: Path) -> None:
    """Nothing on standard output, a line on standard error."""
    result = run("batch", page, "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("govnews: 1 bulletins, 2 paragraphs and 2 figures in ")
    assert figures(tmp_path / "out") == ["5万元", "近300名"]


def test_again(run: Run, page: Path, tmp_path: Path) -> None:
    """It says that there was nothing to do."""
    run("batch", page, "-o", tmp_path / "out")
    result = run("batch", page, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "govnews: 1 inputs had not changed; 0 parts" in result.stderr
    assert f"{tmp_path}/out holds 1 bulletins" in result.stderr


def test_other_settings(run: Run, page: Path, tmp_path: Path) -> None:
    """They are refused, until one says that all shall be done again."""
    run("batch", page, "-o", tmp_path / "out")
    other = ["batch", page, "-o", tmp_path / "out", "--issued", "2023-03-12"]
    refused = run(*other)
    assert refused.exit_code == 1
    assert "choose another folder, or have all done again (--fresh)" in refused.stderr
    assert "1 bulletins, 2 paragraphs" in run(*other, "--fresh").stderr


def test_every_option_of_tables(run: Run, tmp_path: Path) -> None:
    """Columns of other names, a lexicon, a model, objects in place of tables."""
    rows = {"body": ["3月9日认养200树"], "name": ["a"], "day": ["2023-03-12"]}
    pd.DataFrame(rows).to_csv(tmp_path / "rows.csv", index=False)
    lexicon = tmp_path / "trees.toml"
    lexicon.write_text('[[unit]]\nword = "树"\nkind = "count"\nexample = "认养300树"\n', "utf-8")
    options = ["--text-field", "body", "--id-field", "name", "--issued-field", "day"]
    options += ["--format", "jsonl", "--lexicon", str(lexicon), "--model", "govnews"]
    result = run("batch", tmp_path / "rows.csv", "-o", tmp_path / "out", *options)
    assert result.exit_code == 0
    (file,) = (tmp_path / "out" / "bulletins").iterdir()
    bulletin = json.loads(file.read_text("utf-8"))
    (day, trees) = bulletin["paragraphs"][0]["figures"]
    assert (bulletin["id"], bulletin["issued"]) == ("a", "2023-03-12")
    assert (day["resolved"], trees["unit"]) == ("2023-03-09", "树")


def test_chosen_tables(run: Run, page: Path, tmp_path: Path) -> None:
    """As often as the option is given."""
    run("batch", page, "-o", tmp_path / "out", "--what", "edits", "--what", "figures")
    folders = {path.name for path in (tmp_path / "out").iterdir() if path.is_dir()}
    assert folders == {"edits", "figures"}


def test_a_row_that_cannot_be_analysed(run: Run, tmp_path: Path) -> None:
    """Exit status 1, and the line says where it is named."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "慰问5人"}\n{"body": "慰问6人"}\n', "utf-8")
    result = run("batch", rows, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert f"govnews: 1 could not be analysed: they are named in {tmp_path}/out/errors" in (
        result.stderr
    )
    assert figures(tmp_path / "out") == ["5人"]
    result = run("batch", rows, "-o", tmp_path / "out", "--errors", "fail")
    assert result.exit_code == 1
    assert result.stderr == (
        f"govnews: {rows}:2: row 2 of {rows} has no field 'text': name one of body\n"
    )


def test_an_input_that_cannot_be_read(run: Run, page: Path, tmp_path: Path) -> None:
    """Exit status 1, a line of its own, and the others are done."""
    result = run("batch", "none.txt", page, "-o", tmp_path / "out")
    assert result.exit_code == 1
    said = result.stderr.splitlines()[0]
    assert said == "govnews: none.txt: no such file: check the name and the folder"
    assert len(figures(tmp_path / "out")) == 2


def test_nothing_to_read(run: Run, tmp_path: Path) -> None:
    """One line."""
    result = run("batch", "none.txt", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr == (
        "govnews: there is nothing to read: none.txt no such file: check the name and the folder\n"
    )


def test_a_folder_that_cannot_be_made(run: Run, page: Path) -> None:
    """One line."""
    result = run("batch", page, "-o", page / "out")
    assert result.exit_code == 1
    assert result.stderr.startswith("govnews: the results could not be written: ")


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["-o", "out", "--model", "none"],
        ["-o", "out", "--what", "words"],
        ["-o", "out", "--workers", "0"],
        ["-o", "out", "--issued", "soon"],
        ["-o", "out", "--format", "jsonl", "--what", "edits"],
    ],
)
def test_wrong_usage(run: Run, page: Path, options: list[str]) -> None:
    """Exit status 2, one line, and nothing is begun."""
    result = run("batch", page, *options)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert not Path("out").exists()


def test_without_pyarrow(
    run: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said what to install, before anything is begun."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("batch", page, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "pip install 'govnews[frames]'" in result.stderr
    assert not (tmp_path / "out").exists()


def is_begun(manifest: Path) -> bool:
    """Tell whether a task is done and written down."""
    return manifest.exists() and b'"parts"' in manifest.read_bytes()


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGKILL])
def test_it_is_stopped_and_taken_up(
    run: Run, tmp_path: Path, by: signal.Signals, workers: int
) -> None:
    """What is there is whole; the same command does the rest, and each row is there once.

    Ctrl-C goes to all processes, as a terminal sends it; what kills the first leaves no other
    behind, which would hold stderr open.
    """
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for number in range(20):
        line = json.dumps({"id": f"r{number}", "text": f"慰问{number}人。" * 900})
        with gzip.open(folder / f"{number}.jsonl.gz", "wt") as file:
            file.write(f"{line}\n")
    command = [sys.executable, "-m", "govnews", "batch", str(folder), "-o", str(out)]
    command += ["--workers", str(workers)]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        deadline = time.monotonic() + 120
        while not is_begun(out / "manifest.jsonl") and time.monotonic() < deadline:
            time.sleep(0.01)
        if by is signal.SIGINT:
            os.killpg(process.pid, by)
        else:
            process.kill()
        _, said = process.communicate(timeout=120)
    if by is signal.SIGINT:
        assert (process.returncode, said) == (130, "govnews: stopped\n")
        assert not list(out.glob("*/.*"))
    before = {path: path.stat().st_mtime_ns for path in out.glob("bulletins/*.parquet")}
    assert 0 < len(before) < 20
    result = run("batch", folder, "-o", out)
    assert (result.exit_code, list(out.glob("*/.*"))) == (0, [])
    after = {path: path.stat().st_mtime_ns for path in out.glob("bulletins/*.parquet")}
    assert len(after.items() & before.items()) >= len(before) - workers
    names = [name for path in after for name in pd.read_parquet(path)["bulletin"]]
    assert sorted(names) == sorted(f"r{number}" for number in range(20))

"""Work on a Dask cluster: the same files as without one, whatever befalls its workers."""

import importlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from click.testing import CliRunner

from govnews.batch import Summary, on_dask, run
from govnews.batch.cluster import connected, shares
from govnews.batch.doing import do
from govnews.batch.lease import lease
from govnews.batch.outcomes import Failed, Outcome
from govnews.batch.tasks import Task
from govnews.cli import main
from govnews.errors import GovnewsError, MissingExtraError, UnknownChoiceError
from tests.batch.deadly import POISON
from tests.batch.made import names, parts
from tests.batch.whole import (
    check_tidy,
    check_whole,
    killing,
    made_rows,
    missing,
    parquet,
    problems,
    rows_at,
)

distributed = pytest.importorskip("distributed", reason="needs the extra dask")

ROWS = made_rows(400)
Made: TypeAlias = Callable[..., Any]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder of results."""
    return tmp_path / "out"


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A table of many row groups."""
    return parquet(tmp_path / "rows.parquet", ROWS, 25)


@pytest.fixture(autouse=True)
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a task of each row group."""
    monkeypatch.setattr("govnews.batch.planning.TARGET", 1_000)


@pytest.fixture
def clusters() -> Iterator[Made]:
    """Clusters of others, on this machine."""
    started: list[Any] = []

    def made(workers: int = 2, **options: Any) -> Any:
        started.append(
            distributed.LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                dashboard_address=None,
                silence_logs=60,
                **options,
            )
        )
        return started[-1]

    yield made
    for cluster in started:
        cluster.close()


def content(out: Path) -> dict[str, bytes]:
    """Return the parts in a folder."""
    return {name: (out / name).read_bytes() for name in parts(out)}


def test_the_files_are_those_of_a_run_without(rows: Path, tmp_path: Path, out: Path) -> None:
    """Byte by byte, so that a task may be done twice; nothing else is left behind."""
    here = run(rows, out)
    there = run(rows, tmp_path / "dask", runner=on_dask("local", 2))
    assert content(tmp_path / "dask") == content(out)
    assert names(tmp_path / "dask") == names(out)
    assert (here.counts, here.tasks) == (there.counts, there.tasks)
    assert active_children() == []


def test_a_worker_is_killed(rows: Path, out: Path) -> None:
    """Others do what it was doing: nothing is lost, and nothing is there twice."""
    summary = run(rows, out, runner=killing(on_dask("local", 2), 6))
    assert summary.is_whole
    check_whole(out, ROWS)


def test_a_worker_of_a_cluster_is_killed(rows: Path, out: Path, clusters: Made) -> None:
    """The cluster is that of others; the scheduler goes on with those that are left."""
    cluster = clusters()
    summary = run(rows, out, runner=killing(on_dask(cluster.scheduler_address), 6))
    assert summary.is_whole
    check_whole(out, ROWS)


def test_a_row_kills_whoever_reads_it(tmp_path: Path, out: Path, clusters: Made) -> None:
    """Its task is named with its rows; all others are done, also those that were beside it."""
    rows = [*ROWS[:60], {"id": "r60", "text": f"走访{POISON}"}, *ROWS[61:150]]
    path = parquet(tmp_path / "rows.parquet", rows, 25)
    poison = "import tests.batch.deadly as deadly, govnews.batch.distributing as there\n"
    cluster = clusters(
        preload=[f"{poison}there.do = deadly.do_or_die"],
        scheduler_kwargs={"allowed_failures": 0},
    )
    summary = run(path, out, runner=on_dask(cluster.scheduler_address))
    ((place, reason),) = problems(out).items()
    gone = rows_at(place)
    assert 60 in gone
    assert "a worker process died, after another had died over it" in reason
    assert missing(out, rows) == {f"r{number}" for number in gone}
    assert not summary.is_whole
    check_tidy(out)


def test_the_scheduler_goes_away(
    rows: Path, out: Path, clusters: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run ends and says so; what was done stays, and the next does the rest."""
    cluster = clusters()
    monkeypatch.setattr("govnews.batch.cluster._PATIENCE", 2)
    runner = on_dask(cluster.scheduler_address)

    def work(tasks: Iterable[Task]) -> Iterator[Outcome]:
        for number, outcome in enumerate(runner(tasks), 1):
            if number == 6:
                cluster.close()
            yield outcome

    with pytest.raises(GovnewsError, match="the Dask scheduler has gone away"):
        run(rows, out, runner=work)
    check_tidy(out)
    left = missing(out, ROWS)
    assert 0 < len(left) < len(ROWS)
    assert run(rows, out).new.bulletins == len(left)
    check_whole(out, ROWS)


def test_all_workers_go_away(
    rows: Path, out: Path, clusters: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while without any, the run ends and says so."""
    cluster = clusters(1)
    monkeypatch.setattr("govnews.batch.distributing._WITHOUT", 1.0)
    runner = on_dask(cluster.scheduler_address)

    def work(tasks: Iterable[Task]) -> Iterator[Outcome]:
        for number, outcome in enumerate(runner(tasks), 1):
            if number == 3:
                cluster.scale(0)
            yield outcome

    with pytest.raises(GovnewsError, match="has no workers any more"):
        run(rows, out, runner=work)
    check_tidy(out)


def test_tasks_are_made_as_they_are_needed(rows: Path, out: Path, clusters: Made) -> None:
    """The scheduler never has more than a few for each worker."""
    cluster = clusters()
    drawn = [0]

    def counted(tasks: Iterable[Task]) -> Iterator[Task]:
        for task in tasks:
            drawn[0] += 1
            yield task

    def work(tasks: Iterable[Task]) -> Iterator[Outcome]:
        outcomes = on_dask(cluster.scheduler_address)(counted(tasks))
        for number, outcome in enumerate(outcomes, 1):
            assert drawn[0] <= number + 2 * 2
            yield outcome

    assert run(rows, out, runner=work).is_whole


def test_nothing_to_do_needs_no_cluster(rows: Path, out: Path) -> None:
    """A second run does not even connect."""
    run(rows, out)
    assert run(rows, out, runner=on_dask("tcp://127.0.0.1:1")).unchanged == 1


def test_no_scheduler(rows: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says where there is none."""
    monkeypatch.setattr("govnews.batch.cluster._PATIENCE", 1)
    with pytest.raises(GovnewsError, match="no Dask scheduler answers at tcp"):
        run(rows, out, runner=on_dask("tcp://127.0.0.1:1"))
    check_tidy(out)


def test_no_workers(rows: Path, out: Path, clusters: Made) -> None:
    """The message says how they are started."""
    with pytest.raises(GovnewsError, match="has no workers: start some"):
        run(rows, out, runner=on_dask(clusters(0).scheduler_address))


def test_workers_of_another_version(rows: Path, out: Path, clusters: Made) -> None:
    """Nothing is begun: their results would be others."""
    cluster = clusters(1, preload=["import govnews\ngovnews.__version__ = '0.0.7'"])
    with pytest.raises(GovnewsError, match=r"has govnews 0.0.7, here is .*: install the same"):
        run(rows, out, runner=on_dask(cluster.scheduler_address))


def test_workers_without_govnews(rows: Path, out: Path, clusters: Made) -> None:
    """The message says what to install."""
    hide = "import sys\nsys.modules['govnews'] = sys.modules['govnews.batch'] = None"
    cluster = clusters(1, preload=[hide])
    with pytest.raises(GovnewsError, match=r"cannot run govnews .*: install the same"):
        run(rows, out, runner=on_dask(cluster.scheduler_address))


def test_workers_that_do_not_see_the_folder(out: Path, clusters: Made) -> None:
    """The message names the worker and the folder."""
    cluster = clusters(1)
    with lease(str(out)) as sign, connected(cluster.scheduler_address, 1) as client:
        shares(client, sign)
        elsewhere = sign.replace("out", "elsewhere")
        with pytest.raises(GovnewsError, match=r"worker tcp://\S+ does not see .*elsewhere"):
            shares(client, elsewhere)


def test_nobody_waits_any_more(rows: Path, out: Path) -> None:
    """A worker whose run has ended leaves nothing behind that a later one would have to find."""
    found: list[Outcome] = []

    def work(tasks: Iterable[Task]) -> Iterator[Outcome]:
        for task in tasks:
            with lease(str(out)) as sign:
                pass
            found.append(do(replace(task, sign=sign)))
            return
            yield

    run(rows, out, runner=work)
    (outcome,) = found
    assert isinstance(outcome, Failed)
    assert outcome.fatal
    assert "or the run has ended" in outcome.reason
    assert parts(out) == {}


def wait_until(holds: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_alive(group: int) -> bool:
    """Tell whether a process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_ctrl_c(tmp_path: Path, out: Path) -> None:
    """All ends at once, without a word from the workers, and the next run does the rest."""
    rows = made_rows(2000)
    path = parquet(tmp_path / "rows.parquet", rows, 25)
    script = (
        "import sys; from govnews.batch import planning; planning.TARGET = 1000\n"
        "if __name__ == '__main__':\n    from govnews.cli import main; main(sys.argv[1:])"
    )
    (tmp_path / "script.py").write_text(script, "utf-8")
    args = ["batch", str(path), "-o", str(out), "--scheduler", "local", "--workers", "2"]
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "script.py"), *args],
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    wait_until(lambda: len(list(out.glob("figures/*.parquet"))) > 3)
    pressed = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert time.monotonic() - pressed < 20
    assert process.returncode == 130
    assert "Traceback" not in said
    wait_until(lambda: not is_alive(process.pid))
    check_tidy(out)
    left = missing(out, rows)
    assert 0 < len(left) < len(rows)


@pytest.mark.parametrize("address", ["10.0.0.1:8786", "here", ""])
def test_an_address_that_is_none(address: str, tmp_path: Path) -> None:
    """It is wrong usage, of the function and of the command."""
    with pytest.raises(UnknownChoiceError, match="is no scheduler: give its address"):
        on_dask(address)
    (tmp_path / "a.txt").write_text("走访", "utf-8")
    args = ["batch", f"{tmp_path}/a.txt", "-o", f"{tmp_path}/out", "--scheduler", address]
    assert CliRunner().invoke(main, args).exit_code == 2


def test_no_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'govnews\[dask\]'"):
        on_dask("local")
    importlib.import_module("govnews.batch.cluster")


def test_the_command(tmp_path: Path, out: Path) -> None:
    """The same options as without a cluster."""
    path = parquet(tmp_path / "rows.parquet", ROWS[:50], 25)
    args = ["batch", str(path), "-o", str(out), "--scheduler", "local", "--workers", "1"]
    result = CliRunner().invoke(main, args)
    assert result.exit_code == 0, result.output
    check_whole(out, ROWS[:50])


@pytest.mark.slow
def test_100_000_paragraphs_and_a_worker_is_killed(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None is lost, and none is there twice."""
    monkeypatch.setattr("govnews.batch.planning.TARGET", 100_000)
    rows = made_rows(50_000)
    path = parquet(tmp_path / "rows.parquet", rows, 2_000)
    summary: Summary = run(path, out, runner=killing(on_dask("local", 2), 8))
    assert summary.counts.paragraphs == sum(row["text"].count("\n") + 1 for row in rows)
    assert summary.is_whole
    check_whole(out, rows)

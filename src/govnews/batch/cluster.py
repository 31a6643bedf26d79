"""A Dask cluster: one that is running, or one of our own on this machine for as long as needed."""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import govnews
from govnews.errors import GovnewsError, MissingExtraError, UnknownChoiceError
from govnews.working.worker import out_of_reach

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

#: Seconds that a scheduler has to answer.
_PATIENCE: Final = 10


def needs_dask() -> None:
    """See that Dask is installed.

    Raises:
        MissingExtraError: If it is not.
    """
    try:
        import distributed  # noqa: F401 - whether it can be
    except ImportError as error:
        raise MissingExtraError(
            "--scheduler needs distributed, which is not installed: pip install 'govnews[dask]'"
        ) from error


def checked_address(address: str | None) -> str | None:
    """Return the address of a scheduler; None for "local".

    Raises:
        UnknownChoiceError: If it is none.

    >>> checked_address("tcp://10.0.0.1:8786"), checked_address("local")
    ('tcp://10.0.0.1:8786', None)
    """
    if address is None or address == "local":
        return None
    if "://" not in address:
        raise UnknownChoiceError(
            f"{address!r} is no scheduler: give its address (tcp://HOST:8786) or local"
        )
    return address


@contextmanager
def connected(address: str | None, workers: int) -> "Iterator[Client]":
    """Connect to a scheduler, and see that its workers have this version of govnews.

    Args:
        address: Where it is; None starts one on this machine, which ends with us.
        workers: How many processes that one has.

    Raises:
        GovnewsError: If there is no scheduler, or no worker, or a worker has another version.
    """
    from distributed import Client

    with ExitStack() as stack:
        # what befalls workers is told once, as ours, and not by every part of Dask
        stack.enter_context(_silent())
        where: Any = address or stack.enter_context(_local(workers))
        try:
            client = Client(where, timeout=_PATIENCE, set_as_default=False, name="govnews")
        except OSError as error:
            raise GovnewsError(
                f"no Dask scheduler answers at {address}: check the address, and that it runs"
            ) from error
        stack.callback(client.close, timeout=_PATIENCE)
        _same_version(client)
        yield client


@contextmanager
def _local(workers: int) -> "Iterator[LocalCluster]":
    """Start a cluster that only this machine can reach, with a folder that only we can."""
    from distributed import LocalCluster

    with TemporaryDirectory(prefix="govnews-", ignore_cleanup_errors=True) as folder:
        # Ctrl-C is for us, who then end them
        with out_of_reach():
            cluster = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
                local_directory=folder,
                # what two workers died over, or beside, is then tried alone
                scheduler_kwargs={"allowed_failures": 1, "dashboard_address": "127.0.0.1:0"},
            )
        with cluster:
            yield cluster


@contextmanager
def _silent() -> Iterator[None]:
    """Keep what Dask logs off the terminal."""
    import distributed  # noqa: F401 - makes its loggers

    every = [logging.getLogger(name) for name in logging.Logger.manager.loggerDict]
    theirs = [each for each in every if each.name.split(".")[0] == "distributed"]
    before = [each.disabled for each in theirs]
    for each in theirs:
        each.disabled = True
    try:
        yield
    finally:
        for each, disabled in zip(theirs, before, strict=True):
            each.disabled = disabled


def version() -> str:
    """Return the version of govnews, where it can do tasks."""
    import pyarrow.parquet  # noqa: F401 - it must be there

    return govnews.__version__


def _same_version(client: "Client") -> None:
    # a worker that does not even have the function says so as well
    found = client.run(version, on_error="return")
    if not found:
        raise GovnewsError(
            "the Dask scheduler has no workers: start some (dask worker ADDRESS), and run again"
        )
    for worker, theirs in found.items():
        if theirs == govnews.__version__:
            continue
        what = f"cannot run govnews ({theirs!r})"
        raise GovnewsError(
            f"the Dask worker {worker} "
            f"{f'has govnews {theirs}' if isinstance(theirs, str) else what}, here is "
            f"{govnews.__version__}: install the same, with the extra dask, on all machines"
        )


def shares(client: "Client", sign: str) -> None:
    """See that every worker sees a file.

    Raises:
        GovnewsError: If one does not.
    """
    for worker, seen in client.run(_sees, sign).items():
        if not seen:
            raise GovnewsError(
                f"the Dask worker {worker} does not see {Path(sign).parent.parent}: inputs and "
                "results must be on a disk that all machines share, under the same name"
            )


def _sees(path: str) -> bool:
    return Path(path).exists()

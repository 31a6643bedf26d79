"""How a worker process ended, and what to do about it."""

import signal

from govnews.errors import WorkerDiedError


def died_at_work(code: int, index: int, item: object) -> WorkerDiedError:
    """Return the error for an item over which a worker has died, and another when it was alone.

    >>> str(died_at_work(3, 7, "走访43家企业"))[:56]
    'item 7 (from 0): a worker process ended with exit code 3'
    """
    name = getattr(item, "id", None)
    which = f"item {index} (from 0)" if name is None else f"item {index} (from 0), {name}"
    return WorkerDiedError(
        f"{which}: a worker process {ended(code)}, after another had died over it; leave it "
        "out, or work on it alone with workers=1 to see why",
        index=index,
        id=name,
        exitcode=code,
    )


def died_early(code: int) -> WorkerDiedError:
    """Return the error for workers that end before they can begin, which often is the script."""
    return WorkerDiedError(
        f"a worker process {ended(code)} before it could begin; what it said itself is on stderr. "
        "It imports the script that started it, which must be a file and guard its own code by "
        'if __name__ == "__main__": (multiprocessing, start method "spawn"); workers=1 needs none',
        exitcode=code,
    )


def ended(code: int) -> str:
    """Say how a process ended.

    >>> ended(3), ended(-11)
    ('ended with exit code 3', 'was killed by SIGSEGV')
    """
    if code >= 0:
        return f"ended with exit code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    hint = ", as the system does when memory runs out" if name == "SIGKILL" else ""
    return f"was killed by {name}{hint}"

"""Code in a process of its own: what it takes until its end, without Python's own start."""

import json
import subprocess
import sys
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from tests.recovery import CORPORA

_SCRIPT: Final = """
import json, sys, time
sys.modules.update(dict.fromkeys({without!r}))
begun, said = time.process_time(), None
{code}
seconds = time.process_time() - begun
# what getrusage says begins with the memory of the process that forked this one
lines = open("/proc/self/status").read().splitlines()
(kilobytes,) = (int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
print(json.dumps([seconds, kilobytes / 1024, said]))
"""


class Fresh(NamedTuple):
    """What a process took.

    Attributes:
        seconds: Its CPU time.
        megabytes: Its memory at most.
        said: What it left under the name `said`.
    """

    seconds: float
    megabytes: float
    said: Any


def fresh(code: str, *, without: Iterable[str] = ()) -> Fresh:
    """Run *code* in a fresh interpreter, in which the modules of *without* cannot be imported."""
    script = _SCRIPT.format(code=code, without=list(without))
    command = [sys.executable, "-W", "ignore", "-c", script]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=CORPORA.parent)
    # jionlp greets on the same stream
    return Fresh(*json.loads(run.stdout.splitlines()[-1]))

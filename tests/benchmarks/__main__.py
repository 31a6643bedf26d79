"""Measure, and write the tables of speeds into the README: `python -m tests.benchmarks`.

It takes some ten minutes, on a machine that does nothing else. `--long` measures memory over
100 MB too, which takes some more.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from govnews.cli.target import Target
from tests.benchmarks import table

ROOT: Final = Path(__file__).parents[2]
README: Final = ROOT / "README.md"
FOLDER: Final = Path(__file__).parent.relative_to(ROOT)
#: What the tables are made of
MEASURED: Final = (
    *("test_stages.py", "test_peers.py", "test_workers.py", "test_growth.py::test_growth[analyze]"),
    *("test_hostile.py", "test_memory.py", "test_starts.py"),
)
#: Of the hostile pages, those of the whole analysis
CHOSEN: Final = "not (test_hostile and extract)"


def measured() -> dict[str, Any]:
    """Run the benchmarks, and return pytest-benchmark's report."""
    long = {"GOVNEWS_LONG": "1"} if "--long" in sys.argv else {}
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pytest", "--benchmark-only", "-rs", "-k", CHOSEN]
        command += [f"--benchmark-json={report}", *(f"{FOLDER}/{name}" for name in MEASURED)]
        subprocess.run(command, check=True, cwd=ROOT, env=os.environ | long)
        found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return found


def main() -> None:
    """Write what was measured; the file is replaced as a whole, at the end."""
    report = measured()
    made = table.section(table.read(report), table.machine_of(report))
    page = table.put_in(README.read_text("utf-8"), made)
    with Target(README, "text").open(wanted=lambda: True) as write:
        write(page)


if __name__ == "__main__":
    main()

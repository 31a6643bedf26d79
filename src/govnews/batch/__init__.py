"""Any number of bulletins, in files and tables, to tables in files: `govnews batch`.

`finding` says what was named, `cutting` cuts it into tasks that say everything which is needed
to do them anywhere, `doing` does one and writes its parts, `manifest` remembers what is done,
and `running` is the whole.
"""

from typing import TYPE_CHECKING

from govnews.lazily import lazily

if TYPE_CHECKING:
    from govnews.batch.distributing import on_dask
    from govnews.batch.doing import do
    from govnews.batch.outcomes import Done, Failed, Summary
    from govnews.batch.running import run
    from govnews.batch.tasks import Task

__all__ = ["Done", "Failed", "Summary", "Task", "do", "on_dask", "run"]

__getattr__ = lazily(
    __name__,
    {
        "distributing": ("on_dask",),
        "doing": ("do",),
        "running": ("run",),
        "outcomes": ("Done", "Failed", "Summary"),
        "tasks": ("Task",),
    },
)

"""The command `govnews`: whatever goes wrong is one line on standard error."""

import sys
from functools import partial
from typing import Any, Final

import click

#: What shells say of a process that Ctrl-C ended.
_STOPPED: Final = 130


class OneLine(click.Group):
    """A group of commands that complains as every line of ours does, without usage above it."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own
        """Run what was asked for; click itself would write an empty line where it is stopped."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise click.Abort from None

    def main(self, *args: Any, **settings: Any) -> Any:  # noqa: ANN401 - click's own
        """Run a command and end the process, as `click.Command.main` does."""
        ends_process = settings.pop("standalone_mode", True)
        run = partial(super().main, standalone_mode=False)
        if not ends_process:
            return run(*args, **settings)
        try:
            status: object = run(*args, **settings)
        except click.exceptions.NoArgsIsHelpError as asked:
            asked.show()
            sys.exit(asked.exit_code)
        except click.ClickException as error:
            click.echo(_line(error), err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo("govnews: stopped", err=True)
            sys.exit(_STOPPED)
        sys.exit(status if isinstance(status, int) else 0)


def _line(error: click.ClickException) -> str:
    """Return what is wrong, and of wrong usage where to read how it is right.

    >>> _line(click.ClickException("the disk is full"))
    'govnews: the disk is full'
    """
    said = " ".join(error.format_message().split())
    context = getattr(error, "ctx", None)
    if context is None:
        return f"govnews: {said}"
    return f"govnews: {said.rstrip('.')} ({context.command_path} --help tells more)"

"""The command line: files in, one public call each, results out.

`commands` names what can be asked for, `inputs` reads, `target` decides where
and in which format results go, `formats` and `report` put them there, and
`table` lays out columns of Chinese text.  None of them loads a dictionary or
a model before there is a text to work on.
"""

from govnews.cli.commands import main

__all__ = ["main"]

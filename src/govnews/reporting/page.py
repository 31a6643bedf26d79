"""The whole page: the skeleton with its style, its scripts, its parts and its data."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Final

from govnews.palette import HUES
from govnews.reporting.collected import collected, palette
from govnews.reporting.columns import columns
from govnews.reporting.escaping import as_html, as_json
from govnews.reporting.heading import heading
from govnews.reporting.largest import largest
from govnews.reporting.sums import sums
from govnews.reporting.topics import topics

if TYPE_CHECKING:
    from govnews.bulletin import Bulletin

_TITLE: Final = "Figures and topics of the bulletins"
#: The scripts in the order in which they build on each other.
_SCRIPTS: Final = (
    *("data", "numbers", "making", "order", "filter", "sums"),
    *("table", "csv", "card", "passages", "browse", "page"),
)


def report(
    bulletins: Iterable["Bulletin"], *, title: str = _TITLE, left_out: Sequence[str] = ()
) -> str:
    """Return one page about a set of bulletins that works from a file, without a network.

    It holds totals of what may be added, topics over bulletins and time, the largest sums of
    money, a table of all figures to filter and sort, and the passage behind each of them.

    Args:
        bulletins: What `analyze` returned; dates of issue are theirs.
        title: What to write at the top.
        left_out: The names of bulletins that could not be read: the page says so. It is looked
            at when all *bulletins* are drawn.

    Returns:
        A whole HTML page, to be written as UTF-8.

    >>> from govnews import analyze
    >>> page = report([analyze("省总工会拨付救助金5027万元。", id="a")], title="Aid")
    >>> page[:15], "<title>Aid</title>" in page, "https://" in page
    ('<!doctype html>', True, False)
    """
    found = collected(bulletins, left_out)
    style, script = _style(), _script()
    return _skeleton().substitute(
        title=as_html(title),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        heading=heading(found),
        totals=sums(found),
        topics=topics(found),
        largest=largest(found),
        data=as_json(columns(found)),
    )


@cache
def _asset(name: str) -> str:
    return files("govnews").joinpath("data", "report", name).read_text(encoding="utf-8")


@cache
def _skeleton() -> Template:
    return Template(_asset("report.html"))


@cache
def _style() -> str:
    hues = (f".{kind.value}{{--hue:{hue}}}" for kind, hue in HUES.items())
    return "\n".join((_asset("report.css"), *hues, *palette()))


@cache
def _script() -> str:
    return "".join(_asset(f"{name}.js") for name in _SCRIPTS)


def _hash(text: str) -> str:
    """Return what the page's policy knows a style or a script by: nothing else may run."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

"""Bulletins as one page that needs nothing else: a file to keep, to send and to print."""

from collections.abc import Iterable, Iterator
from typing import Final

from govnews.escaping import content
from govnews.html.fragment import Shown, Tally, article
from govnews.html.styling import stylesheet
from govnews.passages import passages

_STYLE: Final = """
:root{color-scheme:light dark}
body{max-width:64em;margin:0 auto;padding:1.5em clamp(.8em,4vw,3em) 4em;
font-family:system-ui,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1,h2{line-height:1.3;overflow-wrap:anywhere;break-after:avoid}
h1{font-size:1.5em}
h2{margin:2.2em 0 .3em;font-size:1.25em}
nav li{margin:.2em 0;overflow-wrap:anywhere}
nav small{opacity:.75}
@page{margin:16mm}
@media print{body{max-width:none;padding:0}}
"""


def page(bulletins: Iterable[tuple[str, Shown]]) -> Iterator[str]:
    """Yield one page, with a heading for every bulletin and a table of contents of several.

    Args:
        bulletins: Names and bulletins.

    >>> next(page([]))[:15]
    '<!doctype html>'
    """
    # the contents stand first and the style once, so what is kept is the finished text
    done = [(name, *_drawn(one)) for name, one in bulletins]
    title = done[0][0] if len(done) == 1 else f"{len(done)} bulletins"
    yield _opening(title)
    if len(done) > 1:
        yield f"<h1>{content(title)}</h1>\n"
        yield from _contents(done)
    level = "h1" if len(done) == 1 else "h2"
    for number, (name, _, shown) in enumerate(done, 1):
        yield f'<{level} id="bulletin-{number}">{content(name)}</{level}>\n{shown}\n'
    yield "</main></body></html>\n"


def _drawn(bulletin: Shown) -> tuple[str, str]:
    """Return what the contents say of a bulletin, and the bulletin itself."""
    shown = list(passages(bulletin))
    tally = Tally.of(shown)
    return str(tally), article(bulletin, shown, tally, named=False)


def _opening(title: str) -> str:
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{content(title)}</title>"
        f"<style>{_STYLE}{stylesheet()}</style></head><body><main>\n"
    )


def _contents(done: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    yield '<nav aria-label="contents"><ol>\n'
    for number, (name, tally, _) in enumerate(done, 1):
        yield f'<li><a href="#bulletin-{number}">{content(name)}</a> <small>{tally}</small></li>\n'
    yield "</ol></nav>\n"

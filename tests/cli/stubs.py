"""Public functions that know one sentence: the command line is tested apart from what it calls.

`python -m tests.cli.stubs ARGUMENTS` is the command line with these in place.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import msgspec

import govnews
from govnews.html import render
from govnews.models import Bound, CleanText, Edit, Figure, Kind, Paragraph, Token

TOPICS = {
    "worker_services": "服务职工",
    "rights_protection": "维权",
    "aid_qinghai": "援青",
    "expert_services": "专家服务",
    "veterans": "退役军人",
}
_SUM = re.compile(r"(近?)(\d+)(万元|名)")


@dataclass(frozen=True)
class Bulletin:
    """As `govnews.Bulletin`, as far as the command line knows it."""

    id: str | None
    raw: str
    source: str | None
    paragraphs: tuple[Paragraph, ...]
    edits: tuple[Edit, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures."""
        return tuple(figure for each in self.paragraphs for figure in each.figures)

    def to_json(self) -> str:
        """One line of JSON."""
        return msgspec.json.encode(
            {"id": self.id, "paragraphs": self.paragraphs}, enc_hook=dict
        ).decode()

    def to_html(self) -> str:
        """A fragment."""
        return render(self)


def clean(text: str, *, script: str = "simplified") -> CleanText:
    """Repair one character."""
    del script
    return CleanText(text.replace("\ufffd", ""), text)


def segment(text: str, *, engine: str = "auto") -> list[Token]:
    """Every character is a word."""
    del engine
    return [Token(each, at, at + 1, "x") for at, each in enumerate(text) if not each.isspace()]


def extract(text: str, *, kinds: tuple[str, ...] | None = None) -> list[Figure]:
    """Find sums and headcounts in digits."""
    found = [_figure(match) for match in _SUM.finditer(text)]
    return [figure for figure in found if not kinds or figure.kind in kinds]


def _figure(match: re.Match[str]) -> Figure:
    money = match[3] == "万元"
    return Figure(
        Kind.MONEY if money else Kind.HEADCOUNT,
        match[0],
        *match.span(),
        Decimal(match[2]) * (10_000 if money else 1),
        None,
        Bound.NEARLY if match[1] else Bound.EXACT,
        "元" if money else "人",
        "CNY" if money else None,
        "帮扶资金" if money else None,
        damaged=match[2] == "13",
        rule="stub",
    )


def analyze(text: str, *, issued: date | None = None, id: str | None = None) -> Bulletin:  # noqa: A002
    """Every line is a paragraph about veterans or about nothing."""
    del issued
    paragraphs, start = [], 0
    for line in text.splitlines(keepends=True):
        topics = ("veterans",) if "退役军人" in line else ()
        moved = tuple(_moved(figure, start) for figure in extract(line))
        scores = dict.fromkeys(TOPICS, 0.1) | dict.fromkeys(topics, 0.9)
        if line.strip():
            end = start + len(line.rstrip())
            paragraphs.append(Paragraph(line.rstrip(), start, end, topics, scores, moved))
        start += len(line)
    return Bulletin(id, text, None, tuple(paragraphs))


def _moved(figure: Figure, by: int) -> Figure:
    return replace(figure, start=figure.start + by, end=figure.end + by)


FUNCTIONS = {
    "TOPICS": TOPICS,
    "analyze": analyze,
    "clean": clean,
    "extract": extract,
    "segment": segment,
}

if __name__ == "__main__":
    from govnews.cli import main

    vars(govnews).update(FUNCTIONS)
    main(prog_name="govnews")

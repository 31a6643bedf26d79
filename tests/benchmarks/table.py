"""The tables of speeds in the README, made of what the benchmarks noted."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple, TypeAlias

from tests.benchmarks.hostile import DENSE, NOISE
from tests.benchmarks.material import KINDS
from tests.benchmarks.peers import PEERS
from tests.benchmarks.works import OTHERS, OURS, WHOLE

Noted: TypeAlias = Mapping[str, Mapping[str, float]]
"""What the benchmarks noted, by their names."""

BEGIN: Final = "<!-- python -m tests.benchmarks makes what follows -->"
END: Final = "<!-- up to here -->"
#: What stands where nothing was measured: a peer that is not installed
NOTHING: Final = "–"
_FEW: Final = 10


class Row(NamedTuple):
    """A row of the second table.

    Attributes:
        label: What is measured.
        goal: What is aimed at; empty where it is only told.
        read: What finds it among what was noted; a KeyError says that it was not measured.
    """

    label: str
    goal: str
    read: Callable[[Noted], str]


def number(value: float) -> str:
    """Return a ratio in as many digits as mean something.

    >>> number(172.4), number(0.4321)
    ('172', '0.43')
    """
    return f"{value:.2f}" if value < _FEW else f"{value:.0f}"


def _one(test: str, key: str, noted: Noted) -> str:
    return number(noted[test][key])


def _worst(pages: Mapping[str, str], test: str, key: str, noted: Noted) -> str:
    """Return the largest number among the same of several pages, with that page's name."""
    values = {name: noted[f"{test}[analyze-{name}]"][key] for name in pages}
    worst = max(values, key=lambda name: values[name])
    return f"{number(values[worst])} ({worst})"


def _megabytes(noted: Noted) -> str:
    short, middle, long = (noted.get(f"test_memory[{size} MB]") for size in (1, 10, 100))
    taken = (f"{each['megabytes']:.0f}" if each else NOTHING for each in (short, middle, long))
    return f"{', '.join(taken)} MB"


def _row(label: str, goal: str, test: str, key: str) -> Row:
    return Row(label, goal, partial(_one, test, key))


def _starts() -> Iterator[Row]:
    test = "test_import_costs_little"
    yield _row("`import govnews`, times `python -c pass`", "at most 4", test, "times_empty_program")
    for name in ("a first `extract`", "a first `analyze`"):
        for extra, said in (("fast", ""), ("without rjieba", " without `fast`")):
            test = f"test_start[{name}-{extra}]"
            yield _row(f"{name}{said}, beside jieba's start", "", test, "of_jieba")
    yield _row("jionlp's first `extract_money`, beside it", "", "test_start_of_jionlp", "of_jieba")


def _hostile() -> Iterator[Row]:
    news = partial(_row, test="test_one_line[analyze]", key="times_ordinary")
    yield news("a character of 1 MB in one line, beside news", LIMIT)
    each = f"a character of {len(NOISE)} pages of noise, the slowest"
    yield Row(each, LIMIT, partial(_worst, NOISE, "test_noise", "times_ordinary"))
    each = f"a character of {len(DENSE)} pages of nothing but figures, the slowest"
    yield Row(each, "", partial(_worst, DENSE, "test_dense", "times_ordinary"))
    each = "a figure of these, the slowest"
    yield Row(each, LIMIT, partial(_worst, DENSE, "test_dense", "times_ordinary_a_figure"))


LIMIT: Final = "at most 3"
_PEER_GOALS: Final = ("at least 1.5", "", "at least 100")
ROWS: Final = (
    _row("`analyze_many` beside `jieba.cut`", "at least 2", "test_beside_jieba[undamaged]", WHOLE),
    _row("the same without the extra `fast`", "at least 0.9", "test_without_rjieba", WHOLE),
    *(
        _row(f"`extract` beside {name}", goal, f"test_beside_peer[{name}-undamaged]", "times_peer")
        for name, goal in zip(PEERS, _PEER_GOALS, strict=True)
    ),
    _row(
        "two workers beside one, start left out",
        "at least 1.7",
        "test_two_workers",
        "times_one",
    ),
    _row("the same, start counted, on 2 MB", "", "test_two_workers", "times_one_with_start"),
    _row("a page of 10 MB, times one of 1 MB", "at most 11", "test_growth[analyze]", "10 MB"),
    *_hostile(),
    Row("memory at most, for 1, 10 and 100 MB of bulletins", "flat", _megabytes),
    *_starts(),
)


def read(report: Mapping[str, Any]) -> Noted:
    """Return what the benchmarks noted, of pytest-benchmark's report."""
    return {each["name"]: each["extra_info"] for each in report["benchmarks"]}


def machine_of(report: Mapping[str, Any]) -> str:
    """Return what the machine of a report is called.

    >>> cpu = {"brand_raw": "Z80", "count": 2}
    >>> machine_of({"machine_info": {"cpu": cpu, "python_version": "3.11.7"}})
    'Z80, 2 cores, Python 3.11.7'
    """
    info = report["machine_info"]
    cores = f"{info['cpu']['count']} core{'' if info['cpu']['count'] == 1 else 's'}"
    return f"{info['cpu']['brand_raw']}, {cores}, Python {info['python_version']}"


def section(noted: Noted, machine: str) -> str:
    """Return both tables, with the machine that they were measured on.

    Args:
        noted: What was measured; for the rest there are dashes.
        machine: What it is called.
    """
    names = (*OURS, *OTHERS, *PEERS)
    speeds = [(name, *(_speed(name, kind, noted) for kind in KINDS)) for name in names]
    goals = [(row.label, _or_nothing(row.read, noted), row.goal) for row in ROWS]
    return "\n".join(
        (
            f"Times as fast as `list(jieba.cut(text))`, in the same run ({machine}):",
            "",
            *_table(("2 MB of bulletins of our corpora", *KINDS), speeds),
            "",
            "And what is aimed at:",
            "",
            *_table(("what", "measured", "goal"), goals),
        )
    )


def _speed(name: str, kind: str, noted: Noted) -> str:
    test, key = f"test_beside_jieba[{kind}]", name
    if name in PEERS:
        test, key = f"test_beside_peer[{name}-{kind}]", "times_jieba"
    return _or_nothing(partial(_one, test, key), noted)


def _or_nothing(read: Callable[[Noted], str], noted: Noted) -> str:
    try:
        return read(noted)
    except KeyError:
        return NOTHING


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _line(head)
    yield "|---" * len(head) + "|"
    yield from map(_line, rows)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def put_in(page: str, made: str) -> str:
    r"""Return *page* with what was made between its marks.

    Raises:
        ValueError: If the page has no such marks.

    >>> put_in(f"a\n{BEGIN}\nold\n{END}\nz", "new").splitlines()[3]
    'new'
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, behind = rest.partition(END)
    if not end:
        raise ValueError(f"the page has no lines {BEGIN!r} and, behind it, {END!r}: put them in")
    return f"{before}{begin}\n\n{made}\n\n{end}{behind}"


def made_in(page: str) -> str:
    """Return what stands between the marks of *page*."""
    return page.partition(BEGIN)[2].partition(END)[0].strip("\n")

"""Regular expressions that a user brings: only such as take a bounded time at a numeral.

A pattern is tried at every numeral of a text.  So it may repeat nothing without
end, and the ways in which it can match are counted: each way may be tried
before it fails.  What is left takes time linear in the text, whatever the text.
"""

import re
from re import _constants as op  # type: ignore[attr-defined] # no public parser of patterns
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final

#: Sixteen optional signs are more than that, four numbers of up to ten digits are not
_MOST_WAYS: Final = 10_000
_REPEATS: Final = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_REFERENCES: Final = frozenset({op.GROUPREF, op.GROUPREF_EXISTS})
_ASSERTIONS: Final = frozenset({op.ASSERT, op.ASSERT_NOT})


def check_regex(regex: str) -> None:
    r"""Refuse a regular expression that cannot be joined to others or may take long.

    Raises:
        ValueError: If it does not compile, may match nothing, refers to a
            group, repeats without end, or can match in too many ways.

    >>> check_regex(r"\d{4}年第\d{1,4}号")
    >>> check_regex(r"(?:\d+)+号")
    Traceback (most recent call last):
    ...
    ValueError: it repeats without end: write {0,20} for * and {1,20} for +
    """
    try:
        parsed = _parser.parse(regex, re.MULTILINE)
        re.compile(f"x|(?:{regex})", re.MULTILINE)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"it does not compile ({error}): mend it") from error
    if parsed.state.groupdict:
        raise ValueError("it names a group: write (?:...) for (?P<name>...)")
    if _ways(parsed) > _MOST_WAYS:
        raise ValueError(
            f"it can match one text in more than {_MOST_WAYS} ways: repeat less inside of what is "
            "repeated, and choose smaller bounds"
        )
    if not parsed.getwidth()[0]:
        raise ValueError("it can match nothing at all: make a part of it obligatory")


def _ways(parsed: Any) -> int:  # noqa: ANN401 - what the parser returns has no public type
    """Return in how many ways a sequence can match, or a number above the most."""
    ways = 1
    for code, argument in parsed:
        ways = min(ways * _ways_of(code, argument), _MOST_WAYS + 1)
    return ways


def _ways_of(code: Any, argument: Any) -> int:  # noqa: ANN401 - as above
    if code in _REFERENCES:
        raise ValueError("it refers back to a group: write out what stands there")
    if code in _REPEATS:
        return _repeated(*argument)
    if code is op.BRANCH:
        return sum(map(_ways, argument[1]))
    if code is op.SUBPATTERN:
        return _ways(argument[-1])
    if code in _ASSERTIONS:
        return _ways(argument[1])
    return _ways(argument) if code is op.ATOMIC_GROUP else 1


def _repeated(least: int, most: int, body: Any) -> int:  # noqa: ANN401 - as above
    """Add up the ways of each number of repetitions; long ones count as many in any case."""
    if most == op.MAXREPEAT:
        raise ValueError("it repeats without end: write {0,20} for * and {1,20} for +")
    if most > _MOST_WAYS:
        return _MOST_WAYS + 1
    once, ways, all_ways = _ways(body), 1, 0
    for times in range(most + 1):
        all_ways += ways if times >= least else 0
        ways = min(ways * once, _MOST_WAYS + 1)
    return max(all_ways, most)

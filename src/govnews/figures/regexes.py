"""Regular expressions that a user brings: only such as take a bounded time at a numeral.

A pattern is tried at every numeral of a text.  So it may repeat nothing without
end, and the steps are counted that it may take before it fails, having tried each
of its ways.  What is left takes time linear in the text, whatever the text.
"""

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined] # no public parser of patterns
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final, TypeAlias

MOST_STEPS: Final = 2000
"""All patterns of a lexicon together may take so many at a numeral: the slowest that are let in
take 0.1 s for 16 KB of numerals (2026-11, one core)."""

_TOO_MANY: Final = MOST_STEPS + 1
#: In how many ways a part can match, and how many steps all of them take
_Cost: TypeAlias = tuple[int, int]
_REPEATS: Final = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_REFERENCES: Final = frozenset({op.GROUPREF, op.GROUPREF_EXISTS})
_ASSERTIONS: Final = frozenset({op.ASSERT, op.ASSERT_NOT})


def steps(regex: str) -> int:
    r"""Return how many steps a regular expression may take, or a number above the most.

    Raises:
        ValueError: If it does not compile or cannot be joined to others, may
            match nothing, refers to a group, or repeats without end.

    >>> steps(r"\d{4}年第\d{1,4}号"), steps(r"(?:\d{1,3}){1,30}号") > MOST_STEPS
    (14, True)
    >>> steps(r"(?:\d+)+号")
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
    _, found = _sequence(parsed)
    if not parsed.getwidth()[0]:
        raise ValueError("it can match nothing at all: make a part of it obligatory")
    return found


def _sequence(parsed: Any) -> _Cost:  # noqa: ANN401 - what the parser returns has no public type
    """Add up a sequence: each part is tried once for each way of those before it."""
    return _in_turn(_cost(code, argument) for code, argument in parsed)


def _in_turn(parts: Iterable[_Cost]) -> _Cost:
    ways, steps = 1, 0
    for more_ways, more_steps in parts:
        steps = min(steps + ways * more_steps, _TOO_MANY)
        ways = min(ways * more_ways, _TOO_MANY)
    return ways, steps


def _cost(code: Any, argument: Any) -> _Cost:  # noqa: ANN401 - as above
    if code in _REFERENCES:
        raise ValueError("it refers back to a group: write out what stands there")
    if code in _REPEATS:
        return _repeated(*argument)
    if code is op.BRANCH:
        ways, steps = zip(*map(_sequence, argument[1]), strict=True)
        return sum(ways), sum(steps)
    if code is op.SUBPATTERN:
        return _sequence(argument[-1])
    if code in _ASSERTIONS:
        return _sequence(argument[1])
    return _sequence(argument) if code is op.ATOMIC_GROUP else (1, 1)


def _repeated(least: int, most: int, body: Any) -> _Cost:  # noqa: ANN401 - as above
    if most == op.MAXREPEAT:
        raise ValueError("it repeats without end: write {0,20} for * and {1,20} for +")
    once = _sequence(body)
    if most > MOST_STEPS:
        return _TOO_MANY, _TOO_MANY
    found = sum(min(once[0] ** times, _TOO_MANY) for times in range(least, most + 1))
    return found, _in_turn([once] * most)[1]

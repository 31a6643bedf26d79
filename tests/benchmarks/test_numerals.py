"""The long run of the numeral round trip: a million seeded readings."""

from pytest_benchmark.fixture import BenchmarkFixture

from tests.test_numerals import WRITERS, round_trip

READINGS = 10**6


def test_a_million_numerals_are_read_as_written(benchmark: BenchmarkFixture) -> None:
    """Whatever is written in any manner is read back."""
    each = READINGS // len(WRITERS)

    wrong = benchmark.pedantic(round_trip, args=(each,), rounds=1)  # type: ignore[no-untyped-call]

    assert wrong == 0

"""What takes time, measured: `pytest tests/benchmarks --benchmark-only`."""

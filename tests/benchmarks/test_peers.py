"""How fast `extract` is beside libraries that read amounts, on the same text in the same run.

Run it with `pytest tests/benchmarks/test_peers.py --benchmark-only --benchmark-json FILE`. The
libraries are the extra `peers`; `times_peer` says how many times as fast as one of them ours is,
which reads nine kinds, `times_jieba` how many times as fast as plain jieba it is.
"""

from typing import Any

import pytest

import govnews
from tests.benchmarks.material import KINDS
from tests.benchmarks.peers import PEERS
from tests.benchmarks.works import each, times_jieba


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", PEERS)
def test_beside_peer(name: str, kind: str, benchmark: Any) -> None:
    """Measure one of them, on as much as it reads in a few seconds."""
    peer = PEERS[name]
    try:
        read = peer.load()
    except ImportError as error:
        pytest.skip(f"{peer.module} cannot be imported: {error} (pip install 'govnews[peers]')")
    works = {"peer": each(read), "ours": each(govnews.extract)}
    speeds = benchmark.pedantic(
        times_jieba, args=(kind, works), kwargs={"size": peer.size}, rounds=1
    )
    benchmark.extra_info["times_jieba"] = speeds["peer"]
    benchmark.extra_info["times_peer"] = speeds["ours"] / speeds["peer"]

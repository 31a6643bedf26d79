"""What the tests of this folder share: texts that are drawn, and the four functions."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from hypothesis import settings
from hypothesis import strategies as st

import govnews
from govnews.topics.labelled import read_labelled

ROOT: Final = Path(__file__).parents[2]
SAMPLES: Final = sorted((ROOT / "corpora" / "bulletins").glob("*.txt"))

#: Each of the four, asked so that it finds something in most texts
FUNCTIONS: Final[dict[str, Callable[..., Any]]] = {
    "keywords": govnews.keywords,
    "keyness": lambda texts, **more: govnews.keyness(texts, ["职工走访企业"], **more),
    "concordance": lambda texts, **more: govnews.concordance(texts, "职工", **more),
    "collocations": lambda texts, **more: govnews.collocations(texts, min_count=1, **more),
}

_PHRASES: Final = (
    *("慰问", "走访", "困难职工", "退役军人", "企业", "工会", "的", "和", "进一步", "5027万元"),
    *(
        "近8000名",
        "，",
        "。",
        "\n",
        "慰問困難職工",
        "職(zhí)工",
        "送溫暖(nuǎn)",
        "ＧＤＰ",
        " ",
        "“三严”",
    ),
)
_HOSTILE: Final = "职工会慰问的。，\n\r\t\0\ud800\udfff\u2028\ufeff\u3000a5ａ５(（“”<&;\U0001f600"

texts: Final = st.lists(st.sampled_from(_PHRASES), max_size=12).map("".join)
"""Pages, sound and garbled, Simplified and Traditional."""
hostile: Final = st.text(st.sampled_from(_HOSTILE))
"""What nobody should send, and somebody will."""

SLOWLY: Final = settings(max_examples=60, deadline=None)


def sample(name: str) -> str:
    """Read a sample bulletin."""
    return govnews.read(ROOT / "corpora" / "bulletins" / name)


def paragraphs(topic: str | None = None) -> list[str]:
    """Return the paragraphs of the topic corpus, or those of one topic."""
    return [
        each.text
        for each in read_labelled(ROOT / "corpora" / "topics")
        if topic is None or topic in each.topics
    ]

"""Where the stages meet: the public calls and the whole bulletin.

Each call is loaded on first use: who only classifies does not load what reads figures.
"""

from typing import TYPE_CHECKING

from govnews.lazily import lazily
from govnews.topics.labels import TOPICS

if TYPE_CHECKING:
    from govnews.bulletin.analysis import analyze
    from govnews.bulletin.bulletin import Bulletin
    from govnews.bulletin.calls import (
        extract,
        extract_headcounts,
        extract_money,
        extract_percentages,
        warm_up,
    )
    from govnews.bulletin.classifying import classify, classify_many
    from govnews.bulletin.cleaned import clean
    from govnews.bulletin.explaining import explain
    from govnews.bulletin.files import analyze_files
    from govnews.bulletin.lexicon import Lexicon
    from govnews.bulletin.many import analyze_many
    from govnews.bulletin.segmenting import Segmenter, segment, sentences, words

__all__ = [
    "TOPICS",
    "Bulletin",
    "Lexicon",
    "Segmenter",
    "analyze",
    "analyze_files",
    "analyze_many",
    "classify",
    "classify_many",
    "clean",
    "explain",
    "extract",
    "extract_headcounts",
    "extract_money",
    "extract_percentages",
    "segment",
    "sentences",
    "warm_up",
    "words",
]

__getattr__ = lazily(
    __name__,
    {
        "analysis": ("analyze",),
        "bulletin": ("Bulletin",),
        "calls": (
            "extract",
            "extract_headcounts",
            "extract_money",
            "extract_percentages",
            "warm_up",
        ),
        "classifying": ("classify", "classify_many"),
        "cleaned": ("clean",),
        "explaining": ("explain",),
        "files": ("analyze_files",),
        "lexicon": ("Lexicon",),
        "many": ("analyze_many",),
        "segmenting": ("Segmenter", "segment", "sentences", "words"),
    },
)

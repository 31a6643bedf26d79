"""Where the stages meet: the public calls and the whole bulletin."""

from govnews.bulletin.analysis import Bulletin, analyze, analyze_many
from govnews.bulletin.calls import (
    classify,
    classify_many,
    clean,
    extract,
    extract_headcounts,
    extract_money,
    extract_percentages,
    segment,
    warm_up,
)
from govnews.bulletin.explaining import explain
from govnews.bulletin.lexicon import Lexicon
from govnews.topics import TOPICS

__all__ = [
    "TOPICS",
    "Bulletin",
    "Lexicon",
    "analyze",
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
    "warm_up",
]

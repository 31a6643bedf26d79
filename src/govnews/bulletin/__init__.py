"""Where the stages meet: the public calls and the whole bulletin."""

from govnews.bulletin.analysis import Bulletin, analyze, analyze_many
from govnews.bulletin.calls import (
    classify,
    clean,
    extract,
    extract_headcounts,
    extract_money,
    extract_percentages,
    segment,
    warm_up,
)
from govnews.topics import TOPICS

__all__ = [
    "TOPICS",
    "Bulletin",
    "analyze",
    "analyze_many",
    "classify",
    "clean",
    "extract",
    "extract_headcounts",
    "extract_money",
    "extract_percentages",
    "segment",
    "warm_up",
]

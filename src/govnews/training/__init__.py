"""Training: makes the shipped models from labelled and counted text, and measures them."""

from govnews.training.language import LanguageReport, train_language
from govnews.training.topics import Report, evaluate_topics, train_topics

__all__ = ["LanguageReport", "Report", "evaluate_topics", "train_language", "train_topics"]

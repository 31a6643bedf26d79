"""Training: makes models from labelled and counted text, and says what to label next.

The estimators are scikit-learn's kind; a model that is made here is scored without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govnews.training.classifier import TopicClassifier
    from govnews.training.doubting import DoubtfulLabel, doubtful_labels
    from govnews.training.language import LanguageReport, train_language
    from govnews.training.suggesting import Suggestion, suggest
    from govnews.training.topics import Report, train_topics
    from govnews.training.vectorizer import BulletinVectorizer

__all__ = [
    "BulletinVectorizer",
    "DoubtfulLabel",
    "LanguageReport",
    "Report",
    "Suggestion",
    "TopicClassifier",
    "doubtful_labels",
    "suggest",
    "train_language",
    "train_topics",
]

_HOME_OF = {
    "BulletinVectorizer": "vectorizer",
    "DoubtfulLabel": "doubting",
    "LanguageReport": "language",
    "Report": "topics",
    "Suggestion": "suggesting",
    "TopicClassifier": "classifier",
    "doubtful_labels": "doubting",
    "suggest": "suggesting",
    "train_language": "language",
    "train_topics": "topics",
}


def __getattr__(name: str) -> object:
    """Load the module that *name* lives in, on first use: some need scikit-learn."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'govnews.training' has no attribute {name!r}")
    found: object = getattr(import_module(f"govnews.training.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found

"""Training: makes models from labelled and counted text, and says what to label next.

The estimators are scikit-learn's kind; a model that is made here is scored without it.
Each module is loaded on first use: some need scikit-learn.
"""

from typing import TYPE_CHECKING

from govnews.lazily import lazily

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

__getattr__ = lazily(
    __name__,
    {
        "classifier": ["TopicClassifier"],
        "doubting": ["DoubtfulLabel", "doubtful_labels"],
        "language": ["LanguageReport", "train_language"],
        "suggesting": ["Suggestion", "suggest"],
        "topics": ["Report", "train_topics"],
        "vectorizer": ["BulletinVectorizer"],
    },
)

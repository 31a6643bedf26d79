"""How good the library is on labelled texts: the caller's own, or those of `corpora`."""

from govnews.evaluation.figures import ATTRIBUTES, HEADLINE, Counts, Error, FigureScores, Share
from govnews.evaluation.labelled import Document, Label, documents
from govnews.evaluation.matching import score_figures
from govnews.evaluation.topics import TopicError, TopicScores, score_topics
from govnews.topics.labelled import Labelled, labelled_lines, read_labelled

__all__ = [
    "ATTRIBUTES",
    "HEADLINE",
    "Counts",
    "Document",
    "Error",
    "FigureScores",
    "Label",
    "Labelled",
    "Share",
    "TopicError",
    "TopicScores",
    "documents",
    "labelled_lines",
    "read_labelled",
    "score_figures",
    "score_topics",
]

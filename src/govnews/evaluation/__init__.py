"""How good the library is on labelled texts: the caller's own, or those of `corpora`."""

from govnews.evaluation.figures import ATTRIBUTES, HEADLINE, Counts, Error, FigureScores, Share
from govnews.evaluation.labelled import Document, Label, documents
from govnews.evaluation.matching import score_figures

__all__ = [
    "ATTRIBUTES",
    "HEADLINE",
    "Counts",
    "Document",
    "Error",
    "FigureScores",
    "Label",
    "Share",
    "documents",
    "score_figures",
]

"""Mine Chinese government news bulletins.

Every public name is loaded on first use: `import govnews` itself reads no
dictionary, no model and no heavy module.

>>> import govnews
>>> [figure.text for figure in govnews.extract_money("筹集困难职工帮扶资金5027万元")]
['5027万元']
"""

from importlib import import_module
from typing import TYPE_CHECKING

from govnews.lazily import lazily

if TYPE_CHECKING:
    from govnews.bulletin import (
        TOPICS,
        Bulletin,
        Lexicon,
        Segmenter,
        analyze,
        analyze_files,
        analyze_many,
        classify,
        classify_many,
        clean,
        explain,
        extract,
        extract_headcounts,
        extract_money,
        extract_percentages,
        segment,
        sentences,
        warm_up,
        words,
    )
    from govnews.corpus.collocations import collocations
    from govnews.corpus.concordance import concordance
    from govnews.corpus.keyness import keyness
    from govnews.corpus.keywords import keywords
    from govnews.errors import (
        DecodeError,
        FailedWarning,
        FrameError,
        GovnewsError,
        LabelError,
        LexiconError,
        MissingExtraError,
        UnknownChoiceError,
        UnreadableWarning,
        WorkerDiedError,
    )
    from govnews.figures import Outcome, Reading
    from govnews.frames import frame, totals
    from govnews.models import (
        Bound,
        Change,
        Classification,
        CleanText,
        Edit,
        Evidence,
        Figure,
        Kind,
        Paragraph,
        Reason,
        Sentence,
        Token,
    )
    from govnews.numerals import parse_number
    from govnews.reading import read
    from govnews.reporting import report
    from govnews.topics.model import TopicModel
    from govnews.training import (
        BulletinVectorizer,
        DoubtfulLabel,
        Suggestion,
        TopicClassifier,
        doubtful_labels,
        suggest,
    )

__version__ = "0.1.0"

_HOMES = {
    "bulletin": (
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
    ),
    "corpus": ("collocations", "concordance", "keyness", "keywords"),
    "errors": (
        "DecodeError",
        "FailedWarning",
        "FrameError",
        "GovnewsError",
        "LabelError",
        "LexiconError",
        "MissingExtraError",
        "UnknownChoiceError",
        "UnreadableWarning",
        "WorkerDiedError",
    ),
    "figures": ("Outcome", "Reading"),
    "frames": ("frame", "totals"),
    "models": (
        "Bound",
        "Change",
        "Classification",
        "CleanText",
        "Edit",
        "Evidence",
        "Figure",
        "Kind",
        "Paragraph",
        "Reason",
        "Sentence",
        "Token",
    ),
    "numerals": ("parse_number",),
    "reading": ("read",),
    "reporting": ("report",),
    "topics.model": ("TopicModel",),
    "training": (
        "BulletinVectorizer",
        "DoubtfulLabel",
        "Suggestion",
        "TopicClassifier",
        "doubtful_labels",
        "suggest",
    ),
}
#: What is called by the name of its module: `govnews.plot.topics`
_MODULES = ("arrow", "batch", "displacy", "evaluation", "frames", "plot")
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}
_load = lazily(__name__, _HOMES)

__all__ = [
    "TOPICS",
    "Bound",
    "Bulletin",
    "BulletinVectorizer",
    "Change",
    "Classification",
    "CleanText",
    "DecodeError",
    "DoubtfulLabel",
    "Edit",
    "Evidence",
    "FailedWarning",
    "Figure",
    "FrameError",
    "GovnewsError",
    "Kind",
    "LabelError",
    "Lexicon",
    "LexiconError",
    "MissingExtraError",
    "Outcome",
    "Paragraph",
    "Reading",
    "Reason",
    "Segmenter",
    "Sentence",
    "Suggestion",
    "Token",
    "TopicClassifier",
    "TopicModel",
    "UnknownChoiceError",
    "UnreadableWarning",
    "WorkerDiedError",
    "analyze",
    "analyze_files",
    "analyze_many",
    "classify",
    "classify_many",
    "clean",
    "collocations",
    "concordance",
    "doubtful_labels",
    "explain",
    "extract",
    "extract_headcounts",
    "extract_money",
    "extract_percentages",
    "frame",
    "keyness",
    "keywords",
    "parse_number",
    "read",
    "report",
    "segment",
    "sentences",
    "suggest",
    "totals",
    "warm_up",
    "words",
]


def __getattr__(name: str) -> object:
    """Load the module that *name* lives in, on first use."""
    if name in _MODULES:
        return import_module(f"govnews.{name}")
    return _load(name)


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return [*__all__, "__version__"]

"""Training: makes a topic model of a folder of labelled paragraphs, and says how good it is."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from govnews.errors import GovnewsError
from govnews.topics.agreement import Scores, flags_of
from govnews.topics.labelled import Labelled, digest_of, read_labelled
from govnews.topics.labels import TOPICS
from govnews.topics.model import TopicModel

#: Decimals of a score: what another machine adds up in another order stays below them
_DECIMALS: Final = 3


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a training.

    Attributes:
        model: The model.
        crossed: How it does on files that it was not trained on, calibration and
            thresholds included; on parts of the file if there is only one.
    """

    model: TopicModel
    crossed: Scores


def train_topics(data: Path | Sequence[Path], out: Path) -> Report:
    """Train a topic model and write it down.

    The topics are those that the data names: the five of the package, or one's own.

    Args:
        data: Labelled paragraphs: a file of JSON lines with `text` and `topics`, or a
            folder of such files, or several of either.  Each file is taken for one hand: what
            is chosen from the data is chosen on files that were left out.
        out: The folder to write `topics.npz` and `topics.json` to.

    Returns:
        The model, and its scores on what it was not trained on.

    Raises:
        GovnewsError: If the data is not there or is not labelled as it should be,
            or the model cannot be written.
    """
    from govnews.training.classifier import TopicClassifier

    places = [data] if isinstance(data, Path) else list(data)
    paragraphs = [paragraph for place in places for paragraph in read_labelled(place)]
    labels = labels_of(paragraphs)
    if not labels:
        raise GovnewsError(f"{places[0]}: no paragraph has a topic: name some in `topics`")
    hands = [paragraph.source for paragraph in paragraphs]
    classifier = TopicClassifier(topics=labels).fit(
        [paragraph.text for paragraph in paragraphs],
        flags_of((paragraph.topics for paragraph in paragraphs), labels),
        groups=hands if len(set(hands)) > 1 else None,
    )
    scores = _rounded(asdict(classifier.crossed_))
    model = replace(classifier.model_, digest=digest_of(*places), scores=scores)
    model.save(out)
    return Report(model, classifier.crossed_)


def labels_of(paragraphs: Sequence[Labelled]) -> tuple[str, ...]:
    """Return the topics that are named: those of the package in their order, then the others.

    >>> labels_of([Labelled("", ("tourism", "veterans"), "", ""), Labelled("", (), "", "")])
    ('veterans', 'tourism')
    """
    named = {topic for paragraph in paragraphs for topic in paragraph.topics}
    return (*(label for label in TOPICS if label in named), *sorted(named - TOPICS.keys()))


def _rounded(scores: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Round every number in what `asdict` made."""
    if isinstance(scores, dict):
        return {name: _rounded(value) for name, value in scores.items()}
    if isinstance(scores, (list, tuple)):
        return [_rounded(value) for value in scores]
    return round(scores, _DECIMALS) if isinstance(scores, float) else scores

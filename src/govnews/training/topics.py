"""Training: makes a topic model of a folder of labelled paragraphs, and says how good it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from govnews.errors import GovnewsError
from govnews.topics.agreement import Scores, flags_of
from govnews.topics.labelled import Labelled, digest_of, read_labelled
from govnews.topics.labels import TOPICS
from govnews.topics.model import TopicModel


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a training.

    Attributes:
        model: The model.
        crossed: How it does on files that it was not trained on, calibration and
            thresholds included; on parts, where a file cannot be left out.
    """

    model: TopicModel
    crossed: Scores


def train_topics(data: Path | Sequence[Path], out: Path) -> Report:
    """Train a topic model and write it down.

    The topics are those that the data names: the five of the package, or one's own.

    Args:
        data: Labelled paragraphs: a file of JSON lines with `text` and `topics`, or a
            folder of such files, or several of either.  Each file is taken for one hand: what
            is chosen from the data is chosen on files that were left out; on parts of
            all of them, where one file alone has a topic.
        out: The folder to write `topics.npz` and `topics.json` to.

    Returns:
        The model, and its scores on what it was not trained on.

    Raises:
        GovnewsError: If the data is not there or is not labelled as it should be,
            or the model cannot be written.
    """
    from govnews.training.classifier import TopicClassifier

    places = [data] if isinstance(data, Path) else list(data)
    if not places:
        raise GovnewsError("no data is named: point to a file or folder of labelled paragraphs")
    paragraphs = [paragraph for place in places for paragraph in read_labelled(place)]
    labels = labels_of(paragraphs)
    if not labels:
        raise GovnewsError(f"{places[0]}: no paragraph has a topic: name some in `topics`")
    classifier = TopicClassifier(topics=labels).fit(
        [paragraph.text for paragraph in paragraphs],
        flags_of((paragraph.topics for paragraph in paragraphs), labels),
        groups=_hands(paragraphs, labels),
    )
    model = replace(classifier.model_, digest=digest_of(*places))
    model.save(out)
    return Report(model, classifier.crossed_)


def _hands(paragraphs: Sequence[Labelled], labels: Sequence[str]) -> list[str] | None:
    """Return which file each paragraph is from, if each file can be done without.

    It can if what it teaches (a topic, or what is not of it) stands in another one too.
    """
    for label in labels:
        for there in (True, False):
            if len({each.source for each in paragraphs if (label in each.topics) is there}) == 1:
                return None
    return [paragraph.source for paragraph in paragraphs]


def labels_of(paragraphs: Sequence[Labelled]) -> tuple[str, ...]:
    """Return the topics that are named: those of the package in their order, then the others.

    >>> labels_of([Labelled("", ("tourism", "veterans"), "", ""), Labelled("", (), "", "")])
    ('veterans', 'tourism')
    """
    named = {topic for paragraph in paragraphs for topic in paragraph.topics}
    return (*(label for label in TOPICS if label in named), *sorted(named - TOPICS.keys()))

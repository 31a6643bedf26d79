"""Topic models as callers name them: a model, the folder of one, or several."""

from collections.abc import Iterable
from os import PathLike, fspath
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govnews.topics.model import TopicModel


class Fitted(Protocol):
    """What has learned a model, as a fitted `TopicClassifier`."""

    model_: "TopicModel"


OneModel: TypeAlias = "TopicModel | Fitted | str | PathLike[str]"
Modelled: TypeAlias = "OneModel | Sequence[OneModel] | None"
"""What the public calls take as `model`."""

_FITTED: Final = "model_"
"""Where a fitted `TopicClassifier` has its model."""

SHIPPED: Final = "govnews"
"""The name of the model that comes with the package, beside folders of one's own."""


def models_of(model: Modelled) -> "tuple[TopicModel, ...]":
    """Return the models that a caller means.

    Args:
        model: A `TopicModel`, a fitted `TopicClassifier`, the folder of one, "govnews" for the
            one that comes with the package, several of these, or None for that alone.

    Raises:
        TypeError: If it is none of these.
        ValueError: If several are named and two know the same topic.
        GovnewsError: If a folder holds no whole model.

    >>> [len(each.labels) for each in models_of(None)]
    [5]
    """
    from govnews.topics.model import TopicModel

    if model is None:
        return (TopicModel.shipped(),)
    if isinstance(model, (TopicModel, str, PathLike)) or hasattr(model, _FITTED):
        return (_one(model),)
    if not isinstance(model, Iterable):
        raise _no_model(model)
    found = tuple(map(_one, model))
    labels = [label for each in found for label in each.labels]
    if twice := sorted({label for label in labels if labels.count(label) > 1}):
        raise ValueError(f"two models know the topic {twice[0]!r}: name one of them only")
    if not found:
        raise ValueError("no model is named: leave `model` out for the one of the package")
    return found


def _one(model: OneModel) -> "TopicModel":
    from govnews.topics.model import TopicModel

    fitted = getattr(model, _FITTED, model)
    if isinstance(fitted, TopicModel):
        return fitted
    if not isinstance(model, (str, PathLike)):
        raise _no_model(model)
    return TopicModel.shipped() if fspath(model) == SHIPPED else TopicModel.load(model)


def _no_model(given: object) -> TypeError:
    return TypeError(
        "model takes the folder of a model, a govnews.TopicModel or a fitted TopicClassifier, not "
        f"{type(given).__name__}"
    )

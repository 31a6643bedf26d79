"""The option --model, which several commands have."""

from typing import TYPE_CHECKING, Final

import click

from govnews.errors import GovnewsError

if TYPE_CHECKING:
    from govnews import TopicModel

_HELP: Final = (
    "The folder of a topic model that `govnews train topics` made; may be repeated. The name "
    "govnews stands for the model that comes with the package, and is the default: name it too "
    "where your own topics shall stand beside its five."
)


def _load(
    _: click.Context, __: click.Parameter, named: tuple[str, ...]
) -> "tuple[TopicModel, ...] | None":
    """Load the models before anything is read, so that what is wrong with one is wrong usage."""
    if not named:
        return None
    from govnews.bulletin.modelling import models_of

    try:
        return models_of(named)
    except (GovnewsError, ValueError) as error:
        raise click.BadParameter(str(error)) from error


def _check(
    context: click.Context, parameter: click.Parameter, named: tuple[str, ...]
) -> tuple[str, ...]:
    _load(context, parameter, named)
    return named


model_option = click.option(
    "--model", "models", multiple=True, callback=_load, metavar="FOLDER", help=_HELP
)
named_models_option = click.option(
    "--model", "models", multiple=True, callback=_check, metavar="FOLDER", help=_HELP
)
"""The same for who hands on their names, and not what is in them."""


def labels_of(models: "tuple[TopicModel, ...] | None") -> tuple[str, ...]:
    """Return the topics that *models* know; None means the model of the package."""
    if models is None:
        from govnews import TOPICS

        return tuple(TOPICS)
    return tuple(label for model in models for label in model.labels)

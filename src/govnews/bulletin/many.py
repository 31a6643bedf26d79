"""Many bulletins: one after the other, or in several processes."""

from collections.abc import Iterable, Iterator
from operator import length_hint

from govnews.bulletin.analysis import Given
from govnews.bulletin.bulletin import Bulletin
from govnews.bulletin.failures import Errors, skipping
from govnews.bulletin.lexicon import Lexical, lexicon_of
from govnews.bulletin.modelling import Modelled, models_of
from govnews.bulletin.work import Analysis
from govnews.working import work_through


def analyze_many(  # noqa: PLR0913 - those of analyze, by whom it is done, and what is said of it
    texts: Iterable[str],
    *,
    workers: int = 1,
    progress: bool = False,
    errors: Errors = "raise",
    lexicon: Lexical = None,
    model: Modelled = None,
) -> Iterator[Bulletin]:
    """Analyze bulletins one after the other, or in several processes.

    Args:
        texts: The bulletins; they are drawn as they are needed, so that a
            generator over a large folder stays small.
        workers: Processes to use; 1 works in this one.
        progress: Whether to show a progress bar on stderr.
        errors: What is done with a text whose analysis fails: "raise" when its turn has come,
            behind the bulletins before it, or "skip" it with a warning.
        lexicon: As for `extract`; a file is read once, before the first text.
        model: As for `classify`; a folder is read once, before the first text.

    With several workers, a script must guard its own code by
    `if __name__ == "__main__":`, because each worker starts a fresh interpreter
    (`multiprocessing`, start method "spawn"). A worker that dies is replaced, and
    the text it died over is analyzed again, once. Where the iterator is closed or
    interrupted, all workers are stopped.

    Yields:
        The bulletins in the order of *texts*.

    Raises:
        TypeError: If one of *texts* is not a str, whatever *errors* says.
        ValueError: If *workers* is less than 1, or two models know the same topic.
        UnknownChoiceError: If *errors* is neither "raise" nor "skip".
        LexiconError: If the file of *lexicon* is not what it should be.
        GovnewsError: If the folder of a *model* holds no whole model.
        OSError: If the file of *lexicon* cannot be read.
        WorkerDiedError: If two workers die over a text, or one before it can begin.

    Warns:
        FailedWarning: For each text that is left out, naming its position.

    >>> [len(bulletin.figures) for bulletin in analyze_many(["走访43家企业", "无"])]
    [1, 0]
    """
    if isinstance(texts, (str, bytes)):
        raise TypeError(
            f"analyze_many takes many texts, not one {type(texts).__name__}: "
            "use analyze, or pass a list"
        )
    # the model of the package is not sent to the workers: each has it
    models = None if model is None else models_of(model)
    return work_through(
        _Texts(texts),
        Analysis(lexicon_of(lexicon), models),
        workers=workers,
        progress=progress,
        unit="bulletin",
        skip=skipping(errors),
    )


class _Texts:
    """Texts of which nothing else is known, and how many they are, if that is."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    def __iter__(self) -> Iterator[Given]:
        return map(Given, self._texts)

    def __length_hint__(self) -> int:
        return length_hint(self._texts)

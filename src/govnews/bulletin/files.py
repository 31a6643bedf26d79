"""Files and folders of bulletins, analysed one by one."""

import os
import warnings
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias

from govnews.bulletin.analysis import Given
from govnews.bulletin.bulletin import Bulletin
from govnews.bulletin.failures import Errors, skipping
from govnews.bulletin.lexicon import Lexical, lexicon_of
from govnews.bulletin.modelling import Modelled, models_of
from govnews.bulletin.resolving import issued_on
from govnews.bulletin.work import Analysis
from govnews.errors import DecodeError, MissingExtraError, UnreadableWarning
from govnews.folders import BY_NAME, NO_TEXTS, day_of, files_in, printable
from govnews.reading import doubt, read
from govnews.working import work_through

Named: TypeAlias = str | os.PathLike[str]


def analyze_files(  # noqa: PLR0913 - those of analyze_many, and where the texts are
    paths: Named | Iterable[Named],
    *,
    issued: date | str | None = None,
    workers: int = 1,
    progress: bool = False,
    errors: Errors = "raise",
    lexicon: Lexical = None,
    model: Modelled = None,
) -> Iterator[Bulletin]:
    """Analyze the bulletins in files and folders.

    Args:
        paths: A file, a folder, or several of them. Of a folder the texts and saved web pages
            (.txt, .html, .htm, .xhtml) in it and in the folders in it are read, in the order
            of their names.
        issued: As for `analyze`; or "name": the day that the name of each file begins with
            (2023-03-12-union.txt, 20230312.txt), if it does.
        workers: As for `analyze_many`.
        progress: As for `analyze_many`.
        errors: As for `analyze_many`; what cannot be read is always left out.
        lexicon: As for `extract`.
        model: As for `classify`.

    Yields:
        The bulletins. The id of each is the path of its file: within the folder, if a single
        one was named, else as it was named.

    Raises:
        ValueError: If *issued* is a str and no date, *workers* is less than 1, or two models
            know the same topic.
        UnknownChoiceError: If *errors* is neither "raise" nor "skip".
        LexiconError: If the file of *lexicon* is not what it should be.
        GovnewsError: If the folder of a *model* holds no whole model.
        OSError: If the file of *lexicon* cannot be read.
        WorkerDiedError: If two workers die over a text, or one before it can begin.

    Warns:
        FailedWarning: For each file that is left out because its analysis failed.
        UnreadableWarning: For each file and folder that cannot be read, and each folder without
            any; the others are read all the same. Also for each file that is empty or holds
            NUL bytes, whose bulletin is yielded.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "2023-03-12-union.txt").write_text("3月9日走访43家企业", "utf-8")
    ...     (bulletin,) = analyze_files(folder, issued="name")
    >>> bulletin.id, [figure.resolved for figure in bulletin.figures]
    ('2023-03-12-union.txt', ['2023-03-09', None])
    """
    given = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    day = None if issued == BY_NAME else issued_on(issued)
    # the model of the package is not sent to the workers: each has it
    models = None if model is None else models_of(model)
    return work_through(
        _texts(given, by_name=issued == BY_NAME, day=day),
        Analysis(lexicon_of(lexicon), models),
        workers=workers,
        progress=progress,
        unit="bulletin",
        skip=skipping(errors),
    )


def _texts(paths: Iterable[Named], *, by_name: bool, day: date | None) -> Iterator[Given]:
    """Read the files; what cannot be read is warned of, and so is what says nothing."""
    for name, path in _files(paths):
        try:
            text = read(path)
        except DecodeError as error:
            _warn(f"left out: {error}")
        except (OSError, MissingExtraError) as error:
            _warn(f"left out: {path}: {getattr(error, 'strerror', None) or error}")
        else:
            if said := doubt(text):
                _warn(f"{path} {said}")
            yield Given(text, day_of(path.name) if by_name else day, name)


def _files(paths: Iterable[Named]) -> Iterator[tuple[str, Path]]:
    every = list(paths)
    for given in every:
        path = Path(given)
        # where that cannot be known, reading it says why
        if not os.path.isdir(path):  # noqa: PTH112
            yield printable(os.fspath(given)), path
            continue
        for file in files_in(path, _refuse):
            inside = file.relative_to(path) if len(every) == 1 else file
            yield printable(inside.as_posix()), file


def _refuse(folder: str, error: OSError | None) -> None:
    said = NO_TEXTS if error is None else f"could not be listed: {error.strerror}"
    _warn(f"left out: {folder} {said}")


def _warn(message: str) -> None:
    warnings.warn(message, UnreadableWarning, stacklevel=3)

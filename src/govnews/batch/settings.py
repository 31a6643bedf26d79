"""How bulletins are read out of tables, and what is to be made of them."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from govnews.arrow.flattening import TABLES, Table
from govnews.bulletin.lexicon import Lexical, Lexicon, lexicon_of
from govnews.bulletin.modelling import SHIPPED, models_of
from govnews.bulletin.resolving import issued_on
from govnews.errors import GovnewsError, UnknownChoiceError
from govnews.folders import BY_NAME, day_of

if TYPE_CHECKING:
    from govnews.topics.model import TopicModel

Format: TypeAlias = Literal["parquet", "jsonl"]

FORMATS: Final[tuple[Format, ...]] = ("parquet", "jsonl")
USUAL: Final[tuple[Table, ...]] = ("bulletins", "figures", "paragraphs")
_ERRORS: Final = ("skip", "fail")


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides what is made of the texts.

    Attributes:
        text: The field with the text.
        id: The field with what it is called; None for `id` if there is one.
        day: The field with its day of issue, if there is one.
        issued: The day of issue of those that have none; "name" for the one in the file's name.
        format: What the parts are.
        tables: The tables to write.
        lexicon: What figures are read by, if not only by what comes with the package.
        models: The folders of models.
        models_digest: What the models say.
        strict: Whether the first bulletin that cannot be analysed ends all; what is made of the
            others does not depend on it.
    """

    text: str = "text"
    id: str | None = None
    day: str | None = None
    issued: date | str | None = None
    format: Format = "parquet"
    tables: tuple[Table, ...] = USUAL
    lexicon: Lexicon | None = None
    models: tuple[str, ...] = (SHIPPED,)
    models_digest: str = ""
    strict: bool = False

    def digest(self) -> str:
        """Return what differs where the results may.

        >>> Settings().digest() == Settings(strict=True).digest()
        True
        """
        lexicon = None if self.lexicon is None else self.lexicon.source
        said = (self.text, self.id, self.day, str(self.issued), self.format, self.tables)
        every = [*said, lexicon, self.models_digest]
        return sha256(json.dumps(every).encode()).hexdigest()

    def issued_of(self, path: str) -> date | str | None:
        """Return the day of issue of what a file holds, if it says none itself."""
        return day_of(Path(path).name) if self.issued == BY_NAME else self.issued


def settings_of(  # noqa: PLR0913 - what can be chosen
    *,
    text_field: str,
    id_field: str | None,
    issued_field: str | None,
    issued: date | str | None,
    format: str,  # noqa: A002 - as in the command
    what: Iterable[str] | None,
    lexicon: Lexical,
    model: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | None,
    errors: str,
) -> Settings:
    """Check what a caller chose.

    Raises:
        UnknownChoiceError: If there is no such format, table or way with errors.
        ValueError: If *issued* is no date, or two models know the same topic.
        LexiconError, GovnewsError, OSError: If a lexicon or a model cannot be read.
    """
    _choose("format", format, FORMATS)
    _choose("way with errors", errors, _ERRORS)
    if format == "jsonl" and what is not None:
        raise UnknownChoiceError("what chooses tables of Parquet files: jsonl holds everything")
    asked = USUAL if what is None else tuple(what)
    for table in asked:
        _choose("table", table, TABLES)
    wanted = ("bulletins",) if format == "jsonl" else asked
    tables = tuple(table for table in TABLES if table in wanted)
    if not tables:
        raise UnknownChoiceError(f"no table is chosen: choose from {', '.join(TABLES)}")
    named = (model,) if isinstance(model, (str, os.PathLike)) else tuple(model or (SHIPPED,))
    models_of(named)
    folders = tuple(each if each == SHIPPED else os.path.realpath(each) for each in named)
    return Settings(
        text=text_field,
        id=id_field,
        day=issued_field,
        issued=issued if issued == BY_NAME else issued_on(issued),
        format="jsonl" if format == "jsonl" else "parquet",
        tables=tables,
        lexicon=lexicon_of(lexicon),
        models=folders,
        models_digest=_digest_of(folders),
        strict=errors == "fail",
    )


def _choose(what: str, asked: str, choices: Iterable[str]) -> None:
    if asked not in choices:
        raise UnknownChoiceError(f"no {what} {asked!r}: choose from {', '.join(choices)}")


def _digest_of(folders: Iterable[str]) -> str:
    """Return what differs where models do; what is shipped goes by the version of the package."""
    digest = sha256()
    for folder in folders:
        digest.update(f"{folder == SHIPPED}\n".encode())
        if folder != SHIPPED:
            for file in sorted(Path(folder).iterdir()):
                digest.update(file.name.encode(errors="replace") + file.read_bytes())
    return digest.hexdigest()


@lru_cache(maxsize=4)
def loaded(folders: tuple[str, ...], digest: str) -> "tuple[TopicModel, ...]":
    """Return models, once a process.

    Raises:
        GovnewsError: If a folder holds another model than it did.
    """
    if digest and _digest_of(folders) != digest:
        raise GovnewsError(f"a model in {', '.join(folders)} was changed during the run")
    return models_of(folders)

"""How frequent the terms of the lexicon must be: what jieba suggests, with measured floors.

`python -m tests.term_frequencies` writes the frequencies into `src/govnews/data/terms` anew; a new
term may be added with any number, or with none.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from govnews.segmentation.cutting import suggested_frequency
from govnews.segmentation.dictionary import jieba_dictionary

FOLDER: Final = Path(__file__).parents[1] / "src/govnews/data/terms"

FLOOR: Final = 20
"""With less, a neighbour that shares a character takes a term apart."""

OF_A_LEVEL: Final = 2
"""省发改委 beside 发改委: no more than it needs, so that 全省|发改委 stays what it is."""

OF_A_KERNEL: Final = 100
"""发改委 itself, which several levels have."""

OF_A_UNION: Final = 3000
"""省总工会: so much that no term that begins with 工会 takes 工会 from it."""

_LEVEL: Final = re.compile("[省市州县区旗镇乡]")
_ROW: Final = re.compile(r"^(?P<word>[一-龥]{2,})(?: [0-9]+)? (?P<tag>[a-z]+)$", re.MULTILINE)


def words() -> list[str]:
    """Return the terms in the order of the files and their rows.

    Raises:
        ValueError: If a row is none, or a term stands twice.
    """
    places: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            place, row = f"{path.name}, line {number}", _ROW.fullmatch(line)
            if row is None:
                if line and not line.startswith("#"):
                    raise ValueError(f"{place}: {line!r} is not a word and its tag: 海棠工坊 n")
            elif row["word"] in places:
                raise ValueError(f"{place}: {row['word']} stands in {places[row['word']]}, too")
            else:
                places[row["word"]] = place
    return list(places)


def frequencies(terms: Iterable[str]) -> dict[str, int]:
    """Return how frequent each term must be; those without a level are known before the others."""
    dictionary = jieba_dictionary()
    terms = list(terms)
    known = {*terms, *dictionary.words}
    levelled = {term for term in terms if _LEVEL.match(term) and term[1:] in known}
    kernels = {term[1:] for term in levelled}
    found: dict[str, int] = {}
    for term in sorted(terms, key=levelled.__contains__):
        if term in levelled:
            floor = OF_A_UNION if term[1:] == "总工会" else OF_A_LEVEL
        else:
            floor = OF_A_KERNEL if term in kernels else FLOOR
        found[term] = max(floor, suggested_frequency(term, dictionary))
        dictionary.add(term, found[term], "n")
    return found


def rewrite() -> None:
    """Write the frequencies into the files."""
    found = frequencies(words())
    for path in sorted(FOLDER.glob("*.txt")):
        table = path.read_text(encoding="utf-8")
        path.write_text(
            _ROW.sub(lambda row: f"{row['word']} {found[row['word']]} {row['tag']}", table),
            encoding="utf-8",
        )


if __name__ == "__main__":
    rewrite()

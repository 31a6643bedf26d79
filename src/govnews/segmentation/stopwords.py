"""Stop words: what says little about a bulletin, by a list of ours for government prose."""

from functools import cache
from importlib.resources import files
from typing import Final

from govnews.models import Token

_SILENT_TAGS: Final = frozenset({"x", "m", "u", "uj", "ul", "uz", "ud", "ug", "uv", "y"})


@cache
def stop_words() -> frozenset[str]:
    """Return the list of `data/stopwords.txt`.

    >>> "的" in stop_words(), "进一步" in stop_words(), "职工" in stop_words()
    (True, True, False)
    """
    text = files("govnews").joinpath("data/stopwords.txt").read_text(encoding="utf-8")
    return frozenset(
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    )


def is_mark(token: Token) -> bool:
    """Tell whether there is no letter, numeral or character in a token.

    >>> is_mark(Token("……", 0, 2, "x")), is_mark(Token("《民法典》进社区", 0, 8, "nz"))
    (True, False)
    """
    return not any(map(str.isalnum, token.text))


def is_stop(token: Token, word: str | None = None) -> bool:
    """Tell whether a token says little: a stop word, a mark, a number or a particle.

    Args:
        token: The token.
        word: What it is in Simplified; none for its text.

    >>> is_stop(Token("的", 0, 1, "uj")), is_stop(Token("职工", 0, 2, "n"))
    (True, False)
    """
    return (
        token.kind is not None or token.tag in _SILENT_TAGS or (word or token.text) in stop_words()
    )

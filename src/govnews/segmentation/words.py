"""Words: the public face of segmentation."""

from collections.abc import Iterator
from re import Match

from govnews.models import Token
from govnews.segmentation.engines import Cut, engine_named
from govnews.segmentation.runs import RUN


def segment(text: str, *, engine: str = "auto") -> list[Token]:
    """Cut *text* into words.

    The tokens cover the text without gaps except for white space, and never
    overlap.  A number with its decimal and thousands marks is one token
    (tag "m"), so is a word in Latin letters ("eng"); every other mark stands
    alone ("x").  Chinese words carry the tag of jieba's dictionary or of our
    lexicon, a character that neither knows "x".

    Args:
        text: Any string, Simplified for sensible words.
        engine: "jieba", "rjieba" (the extra `fast`), or "auto" for the faster
            of those installed.  All give the same tokens.

    Returns:
        The tokens in order, with positions in *text*.

    Raises:
        TypeError: If *text* is not a string.
        UnknownChoiceError: If there is no such engine.
        MissingExtraError: If the engine is not installed.

    >>> [(token.text, token.tag) for token in segment("筹集帮扶资金5027.5万元。")]
    [('筹集', 'v'), ('帮扶资金', 'n'), ('5027.5', 'm'), ('万元', 'm'), ('。', 'x')]
    """
    if not isinstance(text, str):
        raise TypeError(f"segment needs a str, not {type(text).__name__}")
    cut = engine_named(engine)
    return [token for run in RUN.finditer(text) for token in _tokens(run, cut)]


def _tokens(run: Match[str], cut: Cut) -> Iterator[Token]:
    text, start = run[0], run.start()
    if run.lastgroup != "han":
        yield Token(text, start, run.end(), run.lastgroup or "x")
        return
    # no dictionary knows the round zero; 零 reads the same and is as long
    for word, tag in cut(text.replace("〇", "零")):
        end = start + len(word)
        yield Token(text[start - run.start() : end - run.start()], start, end, tag)
        start = end

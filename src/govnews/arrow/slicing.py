"""Texts that are longer than any bulletin, cut into slices that fit into memory one by one."""

from collections.abc import Iterable, Iterator
from typing import Final

from govnews.errors import DecodeError

_LINE_ENDS: Final = "\n\r\u2028\u2029\x85\x0b\x0c"
_SENTENCE_ENDS: Final = "。！？；!?"
#: What the middle of a number can consist of, beside what Python knows as numeric.
_INSIDE_NUMBERS: Final = frozenset(".．,，·点")


def slices(chunks: Iterable[str], limit: int) -> Iterator[tuple[int, str]]:
    r"""Cut a text at line ends, else at sentence ends, else anywhere but in a number.

    Args:
        chunks: The text, in pieces of any length.
        limit: How many code points a slice has at most.

    Yields:
        Where each slice begins in the whole text, and what it says; together they are the
        whole of it. A text that fits is one slice, also an empty one.

    Raises:
        DecodeError: If the chunks do; first what came before is yielded.

    >>> list(slices(["走访4户。慰问5", "6人。\n共60人"], 8))
    [(0, '走访4户。'), (5, '慰问56人。\n'), (12, '共60人')]
    """
    offset, held = 0, ""
    failure: DecodeError | None = None
    try:
        for piece in _pieces(chunks, limit):
            held += piece
            while len(held) > limit:
                end = _end(held, limit)
                yield offset, held[:end]
                offset, held = offset + end, held[end:]
    except DecodeError as error:
        failure = error
    if held or not (offset or failure):
        yield offset, held
    if failure:
        raise failure


def _pieces(chunks: Iterable[str], limit: int) -> Iterator[str]:
    """Yield no more than *limit* at once: what is held back is copied with every slice."""
    for chunk in chunks:
        for start in range(0, len(chunk), limit):
            yield chunk[start : start + limit]


def _end(text: str, limit: int) -> int:
    """Choose the end of a slice, in its second half if need be anywhere in it."""
    for marks in (_LINE_ENDS, _SENTENCE_ENDS):
        if found := max(text.rfind(mark, limit // 2, limit) for mark in marks) + 1:
            return found
    for end in range(limit, limit // 2, -1):
        if not (_is_numeric(text[end - 1]) and _is_numeric(text[end])):
            return end
    return limit


def _is_numeric(character: str) -> bool:
    return character.isnumeric() or character in _INSIDE_NUMBERS

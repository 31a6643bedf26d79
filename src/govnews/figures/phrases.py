"""Noun phrases, read off segmented text by the words' categories.

No parser: a phrase is a run of nominal words, 的 closes a modifier, a verb
closes the phrase.  That is enough for the compact noun phrases of bulletins,
and it never takes more than a look at each word.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from govnews.figures.persons import is_person
from govnews.models import Token
from govnews.resources import word_set

#: Categories (jieba's tag set) that can stand inside a compact noun phrase
_NOMINAL: Final = frozenset(
    {
        "n",
        "nr",
        "ns",
        "nt",
        "nz",
        "ng",
        "nrt",
        "nrfg",
        "vn",
        "an",
        "a",
        "b",
        "j",
        "l",
        "zg",
        "s",
        "k",
        "eng",
        "ag",
        "h",
    }
)
#: Categories that can close one: an adjective or an attribute cannot
_HEAD: Final = _NOMINAL - {"a", "b", "ag", "h"}
#: 同比增加 may be one word of the dictionary
_COMPARED: Final = ("同比", "环比")
_MOST_LEADING_VERBS: Final = 2
_VERBAL: Final = frozenset({"v", "vn", "vd", "vi"})
_JOINS: Final = frozenset({"、", "和", "与", "及", "以及", "或"})
_QUOTES: Final = frozenset("“”‘’《》「」·\"'")
_OPENING: Final = frozenset("（(")
_CLOSING: Final = frozenset("）)")
_EDGE: Final = re.compile(
    r"^[“”‘’《》「」\"'、和与及（(）)\s·的]+|[“”‘’《》「」\"'、和与及（(\s·的]+$"
)
#: 17个市（州）: a short alternative in brackets belongs to the noun
_BRACKET: Final = re.compile(r"（[^（）\d，。；]{1,6}）|\([^()\d，。；]{1,6}\)")


@dataclass(frozen=True, slots=True)
class Words:
    """A segmented text, to be asked by position."""

    text: str
    tokens: Sequence[Token]
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token]) -> "Words":
        """Arrange *tokens* of *text* for looking up."""
        return cls(text, tokens, [token.start for token in tokens])

    def between(self, start: int, end: int) -> Sequence[Token]:
        """Return the tokens that begin in start..end, cut to it."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end)
        return self.tokens[first:last]

    def phrase(self, start: int, end: int) -> str | None:
        """Return the text of a phrase without marks at its edges; None where nothing is left."""
        text = re.sub(r"\s", "", _EDGE.sub("", self.text[start:end]))
        return None if text in word_set("phrases", "never_alone") else text or None


def nominal(token: Token) -> bool:
    """Tell whether *token* can stand inside a noun phrase."""
    if token.text in word_set("phrases", "outside") or token.text.startswith(_COMPARED):
        return False
    return (
        token.tag in _NOMINAL
        or token.text in _QUOTES
        or token.text in word_set("phrases", "closers")
    )


def heads(token: Token) -> bool:
    """Tell whether *token* can close a noun phrase."""
    if token.text in word_set("phrases", "outside") or token.text.startswith(_COMPARED):
        return False
    return token.tag in _HEAD or token.text in word_set("phrases", "closers")


def phrase_before(words: Words, start: int, end: int) -> str | None:
    """Return the noun phrase that ends where *end* is, within start..end.

    看望困难职工和一线职工|近4500名: the verb 看望 is left outside.

    >>> tokens = [Token("走访", 0, 2, "v"), Token("困难企业", 2, 6, "n")]
    >>> phrase_before(Words.of("走访困难企业", tokens), 0, 6)
    '困难企业'
    """
    tokens = words.between(start, end)
    index = len(tokens)
    index = _skip_bracket(tokens, index)
    if index == 0 or not (heads(tokens[index - 1]) or tokens[index - 1].text in _QUOTES):
        return None
    first = index
    while first > 0:
        token = tokens[first - 1]
        if nominal(token):
            first -= 1
        elif token.text in _CLOSING and _skip_bracket(tokens, first) < first:
            first = _skip_bracket(tokens, first)
        elif token.text in _JOINS and first > 1 and heads(tokens[first - 2]):
            first -= 1
        elif token.tag in _VERBAL and len(tokens[first].text) == 1 and first == index - 1:
            # 整改|率: a bound ending makes a noun of the verb
            first -= 1
        else:
            break
    while first < index - 1 and _left_out(tokens[first], tokens[first + 1]):
        first += 1
    return words.phrase(tokens[first].start, min(end, tokens[len(tokens) - 1].end))


def _left_out(token: Token, following: Token) -> bool:
    """Tell whether *token* only leads to the phrase: a place, or the verb of 检查|用人单位.

    Before a bound ending it is part of the noun: 整改|率.
    """
    if token.tag == "ns":
        return True
    return token.text in word_set("phrases", "actions") and len(following.text) > 1


def _skip_bracket(tokens: Sequence[Token], index: int) -> int:
    """Step back over 服务中心（站）: what is in brackets belongs to the word before."""
    if index < 2 or tokens[index - 1].text not in _CLOSING:  # noqa: PLR2004
        return index
    for opening in range(index - 2, max(-1, index - 6), -1):
        if tokens[opening].text in _OPENING:
            return opening
    return index


def phrase_after(words: Words, start: int, end: int, *, people: bool = False) -> str | None:
    """Return the noun phrase that begins where *start* is, within start..end.

    Where *people* are counted, it ends with them (学子|圆了求学梦); where
    things are, people may be part of their name (户外劳动者驿站).
    Up to 的 it may be a relative clause (拒不支付报酬的|违法案件): then the
    phrase is what follows.  A verb behind a noun closes it.

    >>> tokens = [Token("拒不", 0, 2, "d"), Token("支付", 2, 4, "v"), Token("的", 4, 5, "uj"),
    ...           Token("案件", 5, 7, "n")]
    >>> phrase_after(Words.of("拒不支付的案件", tokens), 0, 7)
    '案件'
    """
    tokens = words.between(start, end)
    if not tokens:
        return words.phrase(start, end) if start < end and not words.tokens else None
    if tokens[0].start > start:
        return None
    possessive = next((at for at, token in enumerate(tokens) if token.text == "的"), None)
    if possessive is not None and _relative(tokens[:possessive]):
        tokens = tokens[possessive + 1 :]
    last = _phrase_length(tokens, people=people)
    if not last:
        return None
    closing = tokens[last - 1].end
    bracket = _BRACKET.match(words.text, closing)
    return words.phrase(tokens[0].start, bracket.end() if bracket else closing)


def _relative(tokens: Sequence[Token]) -> bool:
    """Tell whether what stands before 的 is a clause or an attribute, no noun of its own."""
    if not any(heads(token) for token in tokens):
        return True
    return any(token.tag in ("v", "p", "d") for token in tokens)


def _leads(token: Token, length: int, closed: int) -> bool:
    """Tell whether a verb can open the phrase: 8个|入企服务职工工作组, not 3批|来到海西."""
    return not closed and length < _MOST_LEADING_VERBS and token.tag in _VERBAL


def _ends_people(last: Token, token: Token) -> bool:
    """Tell whether people end before *token*: only people go on behind them.

    学子|圆了求学梦, but 农民工子女.
    """
    return is_person(last.text) and not is_person(token.text)


def _phrase_length(tokens: Sequence[Token], *, people: bool) -> int:
    """Return how many of *tokens* make the phrase at their beginning."""
    length, closed = 0, 0
    if tokens and tokens[0].text in word_set("phrases", "predicative"):
        return 0
    while length < len(tokens):
        token = tokens[length]
        joins = token.text in _JOINS and closed == length and length
        attribute = token.tag in ("f", "r") and token.text not in word_set("phrases", "outside")
        if not (nominal(token) or joins or attribute or _leads(token, length, closed)):
            break
        if closed and token.text in word_set("phrases", "actions") and length + 1 < len(tokens):
            break
        behind_people = people and closed == length > 0 and not joins
        if behind_people and _ends_people(tokens[length - 1], token):
            break
        length += 1
        if heads(token) or token.text in _QUOTES:
            closed = length
    return closed if closed and any(heads(token) for token in tokens[:closed]) else 0

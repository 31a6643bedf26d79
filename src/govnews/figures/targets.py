"""Targets: what each figure counts, pays for or measures (annotation guide, "Target").

The constructions, each with the function that reads it:

- 走访|43家企业: the noun behind a measure word (`_after`)
- 惠及职工群众|2000多人, 建制率达到|90%: the noun before (`_before`)
- 98%以上|的问题: the noun behind 的 (`_after`)
- 完成年度目标任务的|122%: the noun before 的 (`_before_possessive`)
- 比上年增长|3%: no noun of its own, so that of the figure before (`_inherited`)
- A、B分别为|1和2: each takes its own noun (`_aligned`)
"""

import re
from collections.abc import Sequence
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.phrases import Words, heads, nominal, phrase_after, phrase_before
from govnews.models import Kind, Token
from govnews.resources import word_set

_SENTENCE: Final = re.compile(r"[。！？!?\n]")
_CLAUSE: Final = re.compile(r"[，。；：！？,;:!?\n…]|——")
_PHRASE_END: Final = re.compile(r"[，。；：、！？,;:!?\n（(…]|——")
_LINK: Final = re.compile(r"\s*(?:、|和|与|及|以及|，|,)\s*")
_RESPECTIVELY: Final = "分别"
#: What is compared with, or where a change set out from, is not what changes
_COMPARISON: Final = re.compile(
    r"""
    (?: (?<![同环占对])比(?!例|重|率|较)              # 比上年同期提高
      | (?<!比)较(?!大|好|高|多|快|强)                # 较上年提高
      | 高于 | 低于 | 高出
      | 由(?=[\d近约不超]|上|原|保|省|市|县|中央|财政)  # 由61%提高到, 由省级财政承担
      | 按(?=[\d近约]) | 从(?=[\d近约不超])
    )
    [^，。；,;]*$
    """,
    re.VERBOSE,
)
_LEVEL_WORDS: Final = re.compile(r"(?:占比|比重|数量|总数|总量|总人数)$")
#: The dictionary has 价格上涨 as one word: the movement is no part of what moves
_MOVEMENT: Final = re.compile(r"(?:上涨|下降|增长|上升|下跌|减少|增加|比)+$")
_OF_CHANGE: Final = re.compile(r"比例|速度|幅度|增速|标准|比率|目标|增长|降幅|增幅")
_LASTING: Final = re.compile(
    r"(?:时间|周期|期限?|时限|用时|寿命|年限|时长|工期|年龄|班|服务|工作|巡逻)$"
)
_RATES: Final = frozenset({Kind.PERCENTAGE, Kind.MULTIPLE})
_POSTPOSED_UNITS: Final = frozenset({"人", "人次"})
_REACH: Final = 60


def set_targets(text: str, found: Sequence[Candidate], tokens: Sequence[Token]) -> None:
    """Set `target` on the candidates, which must be in order.

    >>> from govnews.figures.scan import candidates
    >>> text = "走访43家企业"
    >>> found = list(candidates(text)); set_targets(text, found, [Token("企业", 5, 7, "n")])
    >>> found[0].target
    '企业'
    """
    words = Words.of(text, tokens)
    index = 0
    while index < len(found):
        group = _group(text, found, index)
        if len(group) > 1 and _aligned(words, found, index, group):
            index += len(group)
            continue
        found[index].target = _level(_target(words, found, index), found[index])
        index += 1


def _level(target: str | None, candidate: Candidate) -> str | None:
    """Drop 占比, 数量 and their like from what a level is of."""
    if target is None:
        return None
    target = _MOVEMENT.sub("", target) or target
    if candidate.change is not None:
        return target
    return _LEVEL_WORDS.sub("", target) or target


def _target(words: Words, found: Sequence[Candidate], index: int) -> str | None:
    candidate = found[index]
    if candidate.kind is Kind.DATE:
        return None
    if candidate.kind is Kind.ORDINAL:
        return _after(words, found, index)
    if candidate.kind is Kind.DURATION:
        before = _before(words, found, index, across_verbs=True)
        return before if before and _LASTING.search(before) else None
    if candidate.kind in _RATES:
        return _rate(words, found, index)
    return _amount(words, found, index)


def _amount(words: Words, found: Sequence[Candidate], index: int) -> str | None:
    """Read what is counted, paid or measured."""
    candidate = found[index]
    text = words.text
    postposed = candidate.kind in (Kind.MONEY, Kind.MEASURE) or (
        candidate.unit in _POSTPOSED_UNITS and text[candidate.end - 1] not in "名位员"
    )
    if candidate.change is not None and candidate.kind is not Kind.COUNT:
        own = _before(words, found, index, across_verbs=True)
        return own or _after(words, found, index) or _inherited(found, index, text)
    if postposed:
        own = _before(words, found, index, across_verbs=False) or _after(words, found, index)
        own = own or _before(words, found, index, across_verbs=True)
    else:
        own = _after(words, found, index) or _before(words, found, index, across_verbs=False)
    return own or _inherited(found, index, text)


def _rate(words: Words, found: Sequence[Candidate], index: int) -> str | None:
    """Read whose share or which indicator a percentage or a multiple is."""
    candidate, text = found[index], words.text
    if text.startswith("的", candidate.end) and not _OF_CHANGE.match(text, candidate.end + 1):
        after = _after(words, found, index)
        if after:
            return after
    start = _segment_start(text, found, index)
    compared = _without_comparison(text, start, candidate.start)
    if text.endswith("的", start, candidate.start) and compared == candidate.start:
        before = _before_possessive(words, start, candidate.start)
        return before or _inherited(found, index, text)
    return _before(words, found, index, across_verbs=True) or _inherited(found, index, text)


def _before_possessive(words: Words, start: int, end: int) -> str | None:
    """Read X完成Y的Z%: what is completed; of X占Y的Z% and X是Y的Z倍 it is X."""
    chunk = words.text[start:end]
    completed = chunk.rfind("完成")
    if completed >= 0:
        return phrase_before(words, start + completed + len("完成"), end - 1)
    for verb in ("占", "按", "恢复到", "达到", "相当于", "是", "为", "控制在"):
        at = chunk.rfind(verb)
        if at >= 0:
            return _subject(words, start, start + at)
    return phrase_before(words, start, end - 1)


def _before(
    words: Words, found: Sequence[Candidate], index: int, *, across_verbs: bool
) -> str | None:
    """Read the noun before the number; across the verb of a clause if asked."""
    start = _segment_start(words.text, found, index)
    end = found[index].start
    if across_verbs:
        return _subject(words, start, _without_comparison(words.text, start, end))
    return phrase_before(words, start, _without_copula(words, start, end))


def _without_copula(words: Words, start: int, end: int) -> int:
    """Return where the noun before 达到, 为, 共, 每人每年 and their like ends."""
    tokens = words.between(start, end)
    last = len(tokens)
    while last and tokens[last - 1].text in word_set("phrases", "copulas"):
        last -= 1
    return tokens[last].start if last < len(tokens) else end


def _without_comparison(text: str, start: int, end: int) -> int:
    """Return where 比上年同期提高 begins: what it compares with is no subject."""
    match = _COMPARISON.search(text, start, end)
    return match.start() if match else end


def _subject(words: Words, start: int, end: int) -> str | None:
    """Return the last noun phrase of start..end, whatever verb or adverb follows it."""
    tokens = words.between(start, end)
    last = len(tokens)
    while last and not heads(tokens[last - 1]):
        last -= 1
    while last and _predicate(tokens[last - 1]) and any(map(heads, tokens[: last - 1])):
        last -= 1
        while last and not heads(tokens[last - 1]):
            last -= 1
    if not last or _predicate(tokens[last - 1]):
        return None
    return phrase_before(words, start, tokens[last - 1].end)


def _predicate(token: Token) -> bool:
    return token.text in word_set("phrases", "predicates")


def _after(words: Words, found: Sequence[Candidate], index: int) -> str | None:
    """Read the noun behind the figure."""
    text, start = words.text, found[index].end
    if text.startswith("的", start):
        start += 1
    following = found[index + 1].start if index + 1 < len(found) else len(text)
    mark = _PHRASE_END.search(text, start, min(following, start + _REACH))
    end = mark.start() if mark else min(following, start + _REACH)
    if mark and mark[0] in "（(" and mark.start() == start:
        closing = text.find("）" if mark[0] == "（" else ")", start, start + 12)
        if closing > 0:
            start = closing + 1
            mark = _PHRASE_END.search(text, start, min(following, start + _REACH))
            end = mark.start() if mark else min(following, start + _REACH)
    return phrase_after(words, start, end, people=found[index].kind is Kind.HEADCOUNT)


def _inherited(found: Sequence[Candidate], index: int, text: str) -> str | None:
    """Return the target of the last figure of the sentence that this one can be of."""
    candidate = found[index]
    for earlier in range(index - 1, max(-1, index - 8), -1):
        other = found[earlier]
        same = other.unit == candidate.unit and other.kind is candidate.kind
        if other.target and (same or candidate.kind in _RATES or candidate.change is not None):
            crossed = _SENTENCE.search(text, other.end, candidate.start)
            if not crossed or (crossed[0] != "\n" and same and candidate.change is None):
                return other.target
    if candidate.kind is Kind.HEADCOUNT and index and found[index - 1].end == candidate.start:
        return found[index - 1].target
    return None


def _segment_start(text: str, found: Sequence[Candidate], index: int) -> int:
    """Return where the text that belongs to this figure alone begins."""
    end = found[index].start
    start = max(found[index - 1].end if index else 0, end - _REACH)
    marks = [mark.end() for mark in _CLAUSE.finditer(text, start, end)]
    return marks[-1] if marks else start


def _group(text: str, found: Sequence[Candidate], index: int) -> Sequence[Candidate]:
    """Return the figures that 分别 hands out, from *index* on."""
    start = _segment_start(text, found, index)
    if _RESPECTIVELY not in text[start : found[index].start]:
        return found[index : index + 1]
    last = index + 1
    while last < len(found) and found[last].kind is found[index].kind:
        if not _LINK.fullmatch(text, found[last - 1].end, found[last].start):
            break
        last += 1
    return found[index:last]


def _aligned(
    words: Words, found: Sequence[Candidate], index: int, group: Sequence[Candidate]
) -> bool:
    """Give each figure of a 分别 its own noun; tell whether that was possible."""
    text = words.text
    at = text.rfind(_RESPECTIVELY, 0, group[0].start)
    start = _segment_start(text, found, index)
    names = _conjuncts(words, start, _without_comparison(text, start, at))
    if len(names) < len(group):
        names = _earlier_targets(found, index, len(group)) if len(names) == 0 else []
    if len(names) < len(group):
        return False
    for candidate, name in zip(group, names[-len(group) :], strict=True):
        candidate.target = _level(name, candidate)
    return True


def _conjuncts(words: Words, start: int, end: int) -> list[str]:
    """Split 单个企业合同、区域性合同、行业性合同 into its members."""
    members: list[list[Token]] = [[]]
    for token in words.between(start, end):
        if token.text in ("、", "和", "与", "及", "以及"):
            members.append([])
        elif nominal(token) or token.tag in ("v", "vn", "m", "f", "d"):
            members[-1].append(token)
        else:
            members[-1].clear()
    names = [_member(words, member) for member in members if member]
    return [name for name in names if name]


def _member(words: Words, tokens: Sequence[Token]) -> str | None:
    last = len(tokens)
    while last and (not heads(tokens[last - 1]) or _predicate(tokens[last - 1])):
        last -= 1
    return phrase_before(words, tokens[0].start, tokens[last - 1].end) if last else None


def _earlier_targets(found: Sequence[Candidate], index: int, count: int) -> list[str]:
    """Return the targets of the last *count* figures, for 收入7亿元、支出8亿元，分别增长3%和5%."""
    levels = [other for other in found[max(0, index - count - 2) : index] if other.change is None]
    return [other.target for other in levels[-count:] if other.target]

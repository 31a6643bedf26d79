"""Amounts: what a count, a headcount, a sum or a measure is of, as its own clause says it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from govnews.figures.candidate import Candidate
from govnews.figures.targets.before import (
    adjacent,
    clause_start,
    governor_of,
    passed,
    subject,
)
from govnews.figures.targets.behind import behind
from govnews.figures.targets.categories import ACTS, JOINS, Category
from govnews.figures.targets.classes import NounClass, agents, class_of, is_person, is_place_or_body
from govnews.figures.targets.nouns import Span, said
from govnews.figures.targets.objects import among, object_of_verb
from govnews.figures.targets.sentences import Item
from govnews.models import Kind
from govnews.resources import word_set

_PEOPLE: Final = "人户家名位生月年天日"
_ROUNDED: Final = "以上下内左右多余"
BATCHES: Final = frozenset({"批", "批次"})
"""A batch is of what comes in it: 分三批|选派|干部人才, 选派三批|147名干部."""

_RECIPIENTS: Final = ("家庭", "户")
#: A sum before these is what they come to: 按每公里10万元|的标准
_STANDARD: Final = frozenset({"标准", "价格", "额度", "单价", "均价", "比例", "档次", "规模"})
_TIMES: Final = frozenset({Category.OUTSIDE, Category.NUMBER, Category.ATTRIBUTE})


class Reading(NamedTuple):
    """What a figure's own clause says that it is of.

    Attributes:
        noun: The noun, if it says one.
        final: Whether nothing said elsewhere can be meant: 县财政投入|5600万元.
        weak: Whether a better noun named before is meant: 室外作业每人|300元.
    """

    noun: str | None
    final: bool = False
    weak: bool = False


def amount(items: Sequence[Item], at: int) -> Reading:
    """Read what the figure at *at* counts, pays for or measures."""
    figure = items[at].figure
    if figure is None:
        return Reading(None)
    floor = clause_start(items, at)
    if at > floor and items[at - 1].category is Category.OF:
        return Reading(said(items, _behind_of(items, at, floor, figure)))
    left, last = adjacent(items, at, floor)
    plain = _last_word(items[at]) == "人"
    sound = _sound(items, left, floor, figure, plain=plain)
    if left is not None and sound is None:
        last = left[0] - 1
    verb = items[last] if left is None and last >= floor else None
    # 帮助|23个联系点|销售农产品: what is helped acts itself
    governed = (
        verb is not None
        and verb.category in ACTS
        and verb.text not in word_set("categories", "pivots")
    )
    if _postposed(items, at, figure):
        return _of_postposed(items, at, floor, last, sound)
    right = behind(items, at, class_of(figure), relative=True, is_object=governed)
    if right is None and figure.unit in BATCHES:
        right = object_of_verb(items, at)
    if _stands_before(items, at, sound, right, figure):
        right = None
    own = among(items, at, floor) or _people(items, right, figure) or sound
    noun = said(items, own or _subject(items, last, floor, figure))
    alone = noun in word_set("categories", "never_alone")
    return Reading(noun, weak=alone or _is_done(items, own))


def _of_postposed(
    items: Sequence[Item], at: int, floor: int, last: int, left: Span | None
) -> Reading:
    """Read a sum, a measure or a number of people whose noun stands before it, as a rule."""
    figure = items[at].figure
    if figure is None:
        return Reading(None)
    if left is None and last >= floor and items[last].text in word_set("categories", "spending"):
        spent_on = _paid(items, at, figure) or object_of_verb(items, at)
        spent_on = spent_on or _subject(items, last, floor, figure)
        return Reading(said(items, spent_on), final=True)
    if left is not None and figure.kind is Kind.HEADCOUNT:
        left = _employed(items, left, floor, figure)
    nouns, right = class_of(figure), _paid(items, at, figure)
    if left is not None and right is not None and not _holds(items, left, nouns):
        # 给予每家企业|50万元|奖励: what is paid, not who gets it
        left = None if _holds(items, right, nouns) and _gets(items, left) else left
    own = left or right or _subject(items, last, floor, figure)
    noun = said(items, own)
    per = any(_of_people(item) for item in items[floor:at])
    weak = figure.kind is Kind.MONEY and per and not (noun and nouns and nouns.holds(noun))
    done = figure.kind is Kind.HEADCOUNT and figure.unit == "人" and _is_done(items, own)
    return Reading(noun, weak=weak or done or noun in word_set("categories", "never_alone"))


def _gets(items: Sequence[Item], span: Span) -> bool:
    head = items[span[1] - 1].text
    return is_place_or_body(head) or is_person(head)


def _holds(items: Sequence[Item], span: Span, nouns: NounClass | None) -> bool:
    return nouns is not None and nouns.holds(items[span[1] - 1].text)


def _of_people(item: Item) -> bool:
    """Tell whether a rate is of people and times, not of goods: 每人, 每户每月, not 每公斤."""
    return item.category is Category.PER and any(unit in item.text for unit in _PEOPLE)


def _is_done(items: Sequence[Item], span: Span | None) -> bool:
    """Tell whether all that is said is what was done with those named before: 现场签约|317人."""
    if span is None or items[span[1] - 1].category is not Category.EVENT:
        return False
    event = items[span[1] - 1].text
    governed = span[0] > 0 and items[span[0] - 1].category is Category.VERB
    if governed or any(items[at].category is Category.NOUN for at in range(*span)):
        return False
    alone = span[1] - span[0] == 1 and event not in word_set("categories", "outcomes")
    return alone or event in word_set("categories", "actions")


def _employed(items: Sequence[Item], left: Span, floor: int, figure: Candidate) -> Span:
    """Read 就业困难人员实现就业|412人: the people, where what they do stands before the number."""
    if (
        figure.unit != "人"
        or items[left[1] - 1].category is not Category.EVENT
        or left[1] - left[0] > 1
    ):
        return left
    span = subject(items, left[0] - 1, floor)
    return span if span is not None and is_person(items[span[1] - 1].text) else left


def _stands_before(
    items: Sequence[Item], at: int, left: Span | None, right: Span | None, figure: Candidate
) -> bool:
    """Tell whether the noun that the measure word counts stands before: 大牲畜|8.1万头|饮水困难."""
    nouns = class_of(figure)
    if left is None or right is None or nouns is None or left[1] != at:
        return False
    return nouns.holds(items[at - 1].text) and not nouns.holds(items[right[1] - 1].text)


def _behind_of(items: Sequence[Item], at: int, floor: int, figure: Candidate) -> Span | None:
    """Read 话务员由最初的|4人: the subject; of 考入本科的|132名 the noun is left out."""
    before = at - 2
    while before >= floor and (items[before].category in _TIMES or passed(items[before])):
        before -= 1
    if before >= floor and items[before].category is Category.WITH:
        return subject(items, before - 1, floor)
    return _people(items, behind(items, at, class_of(figure), relative=False), figure)


def _sound(
    items: Sequence[Item], left: Span | None, floor: int, figure: Candidate, *, plain: bool
) -> Span | None:
    """Return the phrase before the figure if it can be what the figure is of.

    Where people are counted *plain* (人, not 名 or 位), it need not name them.
    """
    if left is None:
        return None
    nouns, head = class_of(figure), items[left[1] - 1].text
    holds = nouns is None or nouns.holds(head) or nouns.holds(said(items, left) or "")
    if figure.kind is Kind.MONEY:
        # 老人|100元 is paid to them, 按房价|收取 reckoned by it
        governed = governor_of(items, left[0], floor) is not None
        paid_to = is_person(head) or head.endswith(_RECIPIENTS)
        if not holds and items[left[0] - 1].text in word_set("categories", "payments"):
            # 奖励|企业|100万元
            return left[0] - 1, left[0]
        return None if paid_to or (governed and not holds) else left
    if figure.kind is Kind.HEADCOUNT and plain and not holds and not head.endswith("数"):
        within = [at for at in range(*left) if is_person(items[at].text)]
        joined = within and any(items[at].category in JOINS for at in range(within[-1], left[1]))
        if within and not joined:
            # 重点人员|档案|452人
            return left[0], within[-1] + 1
    return left


def _people(items: Sequence[Item], span: Span | None, figure: Candidate) -> Span | None:
    """Return *span* unless people are counted and it names none."""
    if span is None or figure.kind is not Kind.HEADCOUNT:
        return span
    named = said(items, span) or ""
    verbal = items[span[0]].category is Category.EVENT and span[1] - span[0] == 1
    return None if verbal and not is_person(named) else span


def _postposed(items: Sequence[Item], at: int, figure: Candidate) -> bool:
    """Tell whether the noun of such a figure stands before it: 职工群众|2000多人, 慰问金|5万元."""
    if figure.kind in (Kind.MONEY, Kind.MEASURE):
        of = at + 1 < len(items) and items[at + 1].category is Category.OF
        return not of or (at + 2 < len(items) and items[at + 2].text in _STANDARD)
    return figure.kind is Kind.HEADCOUNT and _last_word(items[at]) not in "名位员个"


def _last_word(item: Item) -> str:
    """Return the measure word's last character, without the qualifier behind it."""
    return item.text.rstrip(_ROUNDED)[-1:]


def _paid(items: Sequence[Item], at: int, figure: Candidate) -> Span | None:
    """Read the noun right behind a sum or a number of people: 5000元|慰问金, 200人|专家队伍."""
    nouns = class_of(figure)
    span = behind(items, at, nouns, relative=figure.kind is Kind.MONEY)
    if span is None:
        return None
    fits = nouns is not None and nouns.holds(items[span[1] - 1].text)
    return span if fits or items[span[0]].category not in ACTS else None


def _subject(items: Sequence[Item], last: int, floor: int, figure: Candidate) -> Span | None:
    span = subject(items, last, floor)
    if span is None or figure.kind is not Kind.MONEY:
        return span
    # who pays is not what is paid for
    noun = items[span[1] - 1].text
    return None if noun.endswith(agents()) or is_person(noun) else span

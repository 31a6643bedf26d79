"""What can be counted in what: 612名 are people, 43家 organisations, 201.8万头 animals."""

from dataclasses import dataclass
from functools import cache, lru_cache

from govnews.figures.candidate import Candidate
from govnews.models import Kind
from govnews.resources import table, word_set

_PLACES = ("省", "市", "县", "区", "州", "旗", "乡", "镇", "村", "社区", "街道", "国家")
PERSONS = "persons"
MONEY = "money"
_ALONE = frozenset("人员兵警娃金款费额税价户牛羊猪马鱼鸡鸭车船案店厂")


@dataclass(frozen=True, slots=True)
class NounClass:
    """The nouns that some measure words count, told by their endings."""

    name: str
    endings: tuple[str, ...]
    but_not: tuple[str, ...]

    def holds(self, noun: str) -> bool:
        """Tell whether *noun* is of this class; a single character hardly ever is."""
        if len(noun) == 1 and noun not in _ALONE:
            return False
        return noun.endswith(self.endings) and not noun.endswith(self.but_not)


@cache
def _classes() -> dict[str, NounClass]:
    return {
        row["name"]: NounClass(row["name"], tuple(row["endings"]), tuple(row["but_not"]))
        for row in table("classes")["class"]
    }


@cache
def _by_measure_word() -> dict[str, NounClass]:
    return {
        word: _classes()[row["name"]]
        for row in table("classes")["class"]
        for word in row["measure_words"]
    }


def class_of(figure: Candidate) -> NounClass | None:
    """Return the class of the nouns that *figure* can count; None for any noun.

    >>> from decimal import Decimal
    >>> class_of(Candidate(Kind.COUNT, 0, 3, Decimal(43), "count.unit", unit="家")).name
    'organisations'
    """
    if figure.kind is Kind.HEADCOUNT:
        return _classes()[PERSONS]
    if figure.kind is Kind.MONEY:
        return _classes()[MONEY]
    return _by_measure_word().get(figure.unit or "")


@lru_cache(maxsize=1 << 14)
def is_person(noun: str) -> bool:
    """Tell whether *noun* names people.

    >>> is_person("困难职工"), is_person("企业"), is_person("施工")
    (True, False, False)
    """
    return _classes()[PERSONS].holds(noun)


@lru_cache(maxsize=1 << 12)
def is_place_or_body(noun: str) -> bool:
    """Tell whether *noun* names a place of government or an organisation.

    >>> is_place_or_body("乡镇"), is_place_or_body("企业"), is_place_or_body("成绩")
    (True, True, False)
    """
    return noun.endswith(_PLACES) or _classes()["organisations"].holds(noun)


@cache
def agents() -> tuple[str, ...]:
    """Return how nouns end for those who pay and act.

    >>> "县财政".endswith(agents())
    True
    """
    return tuple(word_set("categories", "agents"))

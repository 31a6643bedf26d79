"""Kinds and units whose figures have a sum."""

from typing import Final

from govnews.models import Kind

_KINDS: Final = (Kind.MONEY, Kind.HEADCOUNT, Kind.COUNT, Kind.MEASURE)
#: Measures whose sum is one: areas, masses, volumes, energy, power, and lengths that are built.
_MEASURES: Final = frozenset(
    (
        *("平方公里", "平方千米", "平方米", "平米", "㎡", "m²", "km²"),
        *("公顷", "亩", "亩次", "英亩", "ha"),
        *("吨", "吨标准煤", "公斤", "千克", "kg", "斤", "担", "立方米", "立方", "m³", "升", "公升"),
        *("千瓦时", "千瓦小时", "千瓦·时", "kWh", "度电", "兆瓦时", "吉瓦时", "太瓦时"),
        *("千瓦", "kW", "兆瓦", "MW", "吉瓦", "GW", "千伏安", "公里", "千米", "km", "延米"),
    )
)
#: What is counted in these is a score or a place, not a number of things.
_SCORES: Final = frozenset(
    ("分", "层", "级", "步", "章", "题", "学分", "积分", "标台", "个基点", "圈")
)


def has_sum(kind: Kind, unit: str | None) -> bool:
    """Tell whether figures of a kind and unit can be added at all.

    >>> has_sum(Kind.MEASURE, "亩"), has_sum(Kind.MEASURE, "℃"), has_sum(Kind.DURATION, "天")
    (True, False, False)
    """
    if kind is Kind.MEASURE:
        return unit in _MEASURES
    return kind in _KINDS and unit not in _SCORES and "/" not in (unit or "")

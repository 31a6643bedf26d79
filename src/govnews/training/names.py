"""What persons' names are made of: counted over the names of jieba's dictionary."""

import json
from collections import Counter, defaultdict
from math import log
from typing import Final

_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何罗高林郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔"
    "谭陆范汪廖石金韦贾夏付方邹熊孟秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐"
    "易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉蓝路游辛靳管柴"
    "蒙鲍华喻祁房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边"
    "卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_SMOOTHING: Final = 0.3
_CHARACTERS: Final = 5000
_HUNDREDTHS: Final = 100


def name_tables(words: Counter[str], names: Counter[str]) -> str:
    """Weigh the characters of names by their place, each name by the logarithm of its count.

    Args:
        words: All words and how often each was met; of those of one character
            it is told how likely they stand alone.
        names: The names among them; those of two or three characters behind a
            surname are counted.

    Returns:
        The content of `names.json`: the natural logarithms, in hundredths.

    >>> tables = name_tables(Counter({"的": 9, "芳": 1}), Counter({"王芳": 3, "的芳": 9}))
    >>> tables.splitlines()[-2]
    '"alone": {"芳":-230}'
    """
    places = {place: defaultdict[str, float](float) for place in ("surname", "middle", "last")}
    for name, count in names.items():
        if name[0] in _SURNAMES and len(name) in (2, 3):
            weight = log(1 + count)
            places["surname"][name[0]] += weight
            places["last"][name[-1]] += weight
            if len(name) == 3:  # noqa: PLR2004 - surname and two characters
                places["middle"][name[1]] += weight
    used = sorted(set().union(*places.values()) & words.keys())
    total = words.total()
    tables = {place: _smoothed(shares) for place, shares in places.items()}
    tables["alone"] = {each: log(words[each] / total) for each in used}
    rows = [f'"{place}": {_hundredths(table)}' for place, table in tables.items()]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _smoothed(shares: defaultdict[str, float]) -> dict[str, float]:
    total = sum(shares.values()) + _SMOOTHING * _CHARACTERS
    return {each: log((share + _SMOOTHING) / total) for each, share in sorted(shares.items())}


def _hundredths(table: dict[str, float]) -> str:
    rounded = {each: round(weight * _HUNDREDTHS) for each, weight in table.items()}
    return json.dumps(rounded, ensure_ascii=False, separators=(",", ":"))

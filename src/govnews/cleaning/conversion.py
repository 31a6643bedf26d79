"""Character forms: what OpenCC's tables make of a text, and what has to be put right after them.

t2s decides; the Taiwan tables are never used (they break 显著 and replace
words).  A conversion never changes the length of a text, so that offsets stay
as they are.  Plain words and variants are rows of `data/script.toml`; here is
what depends on its neighbours: 著 as a particle, 乾 in names, 藉.
"""

import re
from functools import cache
from typing import Final, NamedTuple, Protocol

from govnews.cleaning.forms import AMBIGUOUS, forms
from govnews.resources import table

#: 著 is zhù, to write or to stand out, and stays; everywhere else it is 着 (推动著, 著手, 沉著).
_WRITTEN = re.compile(
    r"""
    著 (?:
      # a work, or how it stands out, closes with it
        (?<= [专巨拙遗土卓昭撰所自] 著)
      | (?<= (?<! [彰凸突浮呈] ) 显著)             # 显著, but 彰显着
      | (?<= (?<! [点签报提署命] ) 名著)           # 名著, but 点名着
      | (?<= (?<! [改汇收] ) 编著)                 # 编著, but 改编着
      | (?<= (?<! 还 ) 原著)
      | (?<= (?<! [讨谈议争辩评] ) 论著)           # 论著, but 讨论着
      | (?<= (?<! 翻 ) 译著)
      | (?<= (?<! [计比] ) 较著)                   # 彰明较著
      | (?<= (?<! [更创翻革刷] ) 新著)
      | (?<= (?<! [仿怀] ) 旧著)
      | (?<= 微知著)
      | (?<= (?<! [配结融混迎契整符联组集撮聚综凑黏粘缝愈闭吻切汇竞] ) 合著) (?! [眼双嘴掌手拍])
      # or a word begins with it
      | (?<! [味随沿] 著) 名 (?! [列为叫单额册次])
      | (?<! [味随沿跟] 著) 作 (?! [用业战为出风物响息恶弄证揖秀报好了])
      | 述 | 译者 | 称 (?! [霸赞呼])
      | (?<! [跟随沿向朝为望] 著) 者
      | 录 (?! [音像取制用入下])
      | 书 (?= [立人])
      | (?<! [味随沿志] 著) 有 (?= [^，。；！？\n]{0,12} [《书集作论诗卷篇])
        (?! [关所些效利力限序])
      | (?<! [拿捧读看抱唱听翻念背写带握举沿随照按依据持围绕印刻放挂摆载登刊向] 著) 《
    )
    """,
    re.VERBOSE,
)

_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何罗高林郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕"
    "丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴"
    "严莫孔向常汤康易乔赖樊兰殷施洪翟安颜倪牛温季俞章鲁葛毕聂焦左关"
)
_DRIED: Final = (
    "饼晒烘风吹擦晾肉果萄薯豆腐笋口枯鱼抹焙菜茶烤煮炒熬榨未不吸阴杏梅蜜瓜蛋墨流喝饮舔抽掏淘排沥甩拧外冻喷弄"
    "变若"
)
_DRYING: Final = "净燥旱果货杯洗粮枯涸贝草冰柴脆瘪裂咳呕股瞪冷癣眼电馏渴瘦尸炒烧锅涩着急热爽湿"

#: 乾 is a name or a place in these, and not 干.
_NAMED = re.compile(
    rf"""
    乾 (?:
        [隆坤陵县卦元清封符安州嘉德道务潭佑祐顺宁兴亨统贞]
      | (?<= [雍康] 乾) (?= [盛时年两、] )
      | (?<= [朝承] 乾)
      | (?<= [{_SURNAMES}] 乾) (?! [{_DRYING}])                    # 李乾出席
      | (?<= [{_SURNAMES}] [^{_DRIED}\W] 乾) (?! [{_DRYING}])      # 王丙乾出席
    )
    """,
    re.VERBOSE,
)

#: 藉 is jiè, by means of, but for 慰藉 and 狼藉.
_BY_MEANS_OF = re.compile(r"藉(?<![慰狼枕蕴酝藉]藉)(?![藉田甚])")

#: Surnames that s2t takes for other words (于先生, not 於先生); 20余名 and 于2019年 are none.
_SURNAME_ONLY = re.compile(
    "[于余范](?=先生|女士|某|同志|主席|书记|经理|主任|教授|老师|院士|师傅|局长|部长|厅长|校长)"
)
_OPENING_SURNAME = re.compile("(?<![㐀-鿿0-9])[于余范](?=[㐀-鿿])")

_SURROGATES = re.compile("([\ud800-\udfff]+)")

#: Of each ambiguous character, the full forms: a page that has none of them was converted blindly.
FULL_FORMS: Final = frozenset("於乾幹後並範餘徵裡裏雲佔採")


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter(name: str) -> _Converter:
    import opencc

    found: _Converter = opencc.OpenCC(name)
    return found


class _Repairs(NamedTuple):
    """What is put right after t2s.

    Attributes:
        rare: Finds a character that some repair is about.
        variants: Character to Simplified form.
        words: Finds the words.
        meant: Word to its usual form.
    """

    rare: re.Pattern[str]
    variants: dict[str, str]
    words: re.Pattern[str]
    meant: dict[str, str]


@cache
def _repairs() -> _Repairs:
    rows = table("script")
    variants = {pair[0]: pair[1] for pair in rows["variants"]}
    meant = {row["found"]: row["meant"] for row in rows["phrase"]}
    return _Repairs(
        re.compile(f"[{''.join(variants)}]"),
        variants,
        re.compile("|".join(meant)),
        meant,
    )


def simplify(text: str) -> str:
    """Return a Traditional text in Simplified characters, as long as it was.

    >>> simplify("推動著職工服務,顯著提高,憑藉經驗,王丙乾,餅乾")
    '推动着职工服务,显著提高,凭借经验,王丙乾,饼干'
    """
    simple = _convert(text, "t2s")
    repairs = _repairs()
    if "乾" in text:
        simple = _keep_names(text, simple)
    if "著" in simple:
        simple = _without_particle(simple)
    if "藉" in simple:
        simple = _BY_MEANS_OF.sub("借", simple)
    simple = repairs.rare.sub(lambda found: repairs.variants[found[0]], simple)
    return repairs.words.sub(lambda found: repairs.meant[found[0]], simple)


def _without_particle(text: str) -> str:
    kept = {found.start() for found in _WRITTEN.finditer(text)}
    return re.sub("著", lambda found: "著" if found.start() in kept else "着", text)


def _keep_names(text: str, simple: str) -> str:
    """Return *simple* with every 乾 of *text* that is part of a name."""
    places = [found.start() for found in re.finditer("乾", text)]
    shown = _with(simple, dict.fromkeys(places, "乾"))
    kept = {found.start() for found in _NAMED.finditer(shown)}
    return _with(simple, {place: "乾" for place in places if place in kept})


def traditional(text: str) -> str:
    """Return a Simplified text in Traditional characters, as long as it was.

    >>> traditional("服务职工发展,皇后,以后,公里,里面")
    '服務職工發展,皇后,以後,公里,裏面'
    """
    full = _convert(text, "s2t")
    return _with(full, {found.start(): found[0] for found in _SURNAME_ONLY.finditer(text)})


def complete(text: str, *, blind: bool) -> str:
    """Return a mostly Traditional text with its Simplified characters converted too.

    Args:
        text: The text, in which no other character is touched.
        blind: Whether the ambiguous characters (于 干 后) were left Simplified.

    >>> complete("關于職工的發展", blind=True), complete("于先生的發展", blind=False)
    ('關於職工的發展', '于先生的發展')
    """
    wanted = forms().simplified_only | AMBIGUOUS if blind else forms().simplified_only
    if wanted.isdisjoint(text):
        return text
    full = traditional(simplify(text))
    names = {found.start() for found in _OPENING_SURNAME.finditer(text)}
    places = [at for at, shown in enumerate(text) if shown in wanted and at not in names]
    return _with(text, {at: full[at] for at in places})


def _with(text: str, changes: dict[int, str]) -> str:
    """Return *text* with single characters replaced."""
    pieces: list[str] = []
    place = 0
    for at, character in changes.items():
        pieces += (text[place:at], character)
        place = at + 1
    return "".join((*pieces, text[place:]))


def _convert(text: str, name: str) -> str:
    """Convert; OpenCC cannot encode lone surrogates, which stay."""
    try:
        return _of_same_length(text, name)
    except UnicodeEncodeError:
        pieces = _SURROGATES.split(text)
        pieces[::2] = [_of_same_length(piece, name) for piece in pieces[::2]]
        return "".join(pieces)


def _of_same_length(text: str, name: str) -> str:
    """Convert, line by line where a phrase changes the length, and leave such a line alone."""
    converted = _converter(name).convert(text)
    if len(converted) == len(text):
        return converted
    lines = text.splitlines(keepends=True)
    return text if len(lines) < 2 else "".join(_of_same_length(line, name) for line in lines)  # noqa: PLR2004

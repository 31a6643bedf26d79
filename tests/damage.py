"""A simulator of what converting sites do to a page, with a seed.

It follows the damage step by step on GBK bytes, so that a repair can be
tried on any sound text: `damage(text, seed)` gives the garbled page, what it
said, and where in the sound text a character was lost or misread.
"""

from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from random import Random

from govnews.cleaning import gbk

#: Ambiguous characters that the sites leave Simplified.
KEPT_SIMPLIFIED = frozenset("于干后并范余征里云占采")

#: Where the sites' tables differ from OpenCC's.
USUAL_FORMS = str.maketrans("爲羣衆啓臺鬥", "為群眾啟台斗")

#: Characters that sites put a reading behind, with that reading.
GLOSSES = dict(
    pair.split(":")
    for pair in (
        "發:fā 業:yè 經:jīng 環:huán 區:qū 國:guó 問:wèn 來:lái 開:kāi 會:huì 動:dòng 務:wù "
        "網:wǎng 關:guān 實:shí 領:lǐng 權:quán 勞:láo 穩:wěn 進:jìn 貫:guàn 設:shè 創:chuàng "
        "機:jī 項:xiàng 驅:qū 條:tiáo 籌:chóu 個:gè 萬:wàn 農:nóng 總:zǒng 職:zhí 線:xiàn "
        "組:zǔ 學:xué 資:zī 費:fèi 協:xié 議:yì 聯:lián 專:zhuān 隊:duì 團:tuán 現:xiàn "
        "導:dǎo 帶:dài 鄉:xiāng 鎮:zhèn 達:dá 過:guò 計:jì 員:yuán 時:shí 間:jiān 為:wéi "
        "內:nèi 價:jià 獎:jiǎng 對:duì 數:shù 據:jù 當:dāng 報:bào 處:chù 當:dāng 規:guī 執:zhí "
        "詢:xún 養:yǎng 衛:wèi 點:diǎn 書:shū 圖:tú 優:yōu 質:zhì 補:bǔ 貼:tiē 醫:yī 療:liáo "
        "縣:xiàn 級:jí 產:chǎn 幫:bāng 醫:yī 體:tǐ 積:jí 極:jí 標:biāo 準:zhǔn 際:jì 該:gāi"
    ).split()
)

#: Sentence marks by which pages are cut, wherever their bytes stand.
CUTTERS = ("。".encode("gbk"), "！".encode("gbk"), "？".encode("gbk"), "；".encode("gbk"))

NARROW = str.maketrans("，：；！？（）", ",:;!?()")
SHORTEST_LEAD = 0x81


@dataclass(frozen=True, slots=True)
class Damaged:
    """A garbled page.

    Attributes:
        raw: What the site shows.
        clean: What the page said, Simplified.
        slips: Where, in `clean`, characters were lost or misread.
        glosses: How many readings were put in.
    """

    raw: str
    clean: str
    slips: tuple[tuple[int, int], ...]
    glosses: int


@dataclass(slots=True)
class _Page:
    """Bytes, each with the index of the sound character that it comes from (-1: a gloss)."""

    data: bytearray = field(default_factory=bytearray)
    origin: list[int] = field(default_factory=list)

    def add(self, data: bytes, origin: int) -> None:
        self.data += data
        self.origin += [origin] * len(data)

    def gloss(self, code: bytes, gloss: bytes) -> tuple["_Page", int]:
        """Put *gloss* behind every occurrence of *code*, at whatever byte it starts."""
        page, place, count = _Page(), 0, 0
        while (found := self.data.find(code, place)) >= 0:
            end = found + len(code)
            page.data += self.data[place:end] + gloss
            page.origin += self.origin[place:end] + [-1] * len(gloss)
            place, count = end, count + 1
        page.data += self.data[place:]
        page.origin += self.origin[place:]
        return page, count


@cache
def _traditional(character: str) -> str:
    import opencc

    if character in KEPT_SIMPLIFIED:
        return character
    found: str = opencc.OpenCC("s2t").convert(character)
    return found.translate(USUAL_FORMS)


def _encode(clean: str) -> _Page:
    page = _Page()
    for index, character in enumerate(clean):
        for form in (_traditional(character), character, "？"):
            try:
                page.add(form.encode("gbk"), index)
            except UnicodeEncodeError:
                continue
            break
    return page


@dataclass(slots=True)
class _Decoder:
    """Reads the bytes as the sites' decoder did and remembers which characters survived."""

    page: _Page
    random: Random
    cuts: float
    shown: list[str] = field(default_factory=list)
    sound: set[int] = field(default_factory=set)

    def run(self) -> str:
        place = 0
        while place < len(self.page.data):
            place += self._step(place)
        return "".join(self.shown)

    def _step(self, place: int) -> int:
        data, origin = self.page.data, self.page.origin
        lead = data[place]
        if lead < SHORTEST_LEAD:
            self.shown.append(chr(lead) if lead < SHORTEST_LEAD - 1 else "?")
            if place == 0 or origin[place - 1] != origin[place]:
                self.sound.add(origin[place])
            return 1
        if place + 1 == len(data) or self._cut_after(place):
            self.shown.append("?")
            return 1
        if data[place + 1] < gbk.SWALLOWED_BELOW:
            self.shown.append("?")
            return 2
        character = gbk.characters().get((lead, data[place + 1]))
        if character is not None:
            self.shown.append(character)
            if origin[place] == origin[place + 1]:
                self.sound.add(origin[place])
        return 2

    def _cut_after(self, place: int) -> bool:
        """Whether the page was cut between this byte and a mark's bytes."""
        data, origin = self.page.data, self.page.origin
        if bytes(data[place + 1 : place + 3]) not in CUTTERS:
            return False
        if origin[place + 1] == origin[place + 2] != origin[place]:
            return True
        return self.random.random() < self.cuts


def _spans(lost: list[int]) -> tuple[tuple[int, int], ...]:
    """Join neighbouring indexes.

    >>> _spans([3, 4, 5, 9])
    ((3, 6), (9, 10))
    """
    groups = groupby(enumerate(lost), key=lambda item: item[1] - item[0])
    runs = [[index for _, index in group] for _, group in groups]
    return tuple((run[0], run[-1] + 1) for run in runs)


def damage(
    clean: str, seed: int, *, share: float = 0.5, cuts: float = 0.35, narrow: bool | None = None
) -> Damaged:
    """Garble a sound Simplified text as the sites do.

    Args:
        clean: The sound text.
        seed: Whatever is random follows from it.
        share: Of the characters that sites gloss, how many this one does.
        cuts: How often a false sentence mark cuts the page.
        narrow: Whether marks become ASCII; by default most pages' do.

    Returns:
        The garbled page, with the truth.

    >>> damage("贯彻管理条例", 1, share=1.0).raw
    '貫(guàn)徹管理?xiàng)l例'
    """
    random = Random(seed)  # noqa: S311 (a simulation, not a secret)
    page, glosses = _encode(clean), 0
    for character in random.sample(sorted(GLOSSES), round(share * len(GLOSSES))):
        gloss = f"({GLOSSES[character]})".encode("gbk")
        page, count = page.gloss(character.encode("gbk"), gloss)
        glosses += count
    decoder = _Decoder(page, random, cuts)
    raw = decoder.run()
    lost = [index for index in range(len(clean)) if index not in decoder.sound]
    if narrow if narrow is not None else random.random() < 0.8:
        raw = raw.translate(NARROW)
    return Damaged(raw, clean, _spans(lost), glosses)

"""A simulator of what converting sites do to a page, with a seed.

It follows the damage step by step on GBK bytes, so that a repair can be
tried on any sound text: `damage(text, seed)` gives the garbled page, what it
said, and where in the sound text a character was lost or misread.
"""

from collections.abc import Callable
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
_GLOSS_ROWS = (
    ("發業經環區國問來開會動務", "fā yè jīng huán qū guó wèn lái kāi huì dòng wù"),
    ("網關實領權勞穩進貫設創機", "wǎng guān shí lǐng quán láo wěn jìn guàn shè chuàng jī"),
    ("項驅條籌個萬農總職線組學", "xiàng qū tiáo chóu gè wàn nóng zǒng zhí xiàn zǔ xué"),
    ("資費協議聯專隊團現導帶鄉", "zī fèi xié yì lián zhuān duì tuán xiàn dǎo dài xiāng"),
    ("鎮達過計員時間為內價獎對", "zhèn dá guò jì yuán shí jiān wéi nèi jià jiǎng duì"),
    ("數據當報處規執詢養衛點書", "shù jù dāng bào chù guī zhí xún yǎng wèi diǎn shū"),
    ("圖優質補貼醫療縣級產幫體", "tú yōu zhì bǔ tiē yī liáo xiàn jí chǎn bāng tǐ"),
    ("積極標準際該", "jí jí biāo zhǔn jì gāi"),
)
GLOSSES = {
    character: reading
    for characters, readings in _GLOSS_ROWS
    for character, reading in zip(characters, readings.split(), strict=True)
}

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
def _converter() -> Callable[[str], str]:
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC("s2t").convert
    return convert


@cache
def _traditional(character: str) -> str:
    if character in KEPT_SIMPLIFIED:
        return character
    return _converter()(character).translate(USUAL_FORMS)


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
    random = Random(seed)
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

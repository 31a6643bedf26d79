"""A simulator of what converting sites do to a page, with a seed.

It follows the damage step by step on GBK bytes, so that a repair can be
tried on any sound text: `damage(text, seed)` gives the garbled page, what it
said, and where in the sound text a character was lost or misread.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import groupby
from random import Random
from typing import NamedTuple

from govnews.cleaning import gbk
from govnews.cleaning.readings import plain
from tests.noise import NOISES, Piece

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
    ("積極標準際該", "jī jí biāo zhǔn jì gāi"),
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
EURO = 0x80


class Kind(StrEnum):
    """What became of bytes, beside being paired wrongly."""

    GLOSS = "gloss"  # a gloss was put between the two bytes of a character
    CUT = "cut"  # the page was cut before a sentence mark
    SWALLOWED = "swallowed"  # a lone byte took an ASCII character with it
    VANISHED = "vanished"  # a pair meant nothing and was dropped
    LETTER = "letter"  # the second byte of a character is shown as a letter


class Loss(NamedTuple):
    """What happened in one slip.

    Attributes:
        lost: How many bytes of the page are not shown.
        kinds: In what ways, sorted.
    """

    lost: int
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Damaged:
    """A garbled page.

    Attributes:
        raw: What the site shows.
        clean: What the page said, Simplified.
        slips: Where, in `clean`, characters were lost or misread.
        glosses: How many readings were put in.
        losses: What was lost in each slip.
        origins: For each character of `raw` the index of the one in `clean` that it
            shows; -1 for what was put in or misread.
    """

    raw: str
    clean: str
    slips: tuple[tuple[int, int], ...]
    glosses: int
    losses: tuple[Loss, ...]
    origins: tuple[int, ...]


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


def _encode(clean: str, simplified: Collection[int]) -> _Page:
    """Convert and encode; lines whose numbers are in *simplified* stay Simplified."""
    page, line = _Page(), 0
    for index, character in enumerate(clean):
        wanted = character if line in simplified else _traditional(character)
        for form in (wanted, character, "？"):
            try:
                page.add(form.encode("gbk"), index)
            except UnicodeEncodeError:
                continue
            break
        line += character == "\n"
    return page


@dataclass(slots=True)
class _Decoder:
    """Reads the bytes as the sites' decoder did and remembers which characters survived."""

    page: _Page
    clean: str
    random: Random
    cuts: float
    vanishing: float
    shown: list[Piece] = field(default_factory=list)
    events: list[tuple[int, int, Kind]] = field(default_factory=list)

    def run(self) -> list[Piece]:
        place = 0
        while place < len(self.page.data):
            place += self._step(place)
        return self.shown

    def _step(self, place: int) -> int:
        data, origin = self.page.data, self.page.origin
        lead = data[place]
        if lead < SHORTEST_LEAD:
            own = origin[place] < 0 or self.clean[origin[place]].isascii()
            if not own:
                self._lose(place, 0, Kind.LETTER)
            self.shown.append((chr(lead) if lead < EURO else "€", origin[place] if own else -1))
            return 1
        if place + 1 == len(data) or self._cut_after(place):
            self._show_lone(place, 1, Kind.CUT)
            return 1
        if data[place + 1] < gbk.SWALLOWED_BELOW:
            gloss = origin[place + 1] < 0
            self._show_lone(place, 1 if gloss else 2, Kind.GLOSS if gloss else Kind.SWALLOWED)
            return 2
        character = gbk.characters().get((lead, data[place + 1]))
        same = origin[place] == origin[place + 1]
        if character is None:
            self._lose(place, 2, Kind.VANISHED)
        else:
            self.shown.append((character, origin[place] if same else -1))
        return 2

    def _show_lone(self, place: int, lost: int, kind: Kind) -> None:
        self._lose(place, lost, kind)
        if not self.vanishing or self.random.random() >= self.vanishing:
            self.shown.append(("?", -1))

    def _lose(self, place: int, lost: int, kind: Kind) -> None:
        self.events.append((self.page.origin[place], lost, kind))

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


def _loss(slip: tuple[int, int], events: list[tuple[int, int, Kind]]) -> Loss:
    inside = [(lost, kind) for origin, lost, kind in events if slip[0] <= origin < slip[1]]
    return Loss(sum(lost for lost, _ in inside), tuple(sorted({kind for _, kind in inside})))


def damage(  # noqa: PLR0913 - as many knobs as there are kinds of damage
    clean: str,
    seed: int,
    *,
    share: float = 0.5,
    cuts: float = 0.35,
    narrow: bool | None = None,
    spaced: float = 0.0,
    toneless: bool = False,
    vanishing: float = 0.0,
    stray: float = 0.0,
    noise: Collection[str] = (),
) -> Damaged:
    """Garble a sound Simplified text as the sites do.

    Args:
        clean: The sound text.
        seed: Whatever is random follows from it.
        share: Of the characters that sites gloss, how many this one does.
        cuts: How often a false sentence mark cuts the page.
        narrow: Whether marks become ASCII; by default most pages' do.
        spaced: Of the glossed characters, how many have a space in the gloss: 會(huì ).
        toneless: Whether the glosses are doubled and without tones: 法(fa)(fa).
        vanishing: How often a lone byte leaves no `?`.
        stray: Of the lines, how many stay Simplified.
        noise: The other damage, names of `noise.NOISES`.

    Returns:
        The garbled page, with the truth.

    >>> page = damage("贯彻管理条例", 1, share=1.0)
    >>> page.raw, page.slips, page.losses[0].lost, page.losses[0].kinds
    ('貫(guàn)徹管理?xiàng)l例', ((4, 5),), 1, (<Kind.GLOSS: 'gloss'>, <Kind.LETTER: 'letter'>))
    """
    random, extra = Random(seed), Random(f"extra {seed}")
    lines = range(clean.count("\n") + 1)
    page, glosses = _encode(clean, {line for line in lines if extra.random() < stray}), 0
    for character in random.sample(sorted(GLOSSES), round(share * len(GLOSSES))):
        reading = GLOSSES[character] + " " * (extra.random() < spaced)
        gloss = f"({plain(reading)})" * 2 if toneless else f"({reading})"
        page, count = page.gloss(character.encode("gbk"), gloss.encode("gbk"))
        glosses += count
    decoder = _Decoder(page, clean, random, cuts, vanishing)
    shown = decoder.run()
    sound = {origin for _, origin in shown}
    lost = [index for index in range(len(clean)) if index not in sound]
    if narrow if narrow is not None else random.random() < 0.8:
        shown = [(character.translate(NARROW), origin) for character, origin in shown]
    for name, make in NOISES.items():
        if name in noise:
            shown = make(shown, extra)
    slips = _spans(lost)
    raw = "".join(character for character, _ in shown)
    losses = tuple(_loss(slip, decoder.events) for slip in slips)
    return Damaged(raw, clean, slips, glosses, losses, tuple(origin for _, origin in shown))

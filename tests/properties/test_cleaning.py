"""What must hold for the cleaning of any damage: laws over simulated pages."""

import random
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govnews
from govnews.cleaning.conversion import simplify
from govnews.cleaning.edits import apply
from govnews.cleaning.glosses import is_glossed_page
from govnews.models import UNREPAIRED
from tests.damage import Damaged, damage
from tests.noise import NOISES
from tests.recovery import WIDTHS, sound_pages

PARAGRAPHS = sorted(
    {line for page in sound_pages() for line in page.split("\n") if len(line) < 200}
)
#: What misreads whole paragraphs is undone or marked as a whole: nothing of it keeps a place.
KEEPING_PLACES = sorted(set(NOISES) - {"misread utf-8"})


@st.composite
def pages(draw: st.DrawFn, *, vanishing: bool = True) -> Damaged:
    """Draw a garbled page of some paragraphs, with the truth."""
    lines = draw(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=3, unique=True))
    return damage(
        "\n".join(lines),
        draw(st.integers(0, 10_000)),
        share=draw(st.sampled_from([0.0, 0.3, 1.0])),
        cuts=draw(st.sampled_from([0.0, 0.35, 1.0])),
        spaced=draw(st.sampled_from([0.0, 0.2])),
        toneless=draw(st.booleans()) and draw(st.booleans()),
        vanishing=0.3 if vanishing and draw(st.booleans()) else 0.0,
        stray=draw(st.sampled_from([0.0, 0.3])),
        noise=draw(st.sets(st.sampled_from(KEEPING_PLACES), max_size=3)),
    )


SLOWLY = settings(max_examples=60, deadline=None)


@given(pages())
@SLOWLY
def test_edits_are_ordered_disjoint_and_lead_from_raw_to_text(page: Damaged) -> None:
    """They quote the raw text, and made one after another they give the cleaned one."""
    cleaned = govnews.clean(page.raw)

    assert all(edit.before == page.raw[edit.start : edit.end] for edit in cleaned.edits)
    assert all(one.end <= two.start for one, two in pairwise(cleaned.edits))
    assert cleaned.text == apply(cleaned.edits, page.raw)


@given(pages())
@SLOWLY
def test_cleaning_twice_is_cleaning_once(page: Damaged) -> None:
    """Nothing is left that cleaning would change, in any script."""
    for script in ("simplified", "traditional", "keep"):
        once = govnews.clean(page.raw, script=script).text

        assert once == govnews.clean(once, script=script).text


@given(pages())
@SLOWLY
def test_every_sound_character_keeps_its_place(page: Damaged) -> None:
    """Whatever was sound on the page is in the text, at a place that leads back to it."""
    cleaned = govnews.clean(page.raw)
    covering: dict[int, set[str]] = {}
    for place, character in enumerate(cleaned.text):
        for at in range(*cleaned.to_raw(place, place + 1)):
            covering.setdefault(at, set()).add(_plain(character))
    marked = {at for e in cleaned.edits if UNREPAIRED in e.rule for at in range(e.start, e.end)}
    slips = {at for e in cleaned.edits if "slip" in e.rule for at in range(e.start, e.end)}
    lost = [
        (at, page.clean[origin], page.raw[max(0, at - 9) : at + 9])
        for at, origin in enumerate(page.origins)
        if origin >= 0
        and not page.clean[origin].isspace()
        and at not in marked | slips
        and _plain(page.clean[origin]) not in covering.get(at, ())
    ]

    assert lost == []


def drawn(seed: int) -> Damaged:
    """Return a garbled page of which no byte vanished: the same for a seed, whatever runs it."""
    chance = random.Random(seed)
    lines = chance.sample(PARAGRAPHS, chance.randint(1, 3))
    return damage(
        "\n".join(lines),
        seed,
        share=chance.choice([0.3, 1.0]),
        cuts=chance.choice([0.0, 0.35, 1.0]),
        spaced=chance.choice([0.0, 0.2]),
        toneless=chance.random() < 0.25,
        stray=chance.choice([0.0, 0.3]),
        noise=set(chance.sample(KEEPING_PLACES, chance.randint(0, 3))),
    )


@pytest.mark.parametrize("seed", range(80))
def test_no_figure_is_silently_wrong(seed: int) -> None:
    """On a page that is found to be glossed a figure that the sound one did not say is marked.

    On others `?` is taken for what it says, and a byte that left no `?` leaves no sign.
    The pages are the same ones each time: the measurement says how often it fails.
    """
    page = drawn(seed)
    if not is_glossed_page(page.raw):
        pytest.skip("too few glosses to tell")
    sound = Counter((f.kind, str(f.value), f.unit) for f in govnews.extract(page.clean))
    found = [f for f in govnews.extract(page.raw) if not f.damaged]

    assert Counter((f.kind, str(f.value), f.unit) for f in found) - sound == Counter()


@given(pages(), st.sampled_from(["\n", "。\n", "(一)\n", "2015\n"]))
@SLOWLY
def test_text_in_front_only_shifts(page: Damaged, front: str) -> None:
    """A paragraph in front that tells nothing moves the edits and changes none of them."""
    alone = govnews.clean("\n" + page.raw)
    shifted = govnews.clean(front + "\n" + page.raw)

    assert [(e.rule, e.start + len(front), e.before, e.after) for e in alone.edits] == [
        (e.rule, e.start, e.before, e.after) for e in shifted.edits
    ]


@pytest.mark.parametrize("script", ["simplified", "traditional", "keep"])
def test_a_page_of_nothing_but_damage_has_a_result(script: str) -> None:
    """Misread paragraphs too."""
    page = damage("\n".join(PARAGRAPHS[:20]), 1, share=1.0, cuts=1.0, noise=set(NOISES))
    cleaned = govnews.clean(page.raw, script=script)

    assert cleaned.text == apply(cleaned.edits, page.raw)


def _plain(character: str) -> str:
    """Return a character in the form that cleaning leaves alone or makes."""
    return simplify(character.translate(WIDTHS))

"""The pictures in the README are what its commands make."""

import re
import struct
from pathlib import Path

import pytest

from tests.browser import needs_chromium
from tests.pictures import FOLDER, PICTURES, ROOT, SCHEMES, Picture, take

NAMES = [f"{picture.name}-{scheme}.png" for picture in PICTURES for scheme in SCHEMES]


def size(path: Path) -> tuple[int, ...]:
    """Return the width and height of a picture (PNG, section 11.2.2)."""
    return struct.unpack(">II", path.read_bytes()[16:24])


def test_the_readme_shows_them_all() -> None:
    """And no others, each with words for who cannot see it."""
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.findall(r'(?:src|srcset)="([^"]+)"', readme)
    assert sorted(shown) == sorted(f"notebooks/pictures/{name}" for name in NAMES)
    assert len(re.findall(r'<img [^>]*alt="[^"]{20,}"', readme)) == len(PICTURES)
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(NAMES)


@needs_chromium
def test_they_can_be_taken_anew(tmp_path: Path) -> None:
    """In the same sizes; fonts differ from machine to machine."""
    taken = take(tmp_path)
    assert [path.name for path in taken] == NAMES
    assert [size(path) for path in taken] == [size(FOLDER / path.name) for path in taken]


@pytest.mark.parametrize("picture", PICTURES)
def test_light_and_dark_differ(picture: Picture) -> None:
    """Else one of them was taken twice."""
    light, dark = ((FOLDER / f"{picture.name}-{scheme}.png").read_bytes() for scheme in SCHEMES)
    assert light != dark

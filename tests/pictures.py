"""The pictures in the README: `python -m tests.pictures` takes them anew.

Each is what the command line makes, as headless Chromium shows it, on light and on dark.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal, NamedTuple

from tests.browser import chromium

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "notebooks" / "pictures"
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")


class Picture(NamedTuple):
    """A page, and what of it is shown.

    Attributes:
        name: What its files are called.
        command: What writes the page.
        height: How much of the page is shown, in pixels.
        hover: What is pointed at.
        at: The place in the page that is shown, as in its address.
    """

    name: str
    command: tuple[str, ...]
    height: int
    hover: str | None = None
    at: str = ""


PICTURES: Final = (
    Picture(
        "bulletin",
        ("analyze", "corpora/bulletins/garbled.txt"),
        560,
        hover="mark >> nth=8",
    ),
    Picture("report", ("report", "corpora/archive", "--issued", "name"), 760),
)


def take(folder: Path) -> list[Path]:
    """Take all pictures, and return their files."""
    taken = []
    with TemporaryDirectory() as place, chromium() as browser:
        for picture in PICTURES:
            page = Path(place, f"{picture.name}.html")
            command = [sys.executable, "-m", "govnews", *picture.command, "-o", str(page)]
            subprocess.run(command, cwd=ROOT, check=True)
            for scheme in SCHEMES:
                sheet = browser.new_page(
                    viewport={"width": 1080, "height": picture.height}, color_scheme=scheme
                )
                sheet.goto(f"{page.as_uri()}{picture.at}")
                if picture.hover:
                    sheet.locator(picture.hover).hover()
                taken.append(folder / f"{picture.name}-{scheme}.png")
                sheet.screenshot(path=taken[-1])
                sheet.close()
    return taken


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file in take(FOLDER):
        print(file.relative_to(ROOT))  # noqa: T201 - a command

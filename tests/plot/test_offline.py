"""Charts as people see them: pictures without a network, whatever a bulletin says."""

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import altair as alt
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews import plot
from govnews.errors import MissingExtraError
from tests.browser import chromium, needs_chromium
from tests.plot.made import PARAGRAPH, data, figure, figures_frame, notes, paragraphs_frame

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOSTILE = "</script><script>window.broken=1</script>\"'\\`${1}\x00\u202e\ud800<!--datum.value"


def _charts(words: str) -> list[alt.LayerChart]:
    """Return a chart of each sort, in which *words* stand wherever words can stand."""
    cells = {"target": words, "text": words, "unit": words, "bulletin": words, "topic": words}
    # a column of Arrow's holds no lone surrogate, one of objects does
    figures = pd.DataFrame([figure(1, sentence=words, **cells)], dtype=object)
    row = PARAGRAPH | {"bulletin": words, "topics": (words,), "text": words}
    paragraphs = pd.DataFrame([row], dtype=object)
    return [
        plot.figures(figures),
        plot.figures(figures, by="bulletin"),
        plot.topics(paragraphs),
        plot.timeline(paragraphs),
        plot.timeline(figures),
    ]


def _svg(chart: alt.LayerChart | alt.HConcatChart | alt.ConcatChart) -> str:
    picture = StringIO()
    chart.save(picture, format="svg")
    return picture.getvalue()


def _parsed(svg: str) -> ET.Element:
    """Return a picture as XML, which it must be."""
    return ET.fromstring(svg)  # noqa: S314 - our own picture


def _png(chart: alt.LayerChart) -> bytes:
    picture = BytesIO()
    chart.save(picture, format="png")
    return picture.getvalue()


def _shown(chart: Any) -> dict[str, str]:
    """Return what a notebook is given, as IPython asks for it."""
    shown = chart._repr_mimebundle_()
    assert isinstance(shown, dict)
    return shown


def _has_chinese_font() -> bool:
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    return bool(subprocess.run([lister, ":lang=zh"], capture_output=True, check=True).stdout)


def test_a_notebook_shows_svg() -> None:
    """And in words what it shows; nothing is loaded from elsewhere."""
    shown = _shown(plot.figures(figures_frame(figure(50270000, text="5027万元"))))
    assert shown.keys() == {"image/svg+xml", "text/plain"}
    assert shown["text/plain"] == "Money in 元: 1 figure"
    words = {"".join(each.itertext()) for each in _parsed(shown["image/svg+xml"]).iter()}
    assert {"资金", "5027万元", "元"} <= words


def test_a_chosen_renderer_is_followed() -> None:
    """Ours is only for those who chose none; and nobody's choice is changed."""
    chart: Any = plot.topics(paragraphs_frame({}))
    with alt.renderers.enable("mimetype"):
        shown, _ = chart._repr_mimebundle_()
    assert any(name.startswith("application/vnd.vegalite") for name in shown)
    assert "image/svg+xml" in _shown(chart)
    assert alt.renderers.active == "default"


def test_a_chart_goes_on_as_altair_has_it() -> None:
    """With another title, with a layer on top, beside another; it stays what it is."""
    chart = plot.figures(figures_frame(figure(1)))
    changed = chart.properties(title="别的标题") + alt.Chart().mark_rule().encode(x=alt.value(9))
    assert "image/svg+xml" in (changed._repr_mimebundle_() or {})
    assert "别的标题" in _svg(changed)
    assert "资金" in _svg(chart | chart)


def test_svg_names_chinese_fonts() -> None:
    """Of Linux, macOS and Windows; every word of the chart."""
    svg = _svg(plot.figures(figures_frame(figure(1, topic="veterans"), figure(2))))
    fonts = set(re.findall(r'font-family="([^"]*)"', svg))
    (named,) = fonts
    assert {"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei"} <= set(named.split(", "))


def test_large_numbers_are_written_in_wan_and_yi() -> None:
    """As Chinese readers do."""
    numbers = [1_000_000, 30_000_000, 500_000_000]
    svg = _svg(plot.figures(figures_frame(*(figure(number, text="") for number in numbers))))
    assert {"100万", "1000万", "1亿"} <= set(re.findall(r">([^<>]+)</text>", svg))


@pytest.mark.skipif(
    not _has_chinese_font() and not os.environ.get("CI"),
    reason="no Chinese font on this machine: apt-get install fonts-noto-cjk",
)
def test_png_has_glyphs() -> None:
    """Two characters look different; without a font both would be the same box."""
    one, other = (_png(plot.figures(figures_frame(figure(1, target=word)))) for word in "国际")
    assert one.startswith(b"\x89PNG")
    assert one != other


def test_the_background_is_white() -> None:
    """A dark notebook would swallow dark words."""
    assert 'fill="white"' in _svg(plot.topics(paragraphs_frame({})))[:400]


@pytest.mark.parametrize("number", range(5))
def test_hostile_words_are_data(number: int) -> None:
    """The picture is sound XML, and no expression of Vega holds a word of a bulletin."""
    chart = _charts(HOSTILE)[number]
    _parsed(_svg(chart))
    specification = chart.to_dict()
    del specification["datasets"]
    expressions = re.findall(
        r"'(?:labelExpr|expr|signal|calculate)': \"?([^}]*)", str(specification)
    )
    assert not any("broken" in each for each in expressions)


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=30), st.sampled_from(range(5)))
def test_any_words(words: str, number: int) -> None:
    """Whatever a frame holds, a chart comes of it and can be drawn."""
    _parsed(_svg(_charts(words)[number]))


@needs_chromium
def test_a_page_of_hostile_words_runs_nothing(tmp_path: Path) -> None:
    """Altair writes data into a `<script>` as it stands; ours cannot end it."""
    pages = []
    for number, chart in enumerate(_charts(HOSTILE)):
        pages.append(tmp_path / f"{number}.html")
        chart.save(pages[-1], inline=True)
    with chromium() as browser:
        for path in pages:
            broken, messages, requests = _opened(browser, path)
            assert broken is None
            assert messages == []
            assert requests == [path.as_uri()]


def _opened(browser: "Browser", path: Path) -> tuple[object, list[str], list[str]]:
    """Open a page, and return what ran in it, what it complained of, and what it loaded."""
    page = browser.new_page()
    messages: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_selector("canvas, svg")
    broken = page.evaluate("window.broken")
    page.close()
    return broken, messages, requests


@pytest.mark.parametrize(
    ("module", "package"), [("altair", "altair"), ("vl_convert", "vl-convert-python")]
)
def test_a_missing_extra_is_named(
    module: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, module, None)
    for call in (plot.figures, plot.topics, plot.timeline):
        with pytest.raises(MissingExtraError, match=rf"{package}.*pip install 'govnews\[viz\]'"):
            call(figures_frame())


def test_altair_is_imported_on_call_only() -> None:
    """Who imports the module may not have the extra."""
    code = "import sys, govnews.plot; sys.exit('altair' in sys.modules or 'pandas' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_empty_chart_can_be_saved() -> None:
    """A report of nothing is a report."""
    chart = plot.figures(figures_frame())
    assert notes(chart)[0] in "".join(_parsed(_svg(chart)).itertext())
    assert data(chart, "value") == []

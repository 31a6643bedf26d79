"""Whole pages: the sample pages, laws of what is kept, and pages that are broken or hostile."""

import sys
from html import escape
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govnews
from govnews.errors import MissingExtraError
from govnews.webpage import main_text

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "corpora" / "pages").glob("*.*htm*"))
ARTICLE = "<p>慰问职工58名，发放慰问金2.9万元。</p>"
TEXT = "慰问职工58名，发放慰问金2.9万元。\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_sample_page(page: Path) -> None:
    """Every line of the article and no other."""
    assert govnews.read(page) == page.with_suffix(".txt").read_text("utf-8")


def test_every_sample_page_is_in_the_data_card() -> None:
    """And the card names no other."""
    card = (ROOT / "corpora" / "pages" / "README.md").read_text("utf-8")
    assert [page.name for page in PAGES if f"| `{page.name}` |" not in card] == []


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("投入5万元", "投入5万元\n"),
        ("<p>投入5万元", "投入5万元\n"),
        ("<title>标题</title><p>投入5万元</p>", "投入5万元\n"),
        ("<p>投入<p>投入<p>投入", "投入\n投入\n投入\n"),
        ("<p>a<br>b<br/>c</p>", "a\nb\nc\n"),
        ("<p>50<b>27</b><span> 万</span>元</p>", "5027 万元\n"),
        ("<p>5<wbr>0<!-- 9 -->27万元</p>", "5027万元\n"),
        ("<p>投入\n  5万元</p>", "投入 5万元\n"),
        ("<p>困难\r\n职工</p>", "困难职工\n"),
        ("<p>ab\ncd</p>", "ab cd\n"),
        ("<p>&nbsp;&nbsp;　　甲&nbsp; 乙　丙</p>", "甲\xa0 乙　丙\n"),
        ("<pre>  甲\n  乙  丙</pre>", "甲\n乙  丙\n"),
        ("<ul><li>甲<li>乙<ul><li>丙</ul></ul>", "甲\n乙\n丙\n"),
        ("<p>甲&lt;5&amp;6&#x4e07;</p>", "甲<5&6万\n"),
        ("<p>面积5m<sup>2</sup></p>", "面积5m2\n"),
        ("<p>甲</p><script>乙</script><style>丙</style><p>丁</p>", "甲\n丁\n"),
        ("<p>甲</p><p hidden>乙</p><p style='display: none'>丙</p>", "甲\n"),
        ("<p>甲</p><select><option>乙</select><textarea>丙</textarea>", "甲\n"),
        ("<ruby>困<rp>(</rp><rt>kùn</rt><rp>)</rp></ruby>难", "困难\n"),
        ("<form><p>甲</p><input value=乙></form>", "甲\n"),
        ("<table><tr><td>甲<td><td>5<tr><td>乙<td>6<td></table>", "甲\t\t5\n乙\t6\n"),
        ("<table><tr><td>甲<br>乙</td><td>丙</td></tr></table>", "甲\n乙\n丙\n"),
        ("<table><tr><td><table><tr><td>甲<td>5</table><td>乙</table>", "甲\t5\n乙\n"),
        (
            "<table><caption>单位：万元</caption><tr>丙<td>甲<td>5</table>",
            "单位：万元\n丙\n甲\t5\n",
        ),
    ],
)
def test_lines(html: str, text: str) -> None:
    """As a browser breaks them."""
    assert main_text(html) == text


@pytest.mark.parametrize(
    "line",
    [
        "網(wǎng)絡(luò) 打?qū)嵉胤?wù),。 会(huì )",
        "“三严三实”，六省（市）；(一) 5000元(含) (WHO)",
        "１２０\ufffd\ue000\u200b\ufeff e\u0301 ｡ ﹑",
        "?7月24日... [详情]",
        "返回岗位的职工58名",
        "首页改版后访问量达5万次",
        "主办单位3家",
        "打印机12台",
    ],
)
def test_a_line_of_the_article_is_kept_as_it_is(line: str) -> None:
    """To the character, also where it looks like a button; twice, if it stands there twice."""
    said = f"<p>{escape(line)}</p>"
    text = main_text(f"<nav>首页</nav>{ARTICLE}{said}{said}{ARTICLE}<footer>版权所有</footer>")
    assert text == f"{TEXT}{line}\n{line}\n{TEXT}"


@pytest.mark.parametrize(
    "around",
    [
        "<nav><a href=/>首页</a></nav>",
        "<div class='main-nav'><a href=/>首页</a> 政务公开</div>",
        "<div>您现在的位置：<a href=/>首页</a> &gt; 正文</div>",
        "<ul><li><a>省政府召开会议，部署工作。</a><li><a>全会召开</a><li><a>走访</a></ul>",
        "<p>【<a>打印</a>】【<a>关闭窗口</a>】</p>",
        "<p>主办：某某局　承办：某某中心</p>",
        "<p>版權所有 不得轉載</p>",
        "<p>技術(shù)支持：某某公司</p>",
        "<p>青ICP备00000000号-1</p>",
        "<aside><p>通知：网站将于近日维护，敬请谅解。</p></aside>",
        "<div role=contentinfo>本站由某某局维护，欢迎提出意见。</div>",
    ],
)
@pytest.mark.parametrize("page", ["{0}{1}", "{1}{0}", "{0}{1}{0}"])
def test_furniture_is_left_out(page: str, around: str) -> None:
    """Before the article, behind it, and on both sides."""
    assert main_text(page.format(around, ARTICLE)) == TEXT


@pytest.mark.parametrize("cell", ["6", "5,027.5", "-1.6%", "12家", "2019"])
def test_a_row_with_a_number_is_data(cell: str) -> None:
    """Also where the names in a table are links, and wherever it stands."""
    rows = f"<tr><td><a>海南州总工会服务中心</a><td>{cell}" * 4
    said = f"海南州总工会服务中心\t{cell}\n" * 4
    table = f"<table>{rows}</table>"
    assert main_text(table) == said
    assert main_text(ARTICLE + table + ARTICLE) == TEXT + said + TEXT


@pytest.mark.parametrize("day", ["07-22", "2022-07-22", "7/22"])
def test_a_list_of_pages_with_days_is_none(day: str) -> None:
    """They are links to other pages."""
    rows = f"<tr><td><a>海南州总工会召开会议</a><td>{day}" * 4
    assert main_text(f"{ARTICLE}<table>{rows}</table>") == TEXT


def test_names_are_not_believed_where_the_article_would_go() -> None:
    """A site may call its halves as it likes."""
    assert main_text(f"<div id=bottom>{ARTICLE}</div><p>欢迎来访</p>").startswith(TEXT)


def test_a_page_of_furniture_is_not_lost() -> None:
    """Where nothing looks like an article, all of it is given."""
    assert main_text("<p><a>甲</a></p><p><a>乙</a></p>") == "甲\n乙\n"


@pytest.mark.parametrize(
    "html",
    [
        "",
        " \n",
        "<html></html>",
        "<script>var a = '投入5万元';</script>",
        "<!-- 5万元 -->",
        "<",
        "<p",
    ],
)
def test_a_page_that_says_nothing_is_empty(html: str) -> None:
    """No error: there is nothing wrong with it."""
    assert main_text(html) in ("", f"{html}\n")


@pytest.mark.parametrize(
    "html",
    [
        f"<p>甲\0乙</p>{ARTICLE}",
        f"</div></p></table>{ARTICLE}",
        f"<table><tr><td>{ARTICLE}",
        f"<div <p class='>'>{ARTICLE}",
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;{ARTICLE}',
        f'<iframe src="file:///etc/passwd"></iframe>{ARTICLE}',
        f'<meta charset="utf-16">{ARTICLE}',
        f"<p>甲\ud800</p>{ARTICLE}",
    ],
)
def test_broken_markup_keeps_its_text(html: str) -> None:
    """And nothing is fetched."""
    text = main_text(html)
    assert TEXT in text
    assert "root:" not in text


@given(
    st.lists(
        st.sampled_from(["<p>", "<b>", "</b>", "<td>", "<tr>", "<table>", "</table>"])
        | st.sampled_from(["<br>", "<pre>", "5万元，", "甲"])
    )
)
def test_any_markup_keeps_its_digits(tags: list[str]) -> None:
    """However the tags are mixed."""
    assert main_text("".join(tags)).count("5万元") == tags.count("5万元，")


@given(st.text())
def test_any_text_is_a_page(text: str) -> None:
    """Nothing is raised."""
    assert isinstance(main_text(text), str)


@pytest.mark.parametrize(
    "unit",
    [
        *("<div>", "<table><tr><td>", "<b><p>", "<ul><li>", "<a href=x>", "<font><p>", "<pre>\n"),
        *("<", "&", "<!--", "<p a='", "<p>5</p>", "<tr><td>5</td>", "<p>(yi", "<p>打印 ", " \n"),
        *("<b id=x><div>", "<select><option>", "</p>", "<p><a>5</a></p>", "\0", "<meta ", "[["),
    ],
)
def test_time_is_linear(unit: str, tmp_path: Path) -> None:
    """Ten times the page takes ten times as long; where a tree is built it would be 100 times."""
    small, large = (_seconds(unit * size, tmp_path) for size in (3_000, 30_000))
    assert large < 40 * max(small, 0.01)


def _seconds(html: str, folder: Path) -> float:
    page = folder / "page.html"
    page.write_text(html + ARTICLE, "utf-8")
    begun = perf_counter()
    govnews.read(page)
    return perf_counter() - begun


def test_without_lxml_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is called `html`."""
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'govnews\[html\]'"):
        main_text(ARTICLE)

"""The public calls that cut words: what figures, slogans and the text's own form do to them."""

import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govnews
from govnews import LexiconError, Segmenter, Sentence, UnknownChoiceError
from govnews.models import Kind

GOLD = Path(__file__).parents[2] / "corpora" / "figures"
MIXED = st.text(
    st.one_of(
        st.sampled_from("职工会省总工会困难送清凉的在为，。“”《》 \n"),
        st.sampled_from("0123456789０９.万亿元名家个%％近多至-￥年月日第一二三〇"),
        st.sampled_from("職總萬個網㎡\u00a0\u200bAa（）"),
        st.characters(exclude_categories=()),
    ),
    max_size=60,
)
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def texts(text: str, **choices: Any) -> list[str]:
    """Return the words of *text*, marks included."""
    return [token.text for token in govnews.segment(text, **choices)]


def labelled() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the paragraphs of the gold with their figures."""
    for path in sorted(GOLD.glob("gold*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield record["text"], record["figures"]


def test_every_figure_is_one_token() -> None:
    """Of 3,000 labelled by hand, but for those that the grammar itself misses."""
    found, torn = 0, []
    for text, figures in labelled():
        spans = {(token.start, token.end) for token in govnews.segment(text)}
        for figure in figures:
            if (figure["start"], figure["end"]) in spans:
                found += 1
            else:
                torn.append(figure["text"])

    assert found + len(torn) > 3000
    assert len(torn) <= 8, torn


def test_every_figure_has_its_kind() -> None:
    """Whether 个 counts people is known by what is counted, which here is one word only."""
    wrong: list[str] = []
    by_their_target: list[str] = []
    for text, figures in labelled():
        kinds = {(token.start, token.end): token.kind for token in govnews.segment(text)}
        for figure in figures:
            kind = kinds.get((figure["start"], figure["end"]), figure["kind"])
            if kind != figure["kind"]:
                (by_their_target if figure["text"].endswith("个") else wrong).append(figure["text"])

    assert len(wrong) <= 9, wrong
    assert len(by_their_target) <= 3, by_their_target


def test_a_token_with_a_kind_is_a_figure() -> None:
    """The same stretches that extract gives."""
    for text, _ in list(labelled())[::10]:
        tokens = [(token.start, token.end) for token in govnews.segment(text) if token.kind]

        assert tokens == [(figure.start, figure.end) for figure in govnews.extract(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("筹集帮扶资金5027.5万元。", [("5027.5万元", Kind.MONEY)]),
        ("近8000名职工", [("近8000名", Kind.HEADCOUNT)]),
        ("占98.6%以上", [("98.6%以上", Kind.PERCENTAGE)]),
        ("3月5日至8日", [("3月5日至8日", Kind.DATE)]),
        ("走访43家企业", [("43家", Kind.COUNT)]),
        ("走访18个工友", [("18个", Kind.HEADCOUNT)]),
        ("建成18个站点", [("18个", Kind.COUNT)]),
        ("第十六届", [("第十六届", Kind.ORDINAL)]),
        ("历时三年多", [("三年多", Kind.DURATION)]),
        ("增长2.5倍", [("2.5倍", Kind.MULTIPLE)]),
        ("面积1.2万平方米", [("1.2万平方米", Kind.MEASURE)]),
    ],
)
def test_a_figure_carries_its_kind(text: str, expected: list[tuple[str, Kind]]) -> None:
    """Each kind with its qualifiers."""
    found = [(token.text, token.kind) for token in govnews.segment(text) if token.kind]

    assert found == expected


def test_dates_are_times_and_other_figures_numbers() -> None:
    """By their part of speech, in both tag sets."""
    date, number = (token for token in govnews.segment("3月5日43家") if token.kind)

    assert (date.tag, date.upos, number.tag, number.upos) == ("t", "NOUN", "m", "NUM")


def test_fine_words_have_no_kinds() -> None:
    """Figures are taken apart there."""
    tokens = govnews.segment("走访43家企业，投入50万元", granularity="fine")

    assert [token.text for token in tokens] == [
        *("走访", "43", "家", "企业", "，"),
        *("投入", "50万", "元"),
    ]
    assert not any(token.kind for token in tokens)


def test_figures_may_be_left_apart() -> None:
    """Slogans and names are whole all the same."""
    tokens = Segmenter(figures=False).segment("“送清凉”到43家企业")

    assert [token.text for token in tokens] == ["“", "送清凉", "”", "到", "43", "家", "企业"]
    assert not any(token.kind for token in tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展“中国梦·劳动美”活动", "开展|“|中国梦·劳动美|”|活动"),
        ("以“娘家人·暖心事——工会在身边”为题", "以|“|娘家人·暖心事——工会在身边|”|为题"),
        ("《工会法》实施", "《|工会法|》|实施"),
        ("“五一”期间", "“|五一|”|期间"),
        ("「送清凉」活动", "「|送清凉|」|活动"),
        ("慰问“43家企业”", "慰问|“|43家|企业|”"),
    ],
)
def test_a_slogan_is_one_token(text: str, expected: str) -> None:
    """Between its marks, unless a figure is in it."""
    assert texts(text) == expected.split("|")


def test_a_slogan_has_the_tag_of_a_proper_noun() -> None:
    """What it names is one thing."""
    (slogan,) = [token for token in govnews.segment("“送清凉”") if len(token.text) > 1]

    assert (slogan.text, slogan.tag, slogan.upos, slogan.kind) == ("送清凉", "nz", "PROPN", None)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("省總工會走訪43家企業。", "省总工会走访43家企业。"),
        ("為5萬多名困難職工發放幫扶資金5027萬元。", "为5万多名困难职工发放帮扶资金5027万元。"),
        ("筹集５０２７．５万元，达９８％。", "筹集5027.5万元，达98%。"),
        ("二〇二二年三月五日", "二〇二二年三月五日"),
        ("「送清涼」活動進企業", "「送清凉」活动进企业"),
    ],
)
def test_other_scripts_and_widths_are_cut_alike(text: str, plain: str) -> None:
    """Place for place, tag for tag, kind for kind; the tokens say what the text says."""
    ours, theirs = govnews.segment(text), govnews.segment(plain)

    assert [token[1:] for token in ours] == [token[1:] for token in theirs]
    assert "".join(token.text for token in ours) == text


def test_full_width_digits_are_cut_as_plain_ones() -> None:
    """In the paragraphs of the gold."""
    differing = [
        text
        for text, _ in list(labelled())[::5]
        if [token[1:] for token in govnews.segment(text.translate(FULL_WIDTH))]
        != [token[1:] for token in govnews.segment(text)]
    ]

    assert differing == []


def test_traditional_paragraphs_are_cut_as_simplified_ones() -> None:
    """In the paragraphs of the gold that can be converted there and back; nearly all words."""
    there, back = opencc.OpenCC("s2t"), opencc.OpenCC("t2s")
    same = words = 0
    for text, _ in list(labelled())[::5]:
        other = there.convert(text)
        if back.convert(other) == text:
            spans = {token[1:3] for token in govnews.segment(text)}
            words += len(spans)
            same += len(spans & {token[1:3] for token in govnews.segment(other)})

    assert words > 3000
    assert same / words > 0.999


@pytest.mark.parametrize("strange", ["\u200b", "&nbsp;", "萬(wàn)元", "[詳情]"])
def test_a_strange_character_does_not_undo_a_traditional_page(strange: str) -> None:
    """One of them at the end must not change the words before it."""
    text = "省總工會走訪企業，進一步學習。"

    assert texts(text + "\n" + strange)[:5] == texts(text)[:5]


def test_a_count_of_people_is_a_headcount_in_traditional_text_too() -> None:
    """As in Simplified text."""
    assert govnews.segment("走訪18個工友")[1].kind is Kind.HEADCOUNT


@pytest.mark.xfail(strict=True, reason="日报告 is a term, and 日报 no end of a date")
def test_a_day_before_a_report_is_a_figure() -> None:
    """提前30日|报告, not 30|日报告."""
    assert texts("须提前30日报告") == ["须", "提前", "30日", "报告"]


@pytest.mark.xfail(strict=True, reason="四面 is read as a count")
def test_a_day_of_the_week_is_no_count() -> None:
    """周四|面点, as the paper's reader reads it."""
    assert "周四" in texts("周三农机维修，周四面点。")


def test_words_are_without_marks() -> None:
    """And without white space."""
    text = "“送清凉”活动：AT&T、e-mail（43家）！\n㎡ …… 。"

    assert govnews.words(text) == ["送清凉", "活动", "AT&T", "e-mail", "43家"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("“《民法典》进社区”活动", "《民法典》进社区"),
        ("“‘五一’劳动奖章”评选", "‘五一’劳动奖章"),
        ("气温-5℃", "-5℃"),
        ("投入￥100万元", "￥100万元"),
    ],
)
def test_words_may_begin_with_a_mark(text: str, word: str) -> None:
    """Slogans and figures are words, whatever they begin with."""
    assert word in govnews.words(text)


@pytest.mark.parametrize("text", ["“ 送清凉 ”活动", "《　工会法　》"])
def test_a_slogan_with_blanks_is_a_word(text: str) -> None:
    """Without them, as between tokens there may be white space."""
    assert {"送清凉", "工会法"} & set(govnews.words(text))


def test_stop_words_and_figures_may_be_left_out() -> None:
    """What stands in any bulletin."""
    text = "省总工会进一步做好送清凉工作，走访43家企业，为困难职工发放慰问金20万元。"

    assert govnews.words(text, stop=True) == [
        *("省总工会", "送清凉", "走访", "企业"),
        *("困难职工", "发放", "慰问金"),
    ]


def test_stop_words_are_left_out_of_traditional_text_too() -> None:
    """進一步 says as little as 进一步."""
    assert govnews.words("省總工會將進一步做好送清涼工作", stop=True) == ["省總工會", "送清涼"]


@pytest.mark.parametrize(
    ("word", "text"),
    [("工會之家園", "來到工會之家園"), ("５Ｇ基站", "新建５Ｇ基站"), ("臺聯誼會", "臺聯誼會成立")],
)
def test_a_lexicon_may_be_in_the_script_of_the_text(word: str, text: str) -> None:
    """Who cuts Traditional text writes Traditional words."""
    assert word in Segmenter([word]).words(text)


def test_a_segmenter_has_words_and_choices_of_its_own(tmp_path: Path) -> None:
    """From lines or from a file; the shared one does not know them."""
    path = tmp_path / "own.txt"
    path.write_text("入驻聚贤亭\n5G基站 nz\n", encoding="utf-8")
    text = "入驻聚贤亭，新建5G基站12个。"

    for lexicon in (path, str(path), ["入驻聚贤亭", "5G基站 nz"]):
        assert Segmenter(lexicon).words(text) == ["入驻聚贤亭", "新建", "5G基站", "12个"]
    assert "入驻聚贤亭" not in govnews.words(text)


def test_a_lexicon_that_is_none_is_refused() -> None:
    """With the number of its line."""
    with pytest.raises(LexiconError, match="line 2"):
        Segmenter(["浙里办", "聚贤 亭 20 n"])


def test_a_pickled_segmenter_cuts_alike() -> None:
    """Workers get copies."""
    segmenter = Segmenter(["入驻聚贤亭"], granularity="fine")
    copy = pickle.loads(pickle.dumps(segmenter))  # noqa: S301 - our own

    assert copy.segment("入驻聚贤亭43家") == segmenter.segment("入驻聚贤亭43家")
    assert repr(copy) == repr(segmenter)


def test_a_segmenter_without_choices_is_the_shared_one_in_all_but_name() -> None:
    """The calls and the class are two doors of one house."""
    text = "省总工会走访43家企业。"

    assert Segmenter().segment(text) == govnews.segment(text)
    assert Segmenter().words(text, stop=True) == govnews.words(text, stop=True)
    assert Segmenter(granularity="fine").segment(text) == govnews.segment(text, granularity="fine")


def test_sentences_quote_the_text() -> None:
    """With their places."""
    text = " 增长3.5%。\n“能过年了！”他说。 "

    assert govnews.sentences(text) == [
        Sentence("增长3.5%。", 1, 8),
        Sentence("“能过年了！”他说。", 9, 19),
    ]
    assert [text[start:end] for _, start, end in govnews.sentences(text)] == [
        sentence.text for sentence in govnews.sentences(text)
    ]


@pytest.mark.parametrize("granularity", ["coarse", "fine"])
@given(MIXED)
@settings(max_examples=200, deadline=None)
def test_tokens_cover_all_but_white_space(granularity: str, text: str) -> None:
    """In order and disjoint, each quoting the text."""
    end = 0
    for token in govnews.segment(text, granularity=granularity):
        assert not text[end : token.start].strip()
        assert end <= token.start < token.end
        assert token.text == text[token.start : token.end]
        end = token.end

    assert not text[end:].strip()


@given(MIXED)
@settings(max_examples=200, deadline=None)
def test_words_are_among_the_tokens(text: str) -> None:
    """And what is left of them without stop words is among the words."""
    tokens, words = texts(text), govnews.words(text)
    kept = govnews.words(text, stop=True)

    assert words == [token for token in tokens if token in set(words)]
    assert set(kept) <= set(words)


@given(MIXED)
@settings(max_examples=100, deadline=None)
def test_both_engines_give_the_same_tokens(text: str) -> None:
    """With the figures and slogans of the text."""
    pytest.importorskip("rjieba")

    assert govnews.segment(text, engine="jieba") == govnews.segment(text, engine="rjieba")


CALLS = [govnews.segment, govnews.words, govnews.sentences, Segmenter().segment, Segmenter().words]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("wrong", [None, 5, b"\xd6\xb0", ["text"]])
def test_anything_but_str_is_a_type_error(call: Any, wrong: object) -> None:
    """The message says what was passed."""
    with pytest.raises(TypeError, match=f"takes a str, not {type(wrong).__name__}"):
        call(wrong)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("text", ["", " \n\u3000\t"])
def test_nothing_in_nothing_out(call: Any, text: str) -> None:
    """A text without words has none."""
    assert call(text) == []


@pytest.mark.parametrize("call", [govnews.segment, govnews.words])
@pytest.mark.parametrize("choice", ["engine", "granularity"])
@pytest.mark.parametrize("wrong", ["hanlp", "", None, 5])
def test_an_unknown_choice_is_refused(call: Any, choice: str, wrong: object) -> None:
    """The message names what was chosen and what there is."""
    with pytest.raises(UnknownChoiceError, match=rf"{wrong!r}: choose one of \w+, \w+"):
        call("职工", **{choice: wrong})


@pytest.mark.parametrize("choice", [{"engine": "hanlp"}, {"granularity": "hanlp"}])
def test_a_segmenter_of_an_unknown_choice_is_refused(choice: dict[str, Any]) -> None:
    """When it is made."""
    with pytest.raises(UnknownChoiceError, match=r"'hanlp': choose one of \w+, \w+"):
        Segmenter(**choice)

"""Reading the words of a run that cannot be read as a whole."""

from itertools import pairwise

from govnews.cleaning import clean
from govnews.cleaning.fragments import fragments
from govnews.models import UNREPAIRED

PAGE = "全國(guó)總工會(huì)開展(zhǎn)服務(wù)活動(dòng)。"


def sure(left: str, reading: str, right: str) -> list[str]:
    """Return what is beyond doubt of a reading."""
    found = fragments(left, reading, right)
    return [reading[part.start : part.end] for part in found if part.sure]


def test_what_is_no_word_is_left() -> None:
    """吥 stands where 参会的 stood."""
    assert sure("又预留了40个岗位", "。”吥安保", "经理吴斌说。") == ["。”", "安保"]


def test_fragments_cover_the_reading() -> None:
    """In turn sure and not, without a gap."""
    found = fragments("又预留了40个岗位", "。”吥安保", "经理吴斌说。")

    assert [part.start for part in found[1:]] == [part.end for part in found[:-1]]
    assert (found[0].start, found[-1].end) == (0, 5)
    assert all(one.sure != other.sure for one, other in pairwise(found))


def test_a_numeral_is_never_sure() -> None:
    """However good the words are that it makes."""
    assert all("十" not in part for part in sure("戍边", "十年的侯班长", "说"))


def test_nothing_is_taken_where_little_is_sure() -> None:
    """A run of characters that make no words is no reading."""
    assert fragments("岗位", "吥咕衉萷曟晔", "。") == []


def test_a_page_keeps_what_nobody_can_read() -> None:
    """The words around it come back, it stays and is marked, and its offsets are exact."""
    raw = PAGE + "今年預(yù)留了40個崗位?!眳陌脖９窘?jīng)理吳斌說。"
    cleaned = clean(raw)
    marks = [edit for edit in cleaned.edits if UNREPAIRED in edit.rule.split("+")]

    assert "个岗位。”陌安保" in cleaned.text
    assert cleaned.text.endswith("经理吴斌说。")
    assert marks
    assert all(edit.before == raw[edit.start : edit.end] for edit in cleaned.edits)
    assert all(edit.after == edit.before for edit in marks if edit.rule == UNREPAIRED)

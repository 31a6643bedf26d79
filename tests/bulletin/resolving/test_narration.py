"""What a walk over a text takes note of."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from govnews.bulletin.resolving.narration import _FIRST, _MARK  # what is passed over, is so rightly

WORDS = [
    "大前年",
    "後年",
    "下一年",
    "當年",
    "該年",
    "次年",
    "翌年",
    "往年",
    "年年",
    "每逢",
    "近期",
    "\x85",
    "）",
    "职工",
]


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=20).map("".join))
@example("".join(WORDS))
def test_no_mark_is_passed_over(text: str) -> None:
    """A look at the first character of each place leaves nothing out."""
    slow = re.compile(_MARK.pattern.removeprefix(_FIRST))
    assert slow.pattern != _MARK.pattern
    assert [each.span() for each in _MARK.finditer(text)] == [
        each.span() for each in slow.finditer(text)
    ]

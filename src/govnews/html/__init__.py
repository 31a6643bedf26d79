"""A bulletin as HTML, for notebooks, reports and whole pages.

The text is the cleaned one, with its figures marked by kind and what was repaired marked
beside them.  Who points at a mark, or walks to it with the tabulator key, sees a card with
the exact value and all else that is known of it.  Nothing is loaded from elsewhere, and
there is no script.

`render` gives a fragment that stands alone; `stylesheet` and `passage` are its parts, for
pages that show many; `page` makes a whole page.
"""

from govnews.describing import describe
from govnews.html.fragment import Shown, fragment
from govnews.html.marking import passage
from govnews.html.page import page
from govnews.html.styling import stylesheet

__all__ = ["Shown", "describe", "fragment", "page", "passage", "render", "stylesheet"]


def render(bulletin: Shown) -> str:
    """Return *bulletin* as a fragment of HTML that brings its own style.

    >>> from govnews.bulletin import analyze
    >>> print(render(analyze("正文", id="a")).partition("</style>")[2])
    <header><b>a</b> · <span>1 paragraph · 0 figures</span></header>\
<section><p lang="zh-Hans">正文</p></section></article>
    """
    return fragment(bulletin, style=stylesheet())

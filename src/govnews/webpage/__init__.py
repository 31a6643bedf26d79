"""A saved web page to its main text: every paragraph, heading, row and date line, no navigation.

`charset` finds the encoding that a page declares, `blocks` turns its markup
into lines of text, and `furniture` tells the article from what stands around
it.  What is kept is kept to the character: glosses, garbling, brackets and
repeated or short paragraphs are for the stages that come after.

Ready-made extractors (trafilatura, resiliparse, jusText, readability-lxml) were
tried first: none kept every line of the sample pages, the best 105 of 112, and
none drops the navigation; corpora/pages/README.md has the numbers.  So the
library that is leant on is the parser, lxml, and choosing the lines is ours.
"""

from govnews.webpage.blocks import blocks
from govnews.webpage.charset import declared_codec
from govnews.webpage.furniture import article

__all__ = ["declared_codec", "main_text"]


def main_text(html: str) -> str:
    r"""Return the main text of a page, a paragraph or a row of a table a line.

    Args:
        html: The page, decoded.

    Raises:
        MissingExtraError: If lxml is not installed (extra `html`).

    >>> main_text("<nav><a href='/'>首页</a></nav><p>投入<b>5</b>万元。</p><p>特此报道</p>")
    '投入5万元。\n特此报道\n'
    """
    return "".join(f"{block.text}\n" for block in article(blocks(html)))

"""The style of a bulletin on a page.

The fragment stands in pages of all sorts: a notebook may be dark where the system is light,
and says so to nobody.  So its text has the colour of the page and its marks are translucent.
A card lies above everything, dark with light letters on both.

Cards are empty elements that show their own accessible name: they are not in the text, not
in what is copied, and not there at all where a page is shown without its style.
"""

from functools import cache
from typing import Final

from govnews.palette import HUES

_RULES: Final = """
.govnews{max-width:62em;line-height:1.5;text-align:start;overflow-wrap:anywhere}
.govnews,.govnews p{font-family:system-ui,"Noto Sans","PingFang SC","Hiragino Sans GB",
"Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",sans-serif}
.govnews p{margin:0;padding:.25em 0 0;font-size:1.06em;line-height:2;white-space:pre-wrap;
orphans:2;widows:2}
.govnews header{margin:0 0 .5em}
.govnews header b{font-size:1.1em}
.govnews header span,.govnews header time{opacity:.75}
.govnews .key{display:flex;flex-wrap:wrap;gap:.3em 1em;margin:0 0 1em;padding:.5em 0;
border:solid rgba(127,127,127,.35);border-width:1px 0;list-style:none;font-size:.85em}
.govnews .key li{margin:0;padding:0}
.govnews .key small{opacity:.7}
.govnews section{padding:0 0 1.3em;content-visibility:auto;contain-intrinsic-size:auto 9em}
.govnews section:is(:hover,:focus-within){content-visibility:visible}
.govnews section:target{outline:.15em solid Highlight;outline-offset:.3em;border-radius:.2em}
.govnews .labels{display:flex;flex-wrap:wrap;gap:.3em .5em;font-size:.8em;line-height:1.7;
break-after:avoid}
.govnews .topic,.govnews .note{padding:0 .7em;border:1px solid rgba(127,127,127,.5);
border-radius:1em}
.govnews .topic::before{content:"";display:inline-block;width:.65em;height:.65em;
margin-right:.45em;border-radius:50%;background:var(--topic)}
.govnews .topic b{font-weight:600}
.govnews .topic small{opacity:.7}
.govnews .note{border-style:dashed;opacity:.75}
.govnews :is(mark,.swatch){position:static;margin:0;padding:.12em .18em;border-radius:.2em;
color:inherit;background:hsl(var(--hue) 85% 50%/.24);
box-shadow:inset 0 -.12em hsl(var(--hue) 75% 58%/.9);
box-decoration-break:clone;-webkit-box-decoration-break:clone}
.govnews p mark,.govnews .fix,.govnews .gloss,.govnews .lost,.govnews .drop{cursor:help}
.govnews :is(mark,span)[tabindex]:focus{outline:2px solid Highlight;outline-offset:1px}
.govnews .fix{text-decoration:underline dashed .09em hsl(200 75% 50%);text-underline-offset:.3em}
.govnews .gloss{text-decoration:underline dotted .07em rgba(127,127,127,.75);
text-underline-offset:.3em}
.govnews .drop{position:relative;padding:0 .22em;margin:0 -.22em;text-decoration:none}
.govnews .drop::before{content:"";position:absolute;bottom:-.2em;left:calc(50% - .11em);
width:.22em;height:.22em;border-radius:50%;background:rgba(127,127,127,.75)}
.govnews .drop.fix::before{background:hsl(200 75% 50%)}
.govnews .lost,.govnews .damaged{background:rgba(221,51,51,.13);border-radius:.2em;
outline:.1em dashed #d33;text-decoration:underline wavy .09em #d33;text-underline-offset:.25em;
text-decoration-skip-ink:none}
.govnews .damaged{box-shadow:none}
.govnews .lost::after,.govnews .damaged::after{content:"!";padding:0 .15em;color:#d33;
font-size:.75em;font-weight:700;vertical-align:super;line-height:0}
.govnews mark .lost{outline:none;background:none}
.govnews mark .lost::after{content:none}
.govnews .gone{margin:.2em 0 1em;font-size:.8em;opacity:.75;user-select:none;
-webkit-user-select:none}
.govnews .gone s{margin-left:.6em;text-decoration-color:rgba(127,127,127,.9)}
.govnews .gone .drop{padding:0;margin:0}
.govnews .gone .drop::before{content:none}
.govnews bdi[title]::before{content:attr(title);padding:0 .3em;border:1px dotted;
font-size:.65em;vertical-align:middle;user-select:none;-webkit-user-select:none}
.govnews i[role=tooltip]{display:none;position:fixed;right:1rem;bottom:1rem;z-index:9999;
box-sizing:border-box;width:max-content;max-width:min(26rem,calc(100vw - 1rem));
padding:.6em .9em;border:1px solid rgba(255,255,255,.3);border-radius:.45em;color:#f3f4f6;
background:#22262e;box-shadow:0 .3em 1em rgba(0,0,0,.35);font:normal 400 13px/1.55 system-ui,
"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;letter-spacing:normal;
text-align:start;text-decoration:none;text-indent:0;white-space:pre-line;
overflow-wrap:anywhere;user-select:none;-webkit-user-select:none}
.govnews i[role=tooltip]::before{content:attr(aria-label)}
.govnews i[role=tooltip]::first-line{font-weight:700;color:#fff}
.govnews :is(mark,span):is(:hover,:focus)>i[role=tooltip]{display:block}
@supports (position-area:bottom){
.govnews :is(mark,span):is(:hover,:focus){anchor-name:--govnews;anchor-scope:--govnews}
.govnews i[role=tooltip]{inset:auto;position-anchor:--govnews;position-area:bottom;
position-try-fallbacks:flip-block}
}
@media print{
.govnews section{content-visibility:visible}
.govnews{max-width:none}
.govnews *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.govnews i[role=tooltip]{display:none!important}
.govnews .key,.govnews .labels,.govnews header{break-inside:avoid}
}
"""


@cache
def stylesheet() -> str:
    """Return the rules that every marked bulletin needs, once a page; all begin with `.govnews`.

    >>> ".govnews .money{--hue:45}" in stylesheet()
    True
    """
    hues = "".join(f".govnews .{kind}{{--hue:{hue}}}\n" for kind, hue in HUES.items())
    return _RULES + hues

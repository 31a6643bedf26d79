"""Charts: one call on a frame, which returns the altair chart (extra `viz`).

    chart = govnews.plot.figures(govnews.frame(bulletins))
    chart.save("figures.svg")

A chart shows itself in a notebook as SVG, drawn on this machine: no network is needed, nor
for `chart.save("x.svg")` and `chart.save("x.png")`.  A picture has no tooltips; for these
save a page with `chart.save("x.html", inline=True)`, or choose another of altair's renderers
(`alt.renderers.enable("jupyter", offline=True)`), which our charts then follow.  What was put
together of ours (`one | other`) is altair's own: `alt.renderers.enable("svg")` shows it offline.

SVG names fonts that have Chinese glyphs, and whoever looks at it needs one of them.  For PNG
this machine needs one (Debian: `apt-get install fonts-noto-cjk`); without it there are
boxes in place of characters.

Words of bulletins are only ever data: no expression of Vega is made of them, and what
could end a `<script>` or turn the direction of writing is taken out.
"""

from operator import index
from typing import TYPE_CHECKING, Any, Literal

from govnews.errors import MissingExtraError

if TYPE_CHECKING:
    import altair as alt

__all__ = ["figures", "timeline", "topics"]


def figures(  # noqa: PLR0913 - each is a setting of its own
    frame: Any,  # noqa: ANN401 - of any of three libraries
    kind: str = "money",
    *,
    by: str | None = None,
    unit: str | None = None,
    changes: bool = False,
    top: int = 20,
) -> "alt.LayerChart":
    """Draw the largest figures of a kind, each with what its bound leaves open.

    A dot is a value, a bar behind it a range, an arrow an open end (近 points down, 多 and
    以上 up), a hollow dot a figure that is `damaged`: a digit may be missing.  The axis is
    logarithmic where the largest is a hundred times the smallest.  Colours are topics.

    One axis holds one unit, and either levels or changes: the title and the notes below it
    say what is shown and what was left out.  What is said twice of the same target is one
    dot (×2).

    Args:
        frame: The figures, a frame of pandas, polars or Arrow.
        kind: Which; dates have no value (`timeline` has them).
        by: A column of the frame, also one of your own: a row is one of its values then
            ("target", "topic", "bulletin" ...), with all of its figures.  None for a row
            a figure.
        unit: Which unit (美元, 人次, 亩); None for the commonest.
        changes: Whether to show the amounts of change (新增5000人) in place of the others;
            a decrease lies below 0.
        top: How many rows.

    Returns:
        The chart; where there is nothing to draw, one that says why.

    Raises:
        FrameError: If the frame lacks a column.
        MissingExtraError: If altair or vl-convert is not installed.
        TypeError: If *frame* is no frame, or *top* no whole number.
        UnknownChoiceError: If *kind* is no kind of number, or the frame has no column *by*.
        ValueError: If *top* is less than 1.

    >>> import govnews
    >>> frame = govnews.analyze("筹集帮扶资金近5027万元，发放救助金300多万元。").to_frame()
    >>> chart = figures(frame)
    >>> chart.title.text
    'Money in 元: 2 figures'
    """
    _need_altair()
    from govnews.plot.amounts import draw
    from govnews.plot.reading import Frame

    _check_top(top)
    return draw(Frame(frame, "plot.figures"), kind, by=by, unit=unit, changes=changes, top=top)


def topics(frame: Any, *, top: int = 30) -> "alt.LayerChart":  # noqa: ANN401 - as above
    """Draw what each bulletin is about, as shares of its characters.

    A paragraph of several topics is divided among them, as in `Bulletin.shares`; what has none is
    grey.  The first bar is of all bulletins together.  Of a frame of figures the shares are of
    the figures, by the first topic of their paragraph.

    Args:
        frame: The paragraphs (or the figures), a frame of pandas, polars or Arrow.
        top: How many bulletins, the first ones of the frame.

    Returns:
        The chart; where there is nothing to draw, one that says why.

    Raises:
        FrameError: If the frame lacks a column.
        MissingExtraError: If altair or vl-convert is not installed.
        TypeError: If *frame* is no frame, or *top* no whole number.
        ValueError: If *top* is less than 1.

    >>> import govnews
    >>> page = govnews.analyze("省总工会为213名农民工追回工资。", id="1.txt")
    >>> topics(page.to_frame("paragraphs")).title.text
    'Topics of 1 bulletin'
    """
    _need_altair()
    from govnews.plot.reading import Frame
    from govnews.plot.shares import draw

    _check_top(top)
    return draw(Frame(frame, "plot.topics"), top)


def timeline(  # noqa: PLR0913 - as above
    frame: Any,  # noqa: ANN401 - as above
    *,
    every: Literal["day", "month", "year"] = "month",
    kind: str = "money",
    unit: str | None = None,
    changes: bool = False,
    top: int = 20,
) -> "alt.LayerChart":
    """Draw what happened when.

    Of a frame of paragraphs: how many there are of each topic in each month, by the day of
    issue; a paragraph of several topics is divided among them.

    Of a frame of figures: the largest of a kind in the order of their time, who gave how
    much when.  The time of a figure is the date that stands before it in its sentence, where
    there is one that is `resolved`, and the day of issue where there is none.  A date is as
    wide as it is vague: 2018年 is a bar over the year.  The larger the dot, the larger the value.

    Args:
        frame: The paragraphs or the figures, a frame of pandas, polars or Arrow.
        every: Of paragraphs: how long a column is.
        kind: Of figures, as for `figures`; so are the next three.
        unit: Which unit.
        changes: Whether to show the amounts of change.
        top: How many figures.

    Returns:
        The chart; where there is nothing to draw, one that says why.

    Raises:
        FrameError: If the frame lacks a column.
        MissingExtraError: If altair or vl-convert is not installed.
        TypeError: If *frame* is no frame, or *top* no whole number.
        UnknownChoiceError: If *kind* is no kind of number, or *every* no stretch of time.
        ValueError: If *top* is less than 1.

    >>> import govnews
    >>> page = govnews.analyze("2018年3月，县总工会发放救助金30万元。")
    >>> timeline(page.to_frame().assign(issued="2018-04-02")).title.text
    'Money in 元 over time: 1 figure'
    """
    _need_altair()
    from govnews.plot import months, times
    from govnews.plot.reading import Frame

    _check_top(top)
    months.check_stretch(every)
    ours = Frame(frame, "plot.timeline")
    if ours.of_paragraphs:
        return months.draw(ours, every)
    return times.draw(ours, kind, unit=unit, changes=changes, top=top)


def _check_top(top: int) -> None:
    """Refuse a number of rows that is none.

    Raises:
        TypeError: If it is no whole number.
        ValueError: If it is less than 1.
    """
    try:
        index(top)
    except TypeError:
        raise TypeError(f"top={top!r}: use a whole number, at least 1") from None
    if top < 1:
        raise ValueError(f"top={top}: use at least 1")


def _need_altair() -> None:
    """Make sure that a chart can be made and drawn.

    Raises:
        MissingExtraError: If not.
    """
    for package, module in (("altair", "altair"), ("vl-convert-python", "vl_convert")):
        try:
            __import__(module)
        except ImportError as error:
            raise MissingExtraError(
                f"charts need {package}, which is not installed: pip install 'govnews[viz]'"
            ) from error

"""A chart that notebooks show without a network.

What altair shows by default is a page that loads Vega from elsewhere.  To turn that off for
everybody (`alt.renderers.enable("svg")`) is the user's business, not a library's: our charts
are of a class of their own, which draws itself as SVG where nothing else was chosen.
"""

from io import StringIO
from typing import Any, Final

import altair as alt

#: The renderer that is altair's own choice, not the user's.
_UNCHOSEN: Final = "default"


class OfflineChart(alt.LayerChart):
    """An altair chart that shows itself as SVG, unless a renderer was chosen."""

    def _repr_mimebundle_(self, *args: Any, **kwds: Any) -> Any:  # noqa: ANN401 - as altair has it
        """Return what a notebook shows: the picture, and what it shows in words."""
        if alt.renderers.active != _UNCHOSEN:
            return super()._repr_mimebundle_(*args, **kwds)
        picture = StringIO()
        self.save(picture, format="svg")
        return {"image/svg+xml": picture.getvalue(), "text/plain": str(self.description)}

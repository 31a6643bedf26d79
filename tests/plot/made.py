"""Frames as `govnews.frame` makes them, written by hand, and what charts hold."""

from decimal import Decimal
from typing import Any, Final

import altair as alt
import pandas as pd
import pyarrow as pa

from govnews.frames.engines import text_type

Cells = dict[str, Any]

FIGURE: Final[Cells] = {
    "bulletin": "a.txt",
    "issued": "2018-03-12",
    "paragraph": 0,
    "topic": None,
    "kind": "money",
    "text": "5万元",
    "value": Decimal(50000),
    "low": Decimal(50000),
    "high": Decimal(50000),
    "bound": "exact",
    "unit": "元",
    "target": "资金",
    "change": None,
    "resolved": None,
    "damaged": False,
    "sentence": "拨付资金5万元。",
    "start": 4,
}
PARAGRAPH: Final[Cells] = {
    "bulletin": "a.txt",
    "issued": "2018-03-12",
    "paragraph": 0,
    "topics": (),
    "text": "四个字。",
    "start": 0,
    "end": 4,
    "truncated": False,
    "n_figures": 0,
    "worker_services": 0.0,
    "rights_protection": 0.0,
    "aid_qinghai": 0.0,
    "expert_services": 0.0,
    "veterans": 0.0,
}
_DECIMAL: Final = pd.ArrowDtype(pa.decimal128(38, 12))
_TYPES: Final = {
    **dict.fromkeys(("bulletin", "text", "unit", "target", "sentence"), text_type("pyarrow")),
    **dict.fromkeys(("topic", "kind", "bound", "change"), "category"),
    **dict.fromkeys(("value", "low", "high"), _DECIMAL),
    **dict.fromkeys(("paragraph", "start"), "int64"),
    "damaged": "bool",
}


def figure(value: str | int | None = 50000, **cells: Any) -> Cells:
    """Return a row of a figure, exact unless *cells* say otherwise."""
    number = None if value is None else Decimal(value)
    return FIGURE | {"value": number, "low": number, "high": number, "text": f"{value}元"} | cells


def figures_frame(*rows: Cells) -> pd.DataFrame:
    """Return a frame of figures with the types that ours have."""
    return pd.DataFrame(list(rows), columns=list(FIGURE)).astype(_TYPES)


def paragraphs_frame(*rows: Cells) -> pd.DataFrame:
    """Return a frame of paragraphs; each row says what differs."""
    filled = [PARAGRAPH | row for row in rows]
    extra = dict.fromkeys(name for row in filled for name in row)
    return pd.DataFrame(filled, columns=list(extra) or list(PARAGRAPH))


def spec(chart: alt.LayerChart) -> Any:
    """Return the chart as Vega-Lite; altair has checked it against the schema."""
    return chart.to_dict()


def data(chart: alt.LayerChart, *fields: str) -> list[Cells]:
    """Return the rows of the chart that have all of *fields*."""
    tables = spec(chart)["datasets"].values()
    return [row for rows in tables for row in rows if all(field in row for field in fields)]


def title(chart: alt.LayerChart) -> str:
    """Return the title."""
    return str(spec(chart)["title"]["text"])


def notes(chart: alt.LayerChart) -> list[str]:
    """Return the lines below the title."""
    return list(spec(chart)["title"]["subtitle"])


def marks(chart: alt.LayerChart) -> list[str]:
    """Return the sorts of marks of the layers, in order."""
    return [layer["mark"]["type"] for layer in spec(chart)["layer"]]


def colours(chart: alt.LayerChart) -> dict[str, str]:
    """Return the names of the legend with their colours."""
    encodings = [layer["encoding"].get("color", {}) for layer in spec(chart)["layer"]]
    scale = next(each["scale"] for each in encodings if "scale" in each)
    return dict(zip(scale["domain"], scale["range"], strict=True))


def names(chart: alt.LayerChart) -> list[str]:
    """Return the names of the rows, in order."""
    return [row["name"] for row in data(chart, "name")]

"""Write ``docs/tables.md`` from the tables' schema.

python -m tools.table_docs
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geo.tables import schema

PAGE = Path("docs/tables.md")
HEAD = """# The tables

Made by `python -m tools.table_docs` from `geo/tables/schema.py`; a test fails where the two differ.

`result = geo.parse(texts)` has five flat tables, joined by the ids in `article` and `place`: `result.articles`,
`result.mentions`, `result.places`, `result.unresolved`, `result.tables.footprints`. They hold scalars only. `mentions`,
`places` and `footprints` are GeoDataFrames of points, EPSG:4326; a mention that was not placed has no geometry. Text is
`<NA>` and a number NaN where there is nothing; a table without rows has the same columns and dtypes.

Files (`geo map --geojson --csv --gpkg --unresolved`, or `write_geojson` … in `geo.tables`):

- GeoJSON (RFC 7946): `places`, a feature a line.
- CSV for people: `mentions`; UTF-8 with a byte-order mark, CRLF. A text that a spreadsheet would take for a formula (it
  starts with `=`, `+`, `-`, `@`, narrow or wide, a tab or a line end) has an apostrophe in front.
- GeoPackage: all tables as layers. Its time of change is fixed, so that the same input gives the same bytes.
- The list of what could not be placed: `unresolved`, as CSV like the above.

In the CSV and GeoJSON files coordinates are rounded to 5 decimals (about a metre), probabilities to 4, radii to 0.1 km.
Each file is written beside its place and then renamed: what stands there is the old file or the new one, whole.
"""


def page() -> str:
    """The whole page, Markdown."""
    tables = {
        "articles": schema.ARTICLES,
        "mentions": schema.MENTIONS,
        "places": schema.PLACES,
        "unresolved": schema.UNRESOLVED,
        "footprints": schema.FOOTPRINTS,
    }
    return "\n".join([HEAD, *(_section(name, columns) for name, columns in tables.items())])


def _section(name: str, columns: Sequence[schema.Column]) -> str:
    rows = "".join(f"| `{c.name}` | {c.dtype} | {c.meaning} |\n" for c in columns)
    return f"## {name}\n\n| column | dtype | meaning |\n| --- | --- | --- |\n{rows}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")

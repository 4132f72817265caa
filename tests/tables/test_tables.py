"""Tables: flat, typed, joined by ids, and the files they are written to."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import time
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import OutputError
from geo.records import Article, Focus, Footprint, Mention, Place, Sentence, Toponym
from geo.tables import (
    Tables,
    build_tables,
    csv_bytes,
    geojson_bytes,
    schema,
    unresolved_bytes,
    write_atomically,
    write_csv,
    write_geojson,
    write_gpkg,
    write_unresolved,
)
from geo.tables.build import ROW_COLUMNS
from tools.table_docs import page

NAKHODKA = Place(
    "gn:2019528", "Nakhodka", 42.81384, 132.87348, "P", "PPL", "RU", population=159551, geonameid="2019528"
)
RUSSIA = Place("gn:2017370", "Russia", 60.0, 100.0, "A", "PCLI", "RU", precision="area", radius_km=2300.0)
TEXT = "Russian divers left Nakhodka. Nobody saw Xyzzyfort."


def article(text: str = TEXT) -> Article:
    sentences = (Sentence(0, 29, 0), Sentence(30, len(text), 1))
    return Article("story.txt", text, title="Divers left", date="2025-07-02", sentences=sentences)


def toponym(start: int, end: int, place: Place | None, **mention: object) -> Toponym:
    said = Mention(start, end, TEXT[start:end], **mention)  # type: ignore[arg-type]  # keywords of Mention
    if place is None:
        return Toponym(said, reason="no place of that name")
    return Toponym(said, place, 0.9, place.precision, place.radius_km)


FOUND = (
    toponym(0, 7, RUSSIA, kind="demonym"),
    toponym(20, 28, NAKHODKA, place_score=0.5),
    toponym(41, 50, None),
)


@pytest.fixture
def tables() -> Tables:
    footprints = [(Footprint(8, 28, "distance", 42.2, 132.1, 37.6, ("gn:2019528",)),)]
    focus = [Focus(("gn:2019528", "gn:2017370"), ("RU",))]
    return build_tables([article()], [FOUND], footprints=footprints, focus=focus)


@pytest.mark.parametrize("name", ["articles", "mentions", "places", "unresolved", "footprints"])
@pytest.mark.parametrize("rows", ["some", "none"])
def test_columns_and_dtypes_are_those_of_the_schema(tables: Tables, name: str, rows: str) -> None:
    """With rows or without, every table has the documented columns in order, scalars only."""
    frame = getattr(tables if rows == "some" else build_tables([], []), name)
    columns = getattr(schema, name.upper())
    assert [c for c in frame.columns if c != "geometry"] == [c.name for c in columns]
    assert [str(frame[c.name].dtype) for c in columns] == [c.dtype for c in columns]
    assert ("geometry" in frame.columns) == (name in {"mentions", "places", "footprints"})


def test_footprints_and_focus_refer_to_places_by_id(tables: Tables) -> None:
    """A footprint has its words, a point and its anchors; an article's focus and countries stand in its row."""
    (footprint,) = tables.footprints.itertuples()
    assert (footprint.text, footprint.anchors) == (TEXT[8:28], "gn:2019528")
    assert (footprint.geometry.x, footprint.geometry.y, footprint.radius_km) == (132.1, 42.2, 37.6)
    (row,) = tables.articles.itertuples()
    assert (row.focus, row.countries) == ("gn:2019528 gn:2017370", "RU")


def test_tables_join_by_ids(tables: Tables) -> None:
    """Every mention's article and place stand in their tables."""
    assert set(tables.mentions["article"]) <= set(tables.articles["article"])
    assert set(tables.mentions["place"].dropna()) == set(tables.places["place"])


def test_what_a_mention_says(tables: Tables) -> None:
    """Offsets, the sentence around it, the place and the probabilities."""
    row = tables.mentions.iloc[1]
    assert TEXT[row["start"] : row["end"]] == row["text"] == "Nakhodka"
    assert row["sentence"] == "Russian divers left Nakhodka."
    assert (row["place"], row["lat"], row["lon"]) == ("gn:2019528", 42.81384, 132.87348)
    assert (row["score"], row["place_score"], row["certainty"]) == (0.9, 0.5, 0.45)


def test_what_was_not_placed_has_no_point(tables: Tables) -> None:
    """Nulls, no geometry, and a row in the list of unplaced names with its sentence and a ready row."""
    row = tables.mentions.iloc[2]
    assert row.geometry is None
    assert pd.isna(row["place"])
    (unplaced,) = tables.unresolved.to_dict("records")
    assert unplaced["mention"] == "Xyzzyfort"
    assert unplaced["sentence"] == "Nobody saw Xyzzyfort."
    assert dict(zip(ROW_COLUMNS, next(csv.reader([unplaced["row"]])), strict=True))["name"] == "Xyzzyfort"


def test_demonyms_are_counted_apart(tables: Tables) -> None:
    """A place known only by its people has no mention by name."""
    russia = tables.places.set_index("place").loc["gn:2017370"]
    assert (russia["names"], russia["demonyms"]) == (0, 1)


def test_geopandas_takes_them_as_they_are(tables: Tables, tmp_path: Path) -> None:
    """``.sjoin()`` and ``.to_file()`` work without a conversion."""
    assert tables.places.crs == "EPSG:4326"
    around = gpd.GeoDataFrame(
        {"zone": ["port"]}, geometry=gpd.points_from_xy([132.9], [42.8]).buffer(1), crs=4326
    )
    assert list(tables.mentions.sjoin(around)["text"]) == ["Nakhodka"]
    tables.mentions.to_file(tmp_path / "mentions.gpkg")
    assert len(gpd.read_file(tmp_path / "mentions.gpkg")) == 3


def test_geojson_reads_back(tables: Tables, tmp_path: Path) -> None:
    """A feature a place, its id and point as in the table."""
    write_geojson(tables, tmp_path / "places.geojson")
    back = gpd.read_file(tmp_path / "places.geojson")
    assert list(back["name"]) == ["Russia", "Nakhodka"]
    assert back.geometry.iloc[1].coords[0] == (132.87348, 42.81384)


def test_geopackage_holds_every_table_as_a_layer(tables: Tables, tmp_path: Path) -> None:
    """Read back layer by layer, null for null."""
    write_gpkg(tables, tmp_path / "all.gpkg")
    for name, rows in {"articles": 1, "mentions": 3, "places": 2, "unresolved": 1}.items():
        assert len(gpd.read_file(tmp_path / "all.gpkg", layer=name)) == rows
    assert gpd.read_file(tmp_path / "all.gpkg", layer="mentions")["place"].isna().sum() == 1


def test_geopackage_bytes_do_not_hang_on_the_time(tables: Tables, tmp_path: Path) -> None:
    """Written twice, a second apart, it is the same file."""
    write_gpkg(tables, tmp_path / "one.gpkg")
    time.sleep(1.1)
    write_gpkg(tables, tmp_path / "two.gpkg")
    assert (tmp_path / "one.gpkg").read_bytes() == (tmp_path / "two.gpkg").read_bytes()


def test_csv_opens_in_excel(tables: Tables, tmp_path: Path) -> None:
    """Byte-order mark, CRLF, header as in the schema."""
    write_csv(tables, tmp_path / "mentions.csv")
    data = (tmp_path / "mentions.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfmention,article,")
    assert data.count(b"\r\n") == 4
    write_unresolved(tables, tmp_path / "unresolved.csv")
    assert (tmp_path / "unresolved.csv").read_bytes() == unresolved_bytes(tables)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_text_becomes_a_formula_or_breaks_the_csv(text: str) -> None:
    """Whatever a mention is made of, the CSV has one record for it, and no text cell that a spreadsheet would run."""
    said = Toponym(Mention(0, len(text), text), reason="")
    table = build_tables([Article("a", text, sentences=(Sentence(0, len(text), 0),))], [[said]])
    records = list(csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"), newline="")))
    assert len(records) == 2
    row = dict(zip(*records, strict=True))
    assert row["text"] in {text, "'" + text}
    assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert json.loads(geojson_bytes(table))["features"] == []


def test_tables_without_rows_can_be_written_and_read(tmp_path: Path) -> None:
    """An article without a place gives files that readers open: the columns, no rows."""
    nothing = build_tables([], [])
    write_csv(nothing, tmp_path / "mentions.csv")
    assert pd.read_csv(tmp_path / "mentions.csv").shape == (0, len(schema.MENTIONS))
    write_geojson(nothing, tmp_path / "places.geojson")
    assert len(gpd.read_file(tmp_path / "places.geojson")) == 0
    write_gpkg(nothing, tmp_path / "all.gpkg")
    layer = gpd.read_file(tmp_path / "all.gpkg", layer="mentions")
    assert len(layer) == 0 and layer.crs == "EPSG:4326"
    assert {column.name for column in schema.MENTIONS} <= set(layer.columns)


def test_a_place_gathers_its_mentions_over_articles() -> None:
    """One row a place however often it is named, in the order of first mention; an article counts its own."""
    first = (toponym(20, 28, NAKHODKA, dateline=True), toponym(0, 7, RUSSIA, kind="demonym"))
    second = (toponym(20, 28, NAKHODKA, place_score=0.5), toponym(20, 28, NAKHODKA), toponym(41, 50, None))
    other = Article("other.txt", TEXT, title="Other", sentences=article().sentences)
    tables = build_tables([article(), other], [first, second])
    port, country = tables.places.to_dict("records")
    assert (port["place"], country["place"]) == ("gn:2019528", "gn:2017370")
    assert (port["names"], port["datelines"], port["articles"], port["certainty"]) == (3, 1, 2, 0.9)
    counts = tables.articles[["mentions", "places", "unresolved"]].to_numpy().tolist()
    assert counts == [[2, 2, 0], [3, 1, 1]]


def test_a_mention_may_be_placed_less_precisely_than_its_place() -> None:
    """What the resolver says of precision and radius stands with the mention, the gazetteer's with the place."""
    near = Toponym(Mention(20, 28, "Nakhodka"), NAKHODKA, 0.4, "approximate", 25.0)
    tables = build_tables([article()], [[near]])
    assert tuple(tables.mentions.loc[0, ["precision", "radius_km"]]) == ("approximate", 25.0)
    assert tuple(tables.places.loc[0, ["precision", "radius_km"]]) == ("point", 0.0)


def test_every_article_needs_its_toponyms() -> None:
    """A list too short is refused rather than paired wrongly."""
    with pytest.raises(ValueError, match="argument"):
        build_tables([article(), article()], [FOUND])


def test_an_output_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """OutputError names the path and what to do, and leaves nothing behind."""
    with pytest.raises(OutputError, match="cannot be written"):
        write_atomically(tmp_path / "no" / "such" / "file", b"")
    assert list(tmp_path.iterdir()) == []


def test_a_killed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """``kill -9`` in the middle of a write: the old file stands there, whole."""
    path = tmp_path / "map.html"
    path.write_bytes(b"the old map")
    program = (
        "import os, signal, sys; from pathlib import Path; from geo.tables import write_atomically\n"
        "os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_atomically(Path(sys.argv[1]), b'the new map' * 1000)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert done.returncode != 0
    assert path.read_bytes() == b"the old map"


def test_the_docs_are_the_schema(root: Path) -> None:
    """docs/tables.md is what ``python -m tools.table_docs`` writes."""
    assert (root / "docs/tables.md").read_text(encoding="utf-8") == page()

"""The ``geo`` command as a user meets it, right input and wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from geo.cli import run

TEXT = "Residents fled Pokrovsk, in Ukraine's Donetsk oblast, on Monday.\n"
HEADER = "name,latitude,longitude,feature_code,country_code\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with one article, ``story.txt``."""
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def one_line(text: str) -> str:
    """The only line of some output; fails where there is none, more than one, or a traceback."""
    assert "Traceback" not in text
    lines = text.splitlines()
    assert len(lines) == 1, text
    return lines[0]


def test_map_writes_one_page_and_the_tables_asked_for(desk: Path) -> None:
    """``geo map`` writes the map and, where asked, GeoJSON, CSV, GeoPackage and the list of unplaced names."""
    outputs = ["--geojson", "p.geojson", "--csv", "m.csv", "--gpkg", "all.gpkg", "--unresolved", "u.csv"]
    assert run(["map", "story.txt", "-o", "map.html", *outputs]) == 0
    assert "Pokrovsk" in (desk / "map.html").read_text(encoding="utf-8")
    places = json.loads((desk / "p.geojson").read_text(encoding="utf-8"))
    assert "gn:704422" in {feature["properties"]["id"] for feature in places["features"]}
    assert all((desk / name).stat().st_size for name in ("m.csv", "all.gpkg", "u.csv"))


def test_a_heavy_map_says_so(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Past 25 MB ``geo map`` tells its maker how to make the page lighter, and writes it all the same."""
    from geo.cli import map_command

    assert map_command.HEAVY == 25_000_000
    assert run(["map", "story.txt", "-o", "map.html"]) == 0
    assert "open slowly" not in capsys.readouterr().err
    monkeypatch.setattr(map_command, "HEAVY", 1000)
    assert run(["map", "story.txt", "-o", "map.html"]) == 0
    assert "--min-score 0.6, --text quotes or fewer articles make it smaller" in capsys.readouterr().err


def test_no_output_holds_a_path_of_this_machine(desk: Path) -> None:
    """Neither the folder nor the user's name gets into what is published."""
    assert (
        run(["map", str(desk / "story.txt"), "-o", "map.html", "--geojson", "p.geojson", "--csv", "m.csv"])
        == 0
    )
    for name in ("map.html", "p.geojson", "m.csv"):
        assert str(desk) not in (desk / name).read_text(encoding="utf-8")


def test_the_same_input_gives_the_same_bytes(desk: Path) -> None:
    """Whatever the hash seed, the locale and the time zone."""
    pages = []
    for seed, locale, zone in (("0", "C", "UTC"), ("1", "C.UTF-8", "Asia/Pyongyang")):
        environment = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "PATH": "/usr/bin:/bin"}
        outputs = ["-o", "map.html", "--geojson", "p.geojson", "--csv", "m.csv", "--gpkg", "all.gpkg"]
        command = [sys.executable, "-m", "geo", "map", "story.txt", *outputs]
        subprocess.run(command, check=True, env=environment, cwd=desk)
        pages.append([(desk / name).read_bytes() for name in ("map.html", "p.geojson", "m.csv", "all.gpkg")])
    assert pages[0] == pages[1]


def test_quotes_are_the_default_and_full_text_is_a_choice(desk: Path) -> None:
    """Whole articles belong to their publishers: only sentences that name a place are embedded unless asked."""
    (desk / "story.txt").write_text(TEXT + "\nNobody slept a wink all night.\n", encoding="utf-8")
    assert run(["map", "story.txt", "-o", "quotes.html"]) == 0
    assert run(["map", "story.txt", "-o", "full.html", "--text", "full"]) == 0
    assert "slept a wink" not in (desk / "quotes.html").read_text(encoding="utf-8")
    assert "slept a wink" in (desk / "full.html").read_text(encoding="utf-8")


def test_parse_writes_a_line_an_article_in_order(desk: Path) -> None:
    """The record of ``geo parse``: offsets into the text as it came in, and where each name is."""
    (desk / "another.txt").write_text("Rain fell on Nakhodka.", encoding="utf-8")
    assert run(["parse", "story.txt", "another.txt", "-o", "out.jsonl"]) == 0
    lines = [json.loads(line) for line in (desk / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["story.txt", "another.txt"]
    pokrovsk = lines[0]["toponyms"][0]
    assert TEXT[pokrovsk["start"] : pokrovsk["end"]] == "Pokrovsk"
    assert (pokrovsk["place"], pokrovsk["geonameid"], pokrovsk["country_code"]) == (
        "gn:704422",
        "704422",
        "UA",
    )
    assert set(pokrovsk) == {
        "start", "end", "text", "kind", "usage", "dateline", "place", "name", "lat", "lon", "geonameid",
        "feature_code", "country_code", "precision", "radius_km", "score", "place_score", "decided_by",
    }  # fmt: skip


def test_parse_without_an_output_prints(desk: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Standard output is the default, so that it can be piped."""
    assert run(["parse", "story.txt"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["id"] == "story.txt"


def test_min_score_leaves_the_doubtful_unplaced_and_never_drops_it(desk: Path) -> None:
    """With a bound that nothing reaches all mentions are still there, with nulls."""
    assert run(["parse", "story.txt", "-o", "all.jsonl"]) == 0
    assert run(["parse", "story.txt", "-o", "none.jsonl", "--min-score", "1"]) == 0
    every = json.loads((desk / "all.jsonl").read_text(encoding="utf-8"))["toponyms"]
    none = json.loads((desk / "none.jsonl").read_text(encoding="utf-8"))["toponyms"]
    assert len(every) == len(none) > 0
    assert any(t["place"] for t in every)
    assert not any(t["place"] or t["lat"] for t in none)


def test_explain_gives_candidates_evidence_and_the_margin(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``geo explain --mention`` shows who won, who was second, and the clues in words."""
    assert run(["explain", "story.txt", "--mention", "pokrovsk"]) == 0
    said = capsys.readouterr().out
    assert "gn:704422" in said
    assert "margin" in said
    assert said.count("gn:") > 1


def test_explain_of_a_name_that_is_not_there_lists_what_is(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong ``--mention`` is answered with the mentions that were found."""
    assert run(["explain", "story.txt", "--mention", "Atlantis"]) == 2
    assert "Pokrovsk" in one_line(capsys.readouterr().err)


def test_explain_of_a_text_without_places_says_so(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to explain is no fault, and no silence."""
    (desk / "none.txt").write_text("The committee met and adjourned.\n", encoding="utf-8")
    assert run(["explain", "none.txt"]) == 0
    assert one_line(capsys.readouterr().err) == "geo: no place name was found"


def test_a_row_of_ones_own_is_always_proposed(desk: Path) -> None:
    """A name in the user's CSV becomes a mention, and is placed where the row says."""
    (desk / "mine.csv").write_text(HEADER + "Zhabokryky Upper,48.5,37.7,PPL,UA\n", encoding="utf-8")
    (desk / "story.txt").write_text("nothing but zhabokryky upper was left.", encoding="utf-8")
    assert run(["parse", "story.txt", "-o", "out.jsonl", "--gazetteer", "mine.csv"]) == 0
    (found,) = json.loads((desk / "out.jsonl").read_text(encoding="utf-8"))["toponyms"]
    assert (found["text"], found["lat"], found["lon"]) == ("zhabokryky upper", 48.5, 37.7)
    assert found["place"].startswith("csv:")


def test_a_gazetteer_folder_where_the_command_runs_is_layered_on_top(desk: Path) -> None:
    """``./gazetteer/places.csv`` needs no flag, and wins over the bundled world."""
    (desk / "gazetteer").mkdir()
    (desk / "gazetteer" / "places.csv").write_text(HEADER + "Pokrovsk,10.5,20.5,PPL,TD\n", encoding="utf-8")
    (desk / "story.txt").write_text("The rains reached Pokrovsk, in Chad, on Monday.", encoding="utf-8")
    assert run(["parse", "story.txt", "-o", "out.jsonl"]) == 0
    found = json.loads((desk / "out.jsonl").read_text(encoding="utf-8"))["toponyms"][0]
    assert (found["lat"], found["lon"]) == (10.5, 20.5)


BAD_ROWS = {
    "missing column": (b"name,latitude\nX,1\n", "mine.csv:1", "longitude"),
    "latitude 91": (HEADER.encode() + b"X,91,10,PPL,UA\n", "mine.csv:2", "91"),
    "text for a number": (HEADER.encode() + b"X,north,10,PPL,UA\n", "mine.csv:2", "north"),
    "nan": (HEADER.encode() + b"X,nan,10,PPL,UA\n", "mine.csv:2", "nan"),
    "unknown country": (HEADER.encode() + b"X,48,37,PPL,QQ\n", "mine.csv:2", "QQ"),
    "empty file": (b"", "mine.csv", "empty"),
    "wrong encoding": (HEADER.encode() + "Пок,48,37,PPL,UA\n".encode("utf-16-le"), "mine.csv", "UTF-8"),
}


@pytest.mark.parametrize(("content", "where", "what"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_a_bad_row_stops_everything_and_leaves_the_old_map(
    desk: Path, capsys: pytest.CaptureFixture[str], content: bytes, where: str, what: str
) -> None:
    """Exit 2, one line with ``file:line``, what and what to do; the map that was there is untouched."""
    (desk / "map.html").write_text("the old map", encoding="utf-8")
    (desk / "mine.csv").write_bytes(content)
    assert run(["map", "story.txt", "-o", "map.html", "--gazetteer", "mine.csv"]) == 2
    said = one_line(capsys.readouterr().err)
    assert where in said
    assert what.casefold() in said.casefold()
    assert (desk / "map.html").read_text(encoding="utf-8") == "the old map"
    assert sorted(p.name for p in desk.iterdir()) == ["map.html", "mine.csv", "story.txt"]


def test_unreadable_articles_are_named_and_the_rest_goes_on(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Empty, binary and missing files get a line each; the others are mapped; exit 2 at the end."""
    (desk / "empty.txt").write_text(" \n", encoding="utf-8")
    (desk / "photo.txt").write_bytes(bytes(range(256)) * 8)
    assert run(["parse", "empty.txt", "photo.txt", "lost.txt", "story.txt", "-o", "out.jsonl"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert [name for line in said for name in ("empty", "photo", "lost") if name in line] == [
        "empty",
        "photo",
        "lost",
    ]
    assert json.loads((desk / "out.jsonl").read_text(encoding="utf-8"))["id"] == "story.txt"


def test_where_nothing_can_be_read_nothing_is_written(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No article, no map: exit 2, and the old map stays."""
    (desk / "map.html").write_text("the old map", encoding="utf-8")
    assert run(["map", "lost.txt", "-o", "map.html"]) == 2
    assert "lost.txt" in one_line(capsys.readouterr().err)
    assert (desk / "map.html").read_text(encoding="utf-8") == "the old map"


WRONG_USAGE = {
    "no command": [],
    "unknown command": ["fly"],
    "no source": ["map", "-o", "map.html"],
    "no output": ["map", "story.txt"],
    "unknown option": ["map", "story.txt", "-o", "map.html", "--colour", "red"],
    "a probability of 7": ["parse", "story.txt", "--min-score", "7"],
    "an output that is the source": ["map", "story.txt", "-o", "story.txt"],
    "two outputs in one file": ["map", "story.txt", "-o", "map.html", "--csv", "map.html"],
    "a folder that is not there": ["map", "story.txt", "-o", "no/such/map.html"],
    "columns without a column": ["parse", "story.txt", "--columns", "text"],
    "a gazetteer that is not there": ["parse", "story.txt", "--gazetteer", "no.csv"],
}


@pytest.mark.parametrize("arguments", WRONG_USAGE.values(), ids=WRONG_USAGE)
def test_wrong_usage_exits_2_and_says_why(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """One clear line and no traceback (the bare command shows its help); nothing is written."""
    assert run(arguments) == 2
    said = capsys.readouterr().err
    assert "Usage" in said if not arguments else one_line(said)
    assert (desk / "story.txt").read_text(encoding="utf-8") == TEXT
    assert [p.name for p in desk.iterdir()] == ["story.txt"]


def test_columns_map_the_readers_own_names(desk: Path) -> None:
    """A newsroom's CSV is read as it is: ``--columns text=body``."""
    (desk / "dump.csv").write_text("id,body\n7,Rain fell on Nakhodka.\n", encoding="utf-8")
    assert run(["parse", "dump.csv", "-o", "out.jsonl", "--columns", "text=body"]) == 0
    line = json.loads((desk / "out.jsonl").read_text(encoding="utf-8"))
    assert line["id"] == "7"
    assert [t["text"] for t in line["toponyms"]] == ["Nakhodka"]


def test_an_article_from_standard_input(desk: Path) -> None:
    """``-`` reads the text that is piped in."""
    command = [sys.executable, "-m", "geo", "parse", "-"]
    done = subprocess.run(command, input=TEXT.encode(), check=True, capture_output=True, cwd=desk)
    assert "Pokrovsk" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error(desk: Path) -> None:
    """``geo parse … | head`` ends quietly."""
    done = subprocess.run(
        f"{sys.executable} -m geo parse {'story.txt ' * 1} | true",
        shell=True,
        check=True,
        capture_output=True,
        cwd=desk,
    )
    assert done.stderr == b""


def test_gazetteer_search_lists_the_bearers_of_a_name(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Best first; ``--country`` narrows, ``--near`` sorts by distance."""
    assert run(["gazetteer", "search", "Pokrovsk"]) == 0
    every = capsys.readouterr().out
    assert "gn:704422" in every
    assert run(["gazetteer", "search", "Pokrovsk", "--country", "UA"]) == 0
    assert "gn:2017824" not in capsys.readouterr().out
    assert run(["gazetteer", "search", "Sergeevka", "--near", "42.88,132.34"]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "gn:" in line]
    assert "gn:2016961" in lines[0]


def test_gazetteer_search_of_an_unknown_name_exits_2(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says so, and names what to do."""
    assert run(["gazetteer", "search", "Xyzzyqwerty"]) == 2
    assert "Xyzzyqwerty" in one_line(capsys.readouterr().err)


@pytest.mark.parametrize(
    "arguments",
    [
        ["gazetteer", "search", "London", "--country", "UK"],
        ["gazetteer", "import", "story.txt", "--format", "geonames", "--country", "uk"],
        ["gazetteer", "add", "New Farm", "51.5", "-0.1", "--country", "UK"],
        ["parse", "story.txt", "--country", "UK"],
    ],
)
def test_a_country_by_another_code_is_told_its_own(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """Wherever a country is given as UK, one line says to write GB; exit 2."""
    assert run(arguments) == 2
    assert "write GB" in one_line(capsys.readouterr().err)


@pytest.mark.parametrize("command", ["search", "suggest"])
@pytest.mark.parametrize("name", ["", "  ", "…"])
def test_gazetteer_wants_a_name(
    desk: Path, capsys: pytest.CaptureFixture[str], command: str, name: str
) -> None:
    """Where no name is given, that is what is said, not that it is missing from the gazetteer; exit 2."""
    assert run(["gazetteer", command, name]) == 2
    assert "give a name" in one_line(capsys.readouterr().err)


@pytest.mark.parametrize("near", ["1000,2", "91,0", "0,-181", "north", "1,2,3", "nan,0", ""])
def test_gazetteer_search_near_no_point_on_earth_is_one_line(desk: Path, near: str) -> None:
    """Exit 2, what is wrong with --near, and nothing else on standard error: no library's warning either."""
    command = [sys.executable, "-m", "geo", "gazetteer", "search", "London", "--near", near]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=desk)
    assert done.returncode == 2
    assert one_line(done.stderr).startswith(f"geo: --near {near}: ")


def test_gazetteer_check_lists_all_faults_at_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line a fault, ``file:line: what, what to do``; exit 2."""
    (desk / "mine.csv").write_text(
        HEADER + "A,91,10,PPL,UA\nB,48,37,PPL,QQ\nC,48,37,PPL,UA\n", encoding="utf-8"
    )
    assert run(["gazetteer", "check", "mine.csv"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0].removeprefix("geo: ") for line in said] == ["mine.csv:2", "mine.csv:3"]
    (desk / "mine.csv").write_text(HEADER + "C,48,37,PPL,UA\n", encoding="utf-8")
    assert run(["gazetteer", "check", "mine.csv"]) == 0


def test_evaluate_prints_the_figures(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``geo evaluate`` scores the parser on annotated articles; ``--json`` for programs."""
    start = TEXT.index("Pokrovsk")
    toponym = {"start": start, "end": start + 8, "text": "Pokrovsk", "type": None, "lat": 48.28, "lon": 37.18}
    gold = {"id": "a", "corpus": "mine", "text": TEXT, "toponyms": [{**toponym, "geonameid": "704422"}]}
    (desk / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    assert run(["evaluate", "gold.jsonl", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["gold"]["res.right"] == 1.0
    (desk / "gold.jsonl").write_text(json.dumps({**gold, "body": TEXT, "text": ""}) + "\n", encoding="utf-8")
    assert run(["evaluate", "gold.jsonl", "--columns", "text=body"]) == 0
    assert "rec.strict" in capsys.readouterr().out

"""What an editor does with a map: confirm, move, reject and mark, and what the next map makes of it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Locator, Page, expect

from geo.cli import run
from geo.map import Map

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
SIZES = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])

STORY = """Crews clear the road
Crews from Odesa cleared the road to Pokrovsk, in Ukraine, on Monday. Families slept at the old mill by the river.
Nobody at the old mill was hurt, a driver from Warsaw said. A clerk wrote =HYPERLINK("http://x.example") on the door.
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a story and its map, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    make_map()
    return tmp_path


def make_map() -> None:
    assert run(["map", "story.txt", "-o", "map.html", "--text", "full", "--csv", "mentions.csv"]) == 0


def mended(page: Page, desk: Path) -> list[dict[str, str]]:
    """Download the rows, add them, make the map anew; the table of its mentions."""
    rows = downloaded(page)
    (desk / "rows.csv").write_text(rows, encoding="utf-8")
    assert run(["gazetteer", "add", "--from", "rows.csv"]) == 0
    make_map()
    with (desk / "mentions.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def downloaded(page: Page) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name="Download corrections.csv").click()
    assert download.value.suggested_filename == "corrections.csv"
    return Path(download.value.path()).read_bytes().decode("utf-8")


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def card(page: Page) -> Locator:
    return page.get_by_role("region", name="Place", exact=True)


def form(page: Page) -> Locator:
    return page.get_by_role("region", name="Mend", exact=True)


def open_why(page: Page, name: str) -> None:
    page.locator("#map").get_by_role("button", name=re.compile(rf"^{name}, \d+ mentions$")).click()
    card(page).get_by_role("button", name="Why here?").click()


def select(page: Page, words: str) -> None:
    """Select words of the article's text, as a pointer does."""
    found = page.evaluate(
        """(words) => {
          for (const p of document.querySelectorAll(".article [data-from]")) {
            const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const at = node.data.indexOf(words);
              if (at < 0) continue;
              getSelection().setBaseAndExtent(node, at, node, at + words.length);
              return true;
            }
          }
          return false;
        }""",
        words,
    )
    assert found, words


@SIZES
def test_a_missed_place_that_is_marked_is_on_the_next_map(open_map: Open, desk: Path, phone: bool) -> None:
    """Select "old mill", Mark as place, type where it is, download; `add --from`; the next map shows it, confirmed."""
    page = open_map(desk / "map.html", phone=phone)
    select(page, "old mill")
    page.get_by_role("button", name="Mark as place").click()
    expect(form(page).get_by_role("heading", name="Place “old mill”")).to_be_focused()
    expect(form(page).locator("blockquote")).to_have_text("Families slept at the old mill by the river.")
    form(page).get_by_role("textbox", name="Coordinates").fill("48°30′N 37°12′E")
    form(page).get_by_role("combobox", name="Kind of place").select_option("a building")
    form(page).get_by_role("button", name="Make the row").click()
    expect(page.get_by_role("region", name="Article", exact=True).locator("mark.is-mended")).to_have_text(
        "old mill"
    )
    start = STORY.index("old mill")
    table = mended(page, desk)
    assert (desk / "gazetteer" / "corrections.csv").read_text(encoding="utf-8").splitlines()[1] == (
        f"place,old mill,story.txt,{start},{start + 8},,,48.5,37.2,"
    )
    assert "old mill,48.5,37.2,,building" in (desk / "gazetteer" / "places.csv").read_text(encoding="utf-8")
    assert [row["decided_by"] for row in table if row["start"] == str(start)] == [
        "gazetteer/corrections.csv:2"
    ]
    after = open_map(desk / "map.html", phone=phone)
    after.locator("#map").get_by_role("button", name=re.compile(r"^old mill, \d mentions$")).click()
    expect(card(after)).to_contain_text("building · ")
    expect(card(after)).to_contain_text("Certain, 100 %")
    expect(card(after)).to_contain_text("Confirmed by corrections.csv:2")


@SIZES
def test_the_most_doubtful_mention_is_confirmed(open_map: Open, desk: Path, phone: bool) -> None:
    """Next doubtful opens the least certain mention and its reasons; Confirm makes its row; the next map is certain."""
    page = open_map(desk / "map.html", phone=phone)
    button = page.get_by_role("button", name="Next doubtful")
    button.click()
    expect(button).to_be_focused()
    name = card(page).get_by_role("heading").inner_text()
    place = page.evaluate("new URLSearchParams(location.hash.slice(1)).get('place')")
    expect(card(page).get_by_role("group", name="Mend")).to_be_visible()
    card(page).get_by_role("button", name="Confirm").click()
    expect(card(page)).to_contain_text("Confirmed here. Not downloaded yet.")
    expect(page.locator("#mend-strip")).to_contain_text("1 row, 1 unsaved")
    button.click()
    expect(card(page).get_by_role("heading", name=name, exact=True)).to_have_count(0)
    table = mended(page, desk)
    expect(page.locator("#mend-strip")).to_contain_text("1 row, all saved")
    confirmed = [row for row in table if row["decided_by"]]
    assert [(row["place"], row["certainty"]) for row in confirmed] == [(place, "1.0")]


def test_a_mention_is_moved_to_a_runner_up(open_map: Open, desk: Path) -> None:
    """Why here?, Move, a runner-up, everywhere: the next map has the name there alone."""
    page = open_map(desk / "map.html")
    open_why(page, "Warsaw")
    card(page).get_by_role("combobox", name="Where the row holds").select_option("everywhere")
    card(page).get_by_role("button", name="Move").click()
    first = form(page).get_by_role("radio").first
    expect(form(page).get_by_role("button", name="Make the row")).to_be_disabled()
    first.check()
    expect(page.locator("#map .draft")).to_be_visible()
    form(page).get_by_role("button", name="Make the row").click()
    expect(card(page)).to_contain_text("everywhere. Not downloaded yet.")
    expect(card(page).get_by_role("button", name="Move")).to_be_focused()
    (row,) = rows_of(downloaded(page))
    assert (row["action"], row["mention"], row["article"]) == ("place", "Warsaw", "")
    assert row["place"].startswith("gn:") and row["place"] != "gn:756135"
    table = mended(page, desk)
    assert [line["place"] for line in table if line["text"] == "Warsaw"] == [row["place"]]


@pytest.mark.parametrize("how", ["ghost", "map", "search", "mark"])
def test_the_ways_to_say_where(open_map: Open, news: Path, how: str) -> None:
    """A press on a ghost dot, on the map, on another place's mark, or a search: each is where the name goes."""
    page = open_map(news, fragment="#place=gn:704422&why=1")
    card(page).get_by_role("button", name="Move").click()
    if how == "ghost":
        page.locator("button.ghost", has_text="Pokrovskoye").click()
    elif how == "map":
        box = page.locator("#map").bounding_box()
        assert box
        at = (box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.2)
        page.mouse.click(*at)
        ring = page.locator("#map .draft").bounding_box()
        assert ring and abs(ring["x"] + 13 - at[0]) < 3 and abs(ring["y"] + 13 - at[1]) < 3
    elif how == "search":
        form(page).get_by_role("searchbox").fill("kupia")
        form(page).get_by_role("radio", name="Kupiansk").check()
    else:
        page.locator("#map").get_by_role("button", name=re.compile("^Kharkiv, ")).click()
    form(page).get_by_role("button", name="Make the row").click()
    (row,) = rows_of(downloaded(page))
    expected = {"ghost": "gn:506764", "search": "gn:691374", "mark": "gn:706483", "map": ""}[how]
    assert row["place"] == expected
    if how == "map":
        assert float(row["latitude"]) > 48.2801 and row["longitude"]


def test_a_mention_that_is_no_place_is_rejected(open_map: Open, desk: Path) -> None:
    """Reject in this article: the next map has no such pin, nor is the name listed as not placed."""
    page = open_map(desk / "map.html")
    open_why(page, "Warsaw")
    card(page).get_by_role("combobox", name="Where the row holds").select_option("in this article")
    card(page).get_by_role("button", name="Reject").click()
    expect(card(page)).to_contain_text("No place in this article.")
    assert rows_of(downloaded(page))[0]["action"] == "ignore"
    table = mended(page, desk)
    assert "Warsaw" not in {row["text"] for row in table}
    after = open_map(desk / "map.html")
    expect(after.get_by_role("tab", name="Not placed")).not_to_contain_text("1")
    expect(after.locator("#map").get_by_role("button", name=re.compile("^Warsaw"))).to_have_count(0)


def test_names_that_were_not_placed_are_mended_from_their_list(open_map: Open, news: Path) -> None:
    """Each has Mark as place and Reject; a press on the name in the article opens the form as well."""
    page = open_map(news)
    page.get_by_role("tab", name="Not placed").click()
    pane = page.get_by_role("tabpanel", name="Not placed")
    pane.get_by_role("button", name="Reject").first.click()
    pane.get_by_role("button", name="Mark as place").last.click()
    form(page).get_by_role("textbox", name="Coordinates").fill("91, 200")
    expect(form(page)).to_contain_text("Not a point on Earth")
    form(page).get_by_role("textbox", name="Coordinates").fill("48.3, 37.4")
    form(page).get_by_role("button", name="Make the row").click()
    rows = rows_of(downloaded(page))
    assert [(row["action"], row["mention"]) for row in rows[:2]] == [
        ("ignore", "Staryi Vyhin"),
        ("place", "Verkhnia Lypa"),
    ]
    assert (rows[2]["action"], rows[2]["name"], rows[2]["feature_code"]) == ("", "Verkhnia Lypa", "village")


def test_a_formula_stays_text_all_the_way(open_map: Open, desk: Path) -> None:
    """A name that a spreadsheet would run is guarded in the file, and means itself again once it is added."""
    page = open_map(desk / "map.html")
    select(page, '=HYPERLINK("http://x.example")')
    page.get_by_role("button", name="Mark as place").click()
    form(page).get_by_role("textbox", name="Coordinates").fill("48.5, 37.2")
    form(page).get_by_role("button", name="Make the row").click()
    text = downloaded(page)
    assert '"\'=HYPERLINK(""http://x.example"")"' in text and not re.search(r'(^|[,"\n])=', text)
    table = mended(page, desk)
    decided = [row for row in table if row["decided_by"]]
    assert [row["text"] for row in decided] == ['\'=HYPERLINK("http://x.example")']
    assert "'=HYPERLINK" in (desk / "gazetteer" / "corrections.csv").read_text(encoding="utf-8")


def test_hostile_names_in_rows_are_text(open_map: Open, invented: ModuleType, tmp_path: Path) -> None:
    """Markup in names, titles and ids is shown as written, in the acts, the form and the list of rows."""
    Map(invented.hostile_story()).save(tmp_path / "map.html")
    page = open_map(tmp_path / "map.html")
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    name = invented.HOSTILE[0]
    page.get_by_role("button", name=f"{name}, 1 mentions").click()
    card(page).get_by_role("button", name="Why here?").click()
    expect(card(page).get_by_role("group", name="Mend")).to_contain_text(f"“Odesa” in “{name}")
    card(page).get_by_role("button", name="Reject").click()
    select(page, name)
    page.get_by_role("button", name="Mark as place").click()
    expect(form(page).get_by_role("heading")).to_have_text(f"Place “{name}”")
    form(page).get_by_role("textbox", name="Coordinates").fill("45, 30")
    form(page).get_by_role("button", name="Make the row").click()
    page.locator("#mend-strip").get_by_role("button", name="2 rows").click()
    expect(page.get_by_role("group", name="Rows of corrections.csv").locator("b")).to_have_text(
        ["Odesa", name]
    )
    assert page.locator("img, iframe").count() == 0
    first, second, place = rows_of(downloaded(page))
    assert (first["article"], second["mention"], place["name"]) == ("<img src=x>.txt", name, name)


def test_rows_survive_a_reload_and_closing_warns(open_map: Open, news: Path) -> None:
    """Unsaved rows are there after a reload, and leaving asks first; once they are downloaded it asks no more."""
    page = open_map(news, fragment="#place=gn:704422&why=1")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    card(page).get_by_role("button", name="Confirm").click()
    page.reload()
    assert asked == ["beforeunload"]
    expect(card(page)).to_contain_text("Confirmed here. Not downloaded yet.")
    downloaded(page)
    page.reload()
    expect(card(page)).to_contain_text("Confirmed here. Downloaded.")
    assert asked == ["beforeunload"]
    card(page).get_by_role("button", name="Undo").click()
    expect(card(page).get_by_role("button", name="Confirm")).to_be_focused()
    expect(page.locator("#mend-strip")).to_be_hidden()
    page.reload()
    expect(page.locator("#mend-strip")).to_be_hidden()


def test_a_browser_without_storage_mends_all_the_same(open_map: Open, news: Path) -> None:
    """Where the browser keeps nothing for files, the rows live as long as the page, and nothing is said."""
    page = open_map(news)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto("about:blank")
    page.goto(news.as_uri() + "#place=gn:704422&why=1")
    card(page).get_by_role("button", name="Confirm").click()
    assert len(rows_of(downloaded(page))) == 1


def test_by_keyboard_alone_mark_what_was_missed(open_map: Open, news: Path) -> None:
    """The name is typed as the article has it, the place as coordinates: no pointer is needed; Escape gives up."""
    page = open_map(news)
    button = page.get_by_role("button", name="Mark a missed place")
    button.focus()
    page.keyboard.press("Enter")
    expect(form(page).get_by_role("textbox", name="The name as the article has it")).to_be_focused()
    page.keyboard.type("metropolis")
    expect(form(page)).to_contain_text("This does not stand in what the page holds")
    page.keyboard.press("Control+A")
    page.keyboard.type("metro")
    expect(form(page).locator("blockquote mark")).to_have_text("metro")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(form(page).get_by_role("textbox", name="Coordinates")).to_be_focused()
    page.keyboard.type("49.99 36.23")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Make the row":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#mend-strip")).to_contain_text("1 row, 1 unsaved")
    page.get_by_role("button", name="Mark a missed place").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(form(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Mark a missed place")).to_be_focused()


def test_mending_fits_a_phone(open_map: Open, news: Path) -> None:
    """On a phone the form leaves the map to press, nothing scrolls sideways, and what is pressed is 44 pixels high."""
    page = open_map(news, phone=True, fragment="#place=gn:704422&why=1")
    card(page).get_by_role("button", name="Confirm").tap()
    card(page).get_by_role("button", name="Move").tap()
    box = page.locator("#map").bounding_box()
    assert box and box["height"] > 200
    page.touchscreen.tap(box["x"] + 300, box["y"] + 30)
    expect(form(page).get_by_text("the point chosen")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(":is(#mend, #mend-strip, .tools) :is(button, select, .target)")]
          .filter((e) => e.offsetParent).map((e) => [e.textContent, e.getBoundingClientRect().height])"""
    )
    assert sizes and not [size for size in sizes if size[1] < 43.9]


def test_offsets_are_the_article_s_own_where_the_page_holds_quotes(open_map: Open, desk: Path) -> None:
    """A page of quotes alone counts from the article's begin all the same, and its rows apply."""
    assert run(["map", "story.txt", "-o", "map.html"]) == 0
    page = open_map(desk / "map.html")
    select(page, "road to")
    page.get_by_role("button", name="Mark as place").click()
    form(page).get_by_role("searchbox").fill("odes")
    form(page).get_by_role("radio", name="Odesa").first.check()
    form(page).get_by_role("button", name="Make the row").click()
    start = STORY.index("road to")
    (row,) = rows_of(downloaded(page))
    assert (row["mention"], row["start"], row["end"]) == ("road to", str(start), str(start + 7))
    table = mended(page, desk)
    assert [line["text"] for line in table if line["decided_by"]] == ["road to"]


def test_a_map_made_anew_forgets_the_rows_it_obeys(open_map: Open, desk: Path) -> None:
    """What was downloaded is not offered again by the next map at its place; what was not yet is still there."""
    page = open_map(desk / "map.html")
    open_why(page, "Warsaw")
    card(page).get_by_role("button", name="Reject").click()
    mended(page, desk)
    page.on("dialog", lambda dialog: dialog.accept())
    open_why(page, "Odesa")
    card(page).get_by_role("button", name="Confirm").click()
    expect(page.locator("#mend-strip")).to_contain_text("2 rows, 1 unsaved")
    page.reload()
    expect(page.locator("#mend-strip")).to_contain_text("1 row, 1 unsaved")


def test_the_basemap_s_towns_can_be_searched(open_map: Open, news: Path) -> None:
    """A town that no article names is found by its label on the map, and is taken by its point."""
    page = open_map(news, fragment="#place=gn:704422&why=1")
    card(page).get_by_role("button", name="Move").click()
    form(page).get_by_role("searchbox").fill("prague")
    form(page).get_by_role("radio", name="Prague").check()
    form(page).get_by_role("button", name="Make the row").click()
    (row,) = rows_of(downloaded(page))
    assert row["place"] == "" and abs(float(row["latitude"]) - 50.08) < 0.1
    expect(card(page)).to_contain_text("Placed at Prague here.")


@SIZES
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abc", "write latitude, then longitude."),
        ("95, 20", "latitude, which comes first, ends at 90."),
        ("20, 195", "longitude ends at 180."),
        ("0, 0", "there is nothing at 0, 0."),
    ],
)
def test_what_is_wrong_with_coordinates_stands_beside_them(
    open_map: Open, desk: Path, phone: bool, typed: str, said: str
) -> None:
    """It is the field's description, read out as it comes, and below the field; an earlier point no longer holds."""
    page = open_map(desk / "map.html", phone=phone)
    open_why(page, "Odesa")
    card(page).get_by_role("button", name="Move", exact=True).click()
    field = form(page).get_by_role("textbox", name="Coordinates")
    make = form(page).get_by_role("button", name="Make the row")
    field.fill("48.3, 37.4")
    expect(make).to_be_enabled()
    field.fill(typed)
    expect(make).to_be_disabled()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(f"Not a point on Earth: {said}")
    told = form(page).get_by_role("status").filter(has_text=said)
    expect(told).to_be_in_viewport()
    below = (told.bounding_box() or {})["y"] - (field.bounding_box() or {})["y"]
    assert 0 < below < 120
    field.fill("48.3, 37.4")
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(make).to_be_enabled()

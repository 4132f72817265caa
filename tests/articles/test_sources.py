"""Reading articles from files, folders and standard input, sound and broken."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.articles import read_sources
from geo.errors import SourceError, UsageError
from geo.records import Article

TEXT = "Rain fell on Odesa – “for days”, said Zoë Müller. Roads closed.\r\n\r\nFerries stopped at Chișinău?"


def read(*sources: Path | str, columns: dict[str, str] | None = None) -> tuple[list[Article], list[str]]:
    """The articles of ``sources`` and the problems met on the way."""
    problems: list[str] = []
    articles = list(
        read_sources(sources, columns=columns, on_problem=lambda error: problems.append(str(error)))
    )
    return articles, problems


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        unicodedata.normalize("NFD", TEXT).encode("utf-8"),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-be", "le-no-mark", "be-no-mark", "utf-32", "nfd"],
)
def test_text_comes_in_as_it_is_in_every_unicode_encoding(tmp_path: Path, data: bytes) -> None:
    """Line ends, composition and all; only the byte order mark is dropped."""
    [article], problems = read(write(tmp_path / "a.txt", data))
    assert article.text in {TEXT, unicodedata.normalize("NFD", TEXT)}
    assert (article.text == TEXT) != (data == unicodedata.normalize("NFD", TEXT).encode("utf-8"))
    assert article.id == "a.txt" and problems == []


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("It cost €5 – or “£4”, half the price of the café.", "cp1252"),
        ("Premier pojechał do Łodzi i Gdańska, gdzie spotkał się z mieszkańcami w środę.", "cp1250"),
        ("Příští týden se v Plzni a v Českých Budějovicích sejdou ministři, řekl mluvčí vlády.", "cp1250"),
        ("Cumhurbaşkanı İstanbul'dan Diyarbakır'a gitti ve çocuklarla görüştü, dedi sözcü.", "cp1254"),
        ("북한이 러시아에 최대 3만 명의 병력을 파견할 계획이라고 보도했다.", "cp949"),
        ("The mayor said “no” – and left for Odesa. It’s over…", "cp1252"),
        ("Müller flog nach Zürich, sagte die Behörde am Montag. Der Flughafen wurde geschlossen.", "cp1252"),
        ("Le président est arrivé à Genève où l’été a été très chaud, selon le maire de la ville.", "cp1252"),
        (
            "Сегодня утром в Киеве и Харькове объявили воздушную тревогу, сообщили местные власти города.",
            "cp1251",
        ),
    ],
)
def test_older_encodings_are_recognised(tmp_path: Path, text: str, encoding: str) -> None:
    """Windows' pages for Western and Central Europe, Turkey and Cyrillic, told by their languages' letters; Korean."""
    [article], _ = read(write(tmp_path / "a.txt", text.encode(encoding)))
    assert article.text == text


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.md", b"# \n\n---\n", "empty"),
        ("a.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.txt", b"PK\x03\x04aaaa", "ZIP"),
        ("a.txt", bytes(range(256)) * 10, "binary"),
        ("a.txt", "Zoë in Köln, für später".encode() + b"\xff rest", "broken byte"),
        ("a.txt", b"\xff\xfe\x00", "UTF-16"),
        ("a.html", b"<html><body></body></html>", "no article text"),
        ("a.docx", b"PK\x03\x04", "no kind of article file"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.csv", b"id,text\r\n", "no articles"),
        ("a.csv", b"id,body\r\n1,Rain.\r\n", '"text"'),
        ("a.csv", b"id,text\r\n1,Rain.,more\r\n", "cells"),
    ],
)
def test_a_bad_file_is_named_with_what_is_wrong_and_what_to_do(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    """One line that starts with the path; later sources are read all the same; without on_problem it is raised."""
    bad = write(tmp_path / "bad" / name, data)
    good = write(tmp_path / "good.txt", TEXT)
    articles, problems = read(bad, good)
    assert [article.id for article in articles] == ["good.txt"]
    assert len(problems) == 1 and problems[0].startswith(str(bad)) and words in problems[0]
    assert "\n" not in problems[0] and ("; " in problems[0] or "with --columns" in problems[0])
    with pytest.raises(SourceError, match=words):
        list(read_sources([bad, good]))


def test_missing_files_are_problems(tmp_path: Path) -> None:
    """With a known suffix, an unknown one, or none."""
    articles, problems = read(*(tmp_path / name for name in ("a.txt", "a.xyz", "nothing")))
    assert articles == [] and len(problems) == 3
    assert all("no such file" in problem for problem in problems)


@pytest.mark.parametrize(
    ("error", "words"),
    [(PermissionError(13, "denied"), "not allowed"), (OSError(5, "I/O error"), "I/O error")],
)
def test_unreadable_files_are_problems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    """A file that may not be read, or lies on a failing disk, is named (permissions bind neither root nor Windows)."""

    def refuse(path: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)
    path = tmp_path / "a.txt"
    path.touch()
    [problem] = read(path)[1]
    assert problem.startswith(f"{path}: ") and words in problem


def test_json_lines_are_taken_as_they_are(tmp_path: Path) -> None:
    """Id and text untouched, other fields given; lines end in \\n alone, since texts hold other separators."""
    rows = [
        {
            "id": " 7 ",
            "text": "\n Rain\u2028fell.\x85 ",
            "title": "T",
            "url": "https://e.org/a",
            "date": "2 July 2025",
        },
        {
            "id": 8,
            "text": "Snow.",
            "author": ["Ann Lee", "Bo Hansen"],
            "domain": "www.e.org",
            "extra": {"a": 1},
        },
    ]
    content = "\ufeff" + "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n"
    [first, second], problems = read(write(tmp_path / "a.jsonl", content))
    assert problems == []
    assert (first.id, first.text, first.title, first.date, first.domain) == (
        " 7 ",
        rows[0]["text"],
        "T",
        "2025-07-02",
        "e.org",
    )
    assert (second.id, second.author, second.publisher) == ("8", "Ann Lee, Bo Hansen", "e.org")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": "a", "text": ', "no JSON"),
        ('["a"]', "no JSON object"),
        ('{"text": "Rain."}', '"id"'),
        ('{"id": "", "text": "Rain."}', '"id"'),
        ('{"id": "a"}', '"text"'),
        ('{"id": "a", "text": ""}', "empty"),
        ('{"id": "a", "text": 7}', "string"),
        ('{"id": "a", "text": "Rain.", "title": []}', "string"),
        ('{"id": "a", "text": "\\ud800"}', "surrogate"),
        ("[" * 100_000, "nested"),
        ('{"id": ' + "9" * 5000 + ', "text": "Rain."}', "no JSON"),
    ],
)
def test_a_bad_json_line_is_named_by_its_number(tmp_path: Path, line: str, words: str) -> None:
    """``file:line``, and the lines around it are read."""
    content = f'{{"id": "1", "text": "Rain."}}\n{line}\n{{"id": "3", "text": "Snow."}}'
    path = write(tmp_path / "a.jsonl", content)
    articles, problems = read(path)
    assert [article.id for article in articles] == ["1", "3"]
    assert len(problems) == 1 and problems[0].startswith(f"{path}:2: ") and words in problems[0]


@pytest.mark.parametrize(
    ("name", "separator"), [("a.csv", ","), ("a.csv", ";"), ("a.csv", "\t"), ("a.tsv", "\t")]
)
def test_tables_with_any_separator(tmp_path: Path, name: str, separator: str) -> None:
    """Excel's BOM, quoted line ends and separators, any order of columns, capitals in the head, huge fields."""
    long = "Rain fell. " * 20_000
    head = separator.join(["Title", "TEXT", "id", "note"])
    row = separator.join(["Storm", f'"Rain{separator} ""hard"".\r\nIt fell."', "7", ""])
    path = write(tmp_path / name, f"\ufeff{head}\r\n{row}\r\n\r\n{separator.join(['', long, '8', ''])}\r\n")
    [first, second], problems = read(path)
    assert problems == []
    assert (first.id, first.title, first.text) == ("7", "Storm", f'Rain{separator} "hard".\r\nIt fell.')
    assert second.text == long


def test_table_rows_are_named_by_the_line_they_begin_at(tmp_path: Path) -> None:
    """Cells with line ends in them shift rows against lines; the message counts lines."""
    path = write(tmp_path / "a.csv", 'id,text\n1,"a\nb\nc"\n,no id\n3,\n4,Rain.\n')
    articles, problems = read(path)
    assert [article.id for article in articles] == ["1", "4"]
    assert [problem.split(": ")[0] for problem in problems] == [f"{path}:5", f"{path}:6"]


def test_columns_map_our_names_to_theirs(tmp_path: Path) -> None:
    """In tables and JSON lines; a column that is not there is said, and so is a field we have not."""
    table = write(tmp_path / "a.csv", "nr,headline,body\n1,Storm,Rain fell.\n")
    lines = write(tmp_path / "b.jsonl", '{"nr": "2", "headline": "Frost", "body": "Snow fell."}')
    columns = {"id": "nr", "text": "body", "title": "headline"}
    articles, problems = read(table, lines, columns=columns)
    assert [(a.id, a.title, a.text) for a in articles] == [
        ("1", "Storm", "Rain fell."),
        ("2", "Frost", "Snow fell."),
    ]
    assert problems == []
    assert '"missing"' in read(table, columns={"text": "missing"})[1][0]
    with pytest.raises(UsageError, match="body"):
        read_sources([table], columns={"body": "text"})


def test_a_table_without_ids_counts_its_rows(tmp_path: Path) -> None:
    """The id is the file's name and the row, no path."""
    articles, _ = read(write(tmp_path / "a.csv", "text\nRain.\nSnow.\n"))
    assert [article.id for article in articles] == ["a.csv#1", "a.csv#2"]


def test_a_folder_gives_its_articles_in_order(tmp_path: Path) -> None:
    """Below it too; hidden files and folders and other suffixes left out; a folder without articles is a problem."""
    for name in ("b.txt", "a/z.md", "a/y.TXT", ".hidden.txt", ".git/x.txt", "picture.png", "c.jsonl"):
        write(tmp_path / "in" / name, '{"id": "row", "text": "Rain."}')
    articles, problems = read(tmp_path / "in")
    assert [article.id for article in articles] == ["y.TXT", "z.md", "b.txt", "row"]
    assert problems == []
    write(tmp_path / "out" / "picture.png", b"x")
    assert "holds no articles" in read(tmp_path / "out")[1][0]


def test_two_articles_with_one_id_are_a_problem_that_names_both(tmp_path: Path) -> None:
    """The first stays; the same file given twice is no clash and is read once."""
    first, second = write(tmp_path / "a" / "x.txt", "Rain."), write(tmp_path / "b" / "x.txt", "Snow.")
    articles, problems = read(first, tmp_path / "a", second)
    assert [article.text for article in articles] == ["Rain."]
    assert len(problems) == 1 and str(first) in problems[0] and str(second) in problems[0]


def test_standard_input_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` reads it, in any encoding that files may have."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16")), encoding="utf-8"))
    [article], _ = read("-")
    assert (article.id, article.text) == ("stdin", TEXT)


def test_a_web_page_gives_main_text_and_metadata(tmp_path: Path) -> None:
    """Navigation is left out; title, date, author and outlet come from the page, in the encoding it names."""
    story = "".join(
        f"<p>The river Elbe rose by {n} metres near Torgau, said the mayor, who thanked the volunteers.</p>"
        for n in range(1, 9)
    )
    page = (
        '<html lang="en"><head><meta charset="windows-1252"><title>Flood in Torgau – The Example</title>'
        '<meta property="og:title" content="Flood in Torgau"><meta property="og:site_name" content="The Example">'
        '<meta name="author" content="Zoë Müller">'
        '<meta property="article:published_time" content="2025-07-02T08:00:00Z">'
        '<link rel="canonical" href="https://www.example.org/flood"></head><body><nav><a href="/x">Hamburg</a></nav>'
        f"<article><h1>Flood in Torgau</h1>{story}</article><footer>Dresden office</footer></body></html>"
    )
    [article], problems = read(write(tmp_path / "flood.html", page.encode("cp1252")))
    assert problems == []
    assert (article.id, article.title, article.date) == ("flood.html", "Flood in Torgau", "2025-07-02")
    assert (article.author, article.publisher) == ("Zoë Müller", "The Example")
    assert (
        "near Torgau" in article.text and "Dresden office" not in article.text and "<p>" not in article.text
    )


MARKDOWN = """---
title: "Flood in Torgau"
date: 2025-07-02
author: Ann Lee
---
# Flood in Torgau

The **Elbe** rose near [Torgau](https://odesa.example/kyiv_news), see <https://minsk.example>.
![A map of Dresden](maps/paris.png) Then `x = rome` and www.lisbon.example fell; snake_case stays.

- Volunteers came from Leipzig.
> The mayor wept.

```
route = "Berlin"
```
[1]: https://tokyo.example
"""


def test_markdown_keeps_its_offsets_and_loses_its_addresses(tmp_path: Path) -> None:
    """Marks give way to spaces: each word stands where it stood, no link's target is left to be taken for a place."""
    [article], problems = read(write(tmp_path / "a.md", MARKDOWN))
    assert problems == []
    assert (article.title, article.date, article.author) == ("Flood in Torgau", "2025-07-02", "Ann Lee")
    assert len(article.text) == len(MARKDOWN)
    for word in ("Elbe", "Torgau]", "Dresden", "Leipzig", "mayor wept", "snake_case"):
        at = MARKDOWN.index(word)
        assert article.text[at : at + len(word.rstrip("]"))] == word.rstrip("]")
    for word in ("odesa", "minsk", "paris", "lisbon", "Berlin", "tokyo", "#", "**", "```", "title:"):
        assert word not in article.text


@given(text=st.text(st.sampled_from("ab \n#*_`[]()<>!-|~:/\\=.1k") | st.characters(), max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_markdown_keeps_its_length_and_line_ends(text: str) -> None:
    """Whatever the markup, each code point is kept or becomes one space."""
    from geo.articles.markdown import read_markdown

    content, _ = read_markdown(text)
    assert len(content) == len(text)
    assert all(new in {old, " "} for old, new in zip(text, content, strict=True))


SUFFIXES = st.sampled_from([".txt", ".md", ".html", ".jsonl", ".csv", ".tsv"])
DATA = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(st.sampled_from('"\r\n,;\tabc{}[]:id'), max_size=200).map(lambda text: text.encode()),
    st.text(max_size=60).map(
        lambda text: f'id,text\n{text},{text}\n"{text}'.encode("utf-8", "surrogatepass")
    ),
    st.dictionaries(
        st.sampled_from(["id", "text", "title", "date"]), st.text() | st.integers() | st.none()
    ).map(lambda row: json.dumps(row).encode()),
)


@given(data=DATA, suffix=SUFFIXES)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_articles_or_a_source_error(tmp_path: Path, data: bytes, suffix: str) -> None:
    """Never a traceback of another kind, and each message starts with the file."""
    path = write(tmp_path / f"a{suffix}", data)
    articles, problems = read(path)
    assert articles or problems
    assert all(problem.startswith(str(path)) and "\n" not in problem for problem in problems)
    for article in articles:
        article.text.encode("utf-8")
        article.id.encode("utf-8")


def test_sources_are_read_lazily(tmp_path: Path) -> None:
    """An article is given out before the next file is opened."""
    first = write(tmp_path / "a.txt", TEXT)
    articles: Iterator[Article] = read_sources([first, tmp_path / "missing.txt"])
    assert next(articles).id == "a.txt"
    with pytest.raises(SourceError):
        next(articles)


def test_reading_text_imports_nothing_heavy() -> None:
    """The room loads neither pandas nor trafilatura nor charset-normalizer until a file needs them."""
    import subprocess

    code = (
        "import sys, geo.articles\n"
        "heavy = {'pandas', 'geopandas', 'folium', 'trafilatura', 'charset_normalizer', 'lxml'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    subprocess.run([sys.executable, "-X", "utf8", "-c", code], check=True)


def test_no_source_is_a_usage_error() -> None:
    """An empty list says what to give."""
    with pytest.raises(UsageError, match="standard input"):
        read_sources([])

"""Joining the ES modules into one."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.map.modules import join_modules
from geo.map.page import STATIC


def join(folder: Path, **files: str) -> str:
    for name, text in files.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return join_modules(folder, "main.js")


def test_modules_come_after_what_they_import(tmp_path: Path) -> None:
    """Imports and ``export`` go, each module is named in a comment, and stands once, after those it needs."""
    joined = join(
        tmp_path,
        main='import { a } from "./a.js";\nimport { b } from "./b.js";\na(b);\n',
        a='import { b } from "./b.js";\nexport function a(x) {\n  return x + b;\n}\n',
        b="export const b = 1;\n",
    )
    assert joined == ("// b.js\nlet b=1;\n// a.js\nfunction a(x){return x+b}\n// main.js\na(b);\n")


def test_comments_stay_behind(tmp_path: Path) -> None:
    """Neither comments nor indentation are in the page, but what follows a slash that may begin a pattern."""
    joined = join(
        tmp_path,
        main="/** How\n * and why. */\nexport function a() {\n  // so\n  return 1; // one\n}\n/* . */\na(/4/); // b",
    )
    assert joined == "// main.js\nfunction a(){return 1}\na(/4/); // b\n"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("const a = [1, 2];", "let a=[1,2];"),
        ("[a, b] = !c % d * e;", "[a,b]=!c%d*e;"),
        ("const a = b + +c - -d;", "let a=b+ +c- -d;"),
        ("a++ + b-- - (c - 1);", "a++ +b-- -(c-1);"),
        ('say("a = b", c = d);', 'say("a = b",c=d);'),
        (r"say('a \', b', c);", r"say('a \', b',c);"),
        ("const a = `x, ${y = z}` + (b, c);", "let a=`x, ${y = z}`+(b,c);"),
        ("const a = 1 / 2, b = 3;", "let a=1/2,b=3;"),
        ("a = (b + c) / 2, d = e.test(/ , /) || 1 / 2;", "a=(b+c)/2,d=e.test(/ , /) || 1 / 2;"),
        ('a = { true: true, b: c.false, d: "false" } || false;', 'a={true:!0,b:c.false,d:"false"}||!1;'),
        ("const a = /[ ,] = /.test(b);", "let a=/[ ,] = /.test(b);"),
        ("const a = b < !c;", "let a=b<!c;"),
        ('for (const [a, b] of "const c") a.const = b;', 'for(let[a,b]of "const c")a.const=b;'),
        ("a((b) => c, async (d) => e, (f, g) => h);", "a(b=>c,async(d)=>e,(f,g)=>h);"),
    ],
)
def test_spaces_around_marks_stay_behind(tmp_path: Path, line: str, kept: str) -> None:
    """Outside of strings and templates, and up to a line's first pattern, and there shorter words stand for some;
    what these hold is as it was written."""
    assert join(tmp_path, main=line) == f"// main.js\n{kept}\n"


def test_brackets_commas_and_inner_semicolons_end_no_line(tmp_path: Path) -> None:
    """However many, and with no comma or semicolon before closing brackets; but not where a line ends with a comment,
    which would swallow what follows, and a loop's own semicolon stays."""
    joined = join(
        tmp_path,
        main="a(() => {\n  b([\n    1,\n    2,\n  ]);\n  while (c());\n});\nc(() => {\n  d(/4/); // e\n});\n",
    )
    assert joined == "// main.js\na(()=>{b([1,2]);while(c());});\nc(()=>{d(/4/); // e\n});\n"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"main": 'import { a } from "./a.js";\nconst x = 1;', "a": "export const a = 1;\nconst x = 2;"},
            "x is already used",
        ),
        ({"main": 'import { a } from "./a.js";', "a": "const a = 1;"}, "does not export a"),
        ({"main": 'import * as a from "./a.js";'}, "main.js:1: write imports"),
        ({"main": 'import { a as b } from "./a.js";'}, "main.js:1: write imports"),
        ({"main": 'import {\n  a,\n} from "./a.js";'}, "main.js:1: write imports"),
        ({"main": "export default 1;"}, "main.js:1: only"),
        ({"main": "const a = 1;\nexport { a };"}, "main.js:2: only"),
        ({"main": "const { a } = {};"}, "main.js:1: take apart"),
        ({"main": "const a = `\n  b`;"}, "main.js:1: end a template literal"),
        (
            {
                "main": 'import { a } from "./a.js";',
                "a": 'import { b } from "./main.js";\nexport const a = 1;',
            },
            "circle",
        ),
        ({"main": "const a = `${b ? ` , ` : 1}`;"}, "into another"),
        ({"main": 'const a = "</script>";'}, "would end"),
        ({"main": "const a = 1 < !--b;"}, "would end"),
        ({"main": "/* one */ const a = 1;"}, "nothing may stand behind"),
        ({"main": "/**\n * two */ const a = 1;"}, "nothing may stand behind"),
    ],
)
def test_what_cannot_be_joined_is_refused(tmp_path: Path, files: dict[str, str], message: str) -> None:
    """Anything outside the dialect, and a top-level name used twice, stops with the file's name."""
    with pytest.raises(ValueError, match=message):
        join(tmp_path, **files)


def test_the_page_s_own_modules_join() -> None:
    """Our modules keep to the dialect, and none lies about unused."""
    joined = join_modules(STATIC / "js", "main.js")
    assert {file.name for file in (STATIC / "js").glob("*.js")} == {
        line.removeprefix("// ")
        for line in joined.split("\n")
        if line.startswith("// ") and line.endswith(".js")
    }

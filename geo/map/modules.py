"""Joining our ES modules into one inline module, in import order.

From ``file://`` a browser runs no linked module, and ``data:`` modules would weaken the page's security policy. So the
modules keep to a small dialect: named imports and exports alone, an import a line, every top-level name used once in
the whole page, a template literal within its line and none in another; whatever else is refused here, not found out in
a reader's browser.
Comments (but for those behind a pattern), indentation, the spaces around marks, line ends behind opening
brackets, commas and, in functions, semicolons, and what needs not stand before closing brackets stay behind: they are
a fourth of the text, and every page carries it. ``const`` becomes ``let``,
the same to modules that assign no constant anew, ``true`` and ``false`` ``!0`` and ``!1``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_IMPORT = re.compile(r'^import \{ ([\w$]+(?:, [\w$]+)*) \} from "\./([\w-]+\.js)";$')
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*? |class |const |let ))")
_DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function\*? ?|class |const |let |var )([\w$]+)")
_PIECES = re.compile(
    r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|/.*|(?:[^"'`/]|(?<=[\w)\]] )/(?= ))+|."""
)
"""A line's strings and templates, none of which runs over its end, what is between them, and from the first ``/`` on,
which may begin a pattern (as one between spaces behind a value does not: it divides), all the rest."""
_MARKS = re.compile(r" ?([=<>&|?:{}(),;!*/%\[\]]) ?|(?<![+-]) ?([+-]) ?(?![+-])")
"""Of ``+`` and ``-`` no two are brought together, for ``a + +b`` is not ``a++b``."""
_CONST = re.compile(r"(?<![\w$.])const (?=[\w$\[{])")
_TRUTH = re.compile(r"(?<![\w$.])(true|false)(?![\w$]| ?:)")
_ALONE = re.compile(r"(?<![\w$])\(([\w$]+)\)=>")
"""The one parameter of an arrow function, which needs no brackets."""
_MAY_BE_EMPTY = re.compile(r"(?:for|while|if|else)\b")
_UNSAFE = re.compile(r"</script|<!--|<script", re.IGNORECASE)


@dataclass(frozen=True)
class _Module:
    name: str
    imports: tuple[tuple[str, tuple[str, ...]], ...]
    exports: frozenset[str]
    declared: tuple[str, ...]
    body: str


def join_modules(folder: Path, entry: str) -> str:
    """The text of ``entry`` and all it imports from ``folder``, each module after those it needs.

    Raises ``ValueError`` with file and line for a form of import or export outside our dialect, an import of a name
    that is not exported, a circle of imports, a top-level name used twice, or text that would end a script element.
    """
    modules: dict[str, _Module] = {}
    _collect(folder, entry, modules, ())
    owners: dict[str, str] = {}
    for module in modules.values():
        for source, wanted in module.imports:
            for missing in sorted(set(wanted) - modules[source].exports):
                raise ValueError(f"{module.name}: {source} does not export {missing}")
        for name in module.declared:
            if name in owners:
                raise ValueError(f"{module.name}: the name {name} is already used in {owners[name]}")
            owners[name] = module.name
    return "".join(f"// {module.name}\n{module.body}" for module in modules.values())


def _collect(folder: Path, name: str, modules: dict[str, _Module], path: tuple[str, ...]) -> None:
    if name in path:
        raise ValueError(f"{name}: a circle of imports: {' → '.join([*path, name])}")
    if name in modules:
        return
    module = _read(folder / name)
    for source, _ in module.imports:
        _collect(folder, source, modules, (*path, name))
    modules[name] = module


def _read(file: Path) -> _Module:
    text = file.read_text(encoding="utf-8")
    _check_safe(file.name, text)
    imports: list[tuple[str, tuple[str, ...]]] = []
    exports: set[str] = set()
    declared: list[str] = []
    body: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        where = f"{file.name}:{number}"
        if line.count("`") % 2 and not line.lstrip().startswith(("*", "//", "/*")):
            raise ValueError(f"{where}: end a template literal on its line (elsewhere, write \\x60)")
        if line.startswith("import"):
            imports.append(_import(line, where))
            continue
        if found := _DECLARED.match(line):
            declared.append(found[1])
        elif re.match(r"(?:const|let|var) [\[{]", line):
            raise ValueError(f"{where}: take apart objects inside functions, not at top level")
        if line.startswith("export"):
            if not _EXPORT.match(line) or not found:
                raise ValueError(f"{where}: only `export function`, `class`, `const` and `let` can be joined")
            exports.add(found[1])
            line = _EXPORT.sub("", line)
        body.append(line)
    joined = "\n".join(_closed(_without_comments(file.name, body))) + "\n"
    # Without its spaces `a < !--b` begins a comment in HTML.
    _check_safe(file.name, joined)
    return _Module(file.name, tuple(imports), frozenset(exports), tuple(declared), joined)


def _check_safe(name: str, text: str) -> None:
    if found := _UNSAFE.search(text):
        raise ValueError(f"{name}: {found[0]!r} would end or nest the page's script element")


def _without_comments(name: str, lines: list[str]) -> Iterator[tuple[str, bool]]:
    """The lines that are not comments as a whole, nor empty, without their indentation; whether they had none."""
    inside = False
    for line in lines:
        text = line.strip()
        inside = inside or text.startswith("/*")
        if inside:
            if "*/" in text[:-2]:
                raise ValueError(f"{name}: {text!r}: nothing may stand behind a comment of its own lines")
            inside = not text.endswith("*/")
        elif text and not text.startswith("//"):
            yield "".join(_squeezed_pieces(name, text)).rstrip(), line[0] != " "


def _closed(lines: Iterable[tuple[str, bool]]) -> list[str]:
    """Lines that begin with a closing bracket, or follow an opening one, a comma or (unless they are at top level) a
    semicolon, brought to the line before, unless that may end with a comment.

    Commas and semicolons before closing brackets stay behind, but for the semicolon that may be all that a loop does.
    """
    joined: list[str] = []
    last = ""
    for line, at_top in lines:
        commented = "//" in last
        if joined and line[0] in ")]}" and not commented:
            needless = r",$" if _MAY_BE_EMPTY.match(last) else r"[,;]$"
            joined[-1] = re.sub(needless, "", joined[-1]) + line
            last = re.sub(needless, "", last) + line
        elif joined and joined[-1][-1] in ("([{," if at_top else "([{,;") and not commented:
            joined[-1] += line
            last = line
        else:
            joined.append(line)
            last = line
    return joined


def _squeezed_pieces(name: str, line: str) -> Iterator[str]:
    for piece in _PIECES.findall(line):
        if piece[0] == "`" and piece.count("{") != piece.count("}"):
            raise ValueError(f"{name}: {line!r}: put no template literal, nor a lone brace, into another")
        if piece.startswith("//"):
            return
        yield piece if piece[0] in "\"'`/" else _shorter(piece)


def _shorter(code: str) -> str:
    code = _TRUTH.sub(lambda found: "!0" if found[1] == "true" else "!1", _CONST.sub("let ", code))
    return _ALONE.sub(r"\1=>", _MARKS.sub(r"\1\2", code))


def _import(line: str, where: str) -> tuple[str, tuple[str, ...]]:
    found = _IMPORT.match(line)
    if not found:
        raise ValueError(f'{where}: write imports as `import {{ a, b }} from "./file.js";` on one line')
    return found[2], tuple(found[1].split(", "))

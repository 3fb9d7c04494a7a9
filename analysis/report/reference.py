"""The API as its docstrings tell it: modules, public names, signatures, and who calls them.

Everything is read from the source, nothing is imported: the same page comes out whatever is
installed. Public is what `__all__` names, else what begins without an underscore.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
#: Signatures longer than this are broken, a parameter a line.
WIDE = 84
#: Values of constants longer than this are left out.
LONG = 200
#: A line of a docstring that says what one part is: name, two blanks, meaning.
PART = re.compile(r"^([a-z_]+)  +(\S.*)$")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Entry:
    """A public name: `path` from its module (`Interval.covers`), signature and docstring."""

    path: str
    signature: str
    text: str


@dataclass(frozen=True)
class Module:
    """A module of the package with its public names and the commands that call it."""

    name: str
    text: str
    entries: tuple[Entry, ...]
    commands: tuple[str, ...]


@lru_cache(maxsize=1)
def modules() -> tuple[Module, ...]:
    """Every module that the package's docstring lists, in its order: that of the imports."""
    listed = [PART.match(line) for line in _docstring(_tree(PACKAGE / "__init__.py")).splitlines()]
    calls = _calls(sorted((PACKAGE / "cli").glob("*.py")))
    return tuple(_module(part[1], calls) for part in listed if part)


def _module(name: str, calls: dict[str, set[str]]) -> Module:
    path = _file(PACKAGE / name)
    entries = [entry for public in public_names(path) for entry in _entries(public, path)]
    commands = sorted(command for command, called in calls.items() if name in called)
    return Module(name, _docstring(_tree(path)), tuple(entries), tuple(commands))


def _file(place: Path) -> Path:
    """The file of a module, or the first file of a package."""
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


@lru_cache(maxsize=256)
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _docstring(node: ast.Module | ast.ClassDef | Function) -> str:
    return ast.get_docstring(node) or ""


def public_names(path: Path) -> list[str]:
    """The public names of a module in the order of `__all__`, else in that of the file."""
    tree = _tree(path)
    for node in tree.body:
        if isinstance(node, ast.Assign) and _targets(node) == ["__all__"]:
            return [str(name) for name in ast.literal_eval(node.value)]
    defined = [name for node in tree.body for name in _targets(node)]
    return [name for name in defined if not name.startswith("_")]


def _targets(node: ast.stmt) -> list[str]:
    """The names that a statement defines."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _entries(name: str, path: Path) -> Iterator[Entry]:
    """The entry of a name, wherever it is defined, and those of a class's public methods."""
    for node in _tree(path).body:
        if name in _targets(node):
            yield from _defined(name, node, path)
            return
        found = _imported(node, name)
        if found:
            yield from _renamed(name, found[1], _origin(found[1], found[0]))
            return
    raise ValueError(f"{path.name}: `__all__` names {name}, which is neither defined nor imported")


def _origin(name: str, place: Path) -> Iterator[Entry]:
    """The entry of a name that another module defines, or of a module in a package."""
    inner = (place / name).with_suffix(".py")
    if inner.is_file() and name not in public_names(_file(place)):
        yield Entry(name, f"module {name}", _docstring(_tree(inner)))
    else:
        yield from _entries(name, _file(place))


def _renamed(name: str, inner: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries of a name that another module calls `inner`."""
    for entry in entries:
        path, signature = (
            name + text.removeprefix(inner) if text.startswith(inner) else text
            for text in (entry.path, entry.signature)
        )
        yield replace(entry, path=path, signature=signature)


def _imported(node: ast.stmt, name: str) -> tuple[Path, str] | None:
    """The module of the package that a name is imported from, and what it is called there."""
    if not isinstance(node, ast.ImportFrom) or not str(node.module).startswith("analysis"):
        return None
    place = PACKAGE.joinpath(*str(node.module).split(".")[1:])
    names = {alias.asname or alias.name: alias.name for alias in node.names}
    return (place, names[name]) if name in names else None


def _defined(name: str, node: ast.stmt, path: Path) -> Iterator[Entry]:
    if isinstance(node, ast.ClassDef):
        yield Entry(name, _class(node), _docstring(node))
        for inner in node.body:
            if isinstance(inner, Function) and not inner.name.startswith("_"):
                yield Entry(f"{name}.{inner.name}", _signature(inner), _docstring(inner))
    elif isinstance(node, Function):
        yield Entry(name, _signature(node), _docstring(node))
    else:
        yield Entry(name, _constant(name, node), _comment(node, path))


def _signature(node: Function) -> str:
    """The signature on one line, or a parameter a line."""
    parts = _parameters(node.args)
    returned = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    line = f"{node.name}({', '.join(parts)}){returned}"
    if len(line) <= WIDE:
        return line
    broken = "".join(f"    {part},\n" for part in parts)
    return f"{node.name}(\n{broken}){returned}"


def _parameters(arguments: ast.arguments) -> list[str]:
    """The parameters as they are written, the bare star among them."""
    plain = [*arguments.posonlyargs, *arguments.args]
    missing = len(plain) - len(arguments.defaults)
    parts = [_parameter(one, None) for one in plain[:missing]]
    parts += map(_parameter, plain[missing:], arguments.defaults)
    if arguments.vararg or arguments.kwonlyargs:
        parts.append("*" + (ast.unparse(arguments.vararg) if arguments.vararg else ""))
    parts += map(_parameter, arguments.kwonlyargs, arguments.kw_defaults)
    return parts + ([f"**{ast.unparse(arguments.kwarg)}"] if arguments.kwarg else [])


def _parameter(one: ast.arg, default: ast.expr | None) -> str:
    return ast.unparse(one) + (f" = {ast.unparse(default)}" if default else "")


def _class(node: ast.ClassDef) -> str:
    """The class with its fields, or with the parameters that construct it."""
    bases = ", ".join(map(ast.unparse, node.bases))
    head = f"class {node.name}({bases})" if bases else f"class {node.name}"
    lines = [f"    {ast.unparse(inner)}" for inner in node.body if isinstance(inner, ast.AnnAssign)]
    lines += [
        "    " + _signature(inner).replace("\n", "\n    ")
        for inner in node.body
        if isinstance(inner, Function) and inner.name == "__init__"
    ]
    return "\n".join([f"{head}:" if lines else head, *lines])


def _constant(name: str, node: ast.stmt) -> str:
    line = ast.unparse(node)
    return line if len(line) <= LONG else f"{name} = ..."


def _comment(node: ast.stmt, path: Path) -> str:
    """The `#:` lines above a constant."""
    lines = path.read_text(encoding="utf-8").splitlines()[: node.lineno - 1]
    found: list[str] = []
    while lines and lines[-1].startswith("#:"):
        found.insert(0, lines.pop().removeprefix("#:").strip())
    return " ".join(found)


def _calls(files: list[Path]) -> dict[str, set[str]]:
    """The modules that each command calls, itself or through other functions of these files."""
    found = [node for path in files for node in _tree(path).body if isinstance(node, Function)]
    commands = [node for node in found if _is_command(node)]
    functions = {node.name: node for node in found if node not in commands}
    return {node.name.replace("_", "-"): _reached(node, functions) for node in commands}


def _is_command(node: Function) -> bool:
    return any(".command(" in ast.unparse(one) for one in node.decorator_list)


def _reached(node: Function, functions: dict[str, Function]) -> set[str]:
    """The modules of the package that a function imports, or one that it calls."""
    others = {name: one for name, one in functions.items() if one is not node}
    found: set[str] = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.ImportFrom) and inner.module == "analysis":
            found |= {alias.name for alias in inner.names}
        elif isinstance(inner, ast.ImportFrom) and str(inner.module).startswith("analysis."):
            found.add(str(inner.module).split(".")[1])
        called = getattr(inner, "id", None) or getattr(inner, "attr", None)
        if called in others:
            found |= _reached(others[called], others)
    return found


def markdown(docstring: str) -> str:
    """A docstring as Markdown: lines that say what a part is become a list."""
    lines = docstring.splitlines()
    return "\n".join(PART.sub(r"- `\1`: \2", line) for line in lines)

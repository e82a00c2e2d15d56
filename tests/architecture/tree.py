"""The tree as the architecture tests see it: whose files are read, and how."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# In the order of imports: each may import those before it, never those after it.
APPS = ("core", "recruitment", "compliance", "cpd", "overview")
PACKAGES = (*APPS, "config")


def list_files(*suffixes: str, inside: tuple[str, ...] = PACKAGES) -> list[Path]:
    """Our files with one of the endings, in a settled order; what a tool generated is left out."""
    found = (path for package in inside for path in (ROOT / package).rglob("*") if path.suffix in suffixes)
    return sorted(path for path in found if not {"migrations", "__pycache__", "vendor"} & set(path.parts))


def list_modules(*layers: str) -> list[Path]:
    """The Python modules of the apps, or only those of some layers (``domain``, ``services``, …)."""
    return [path for path in list_files(".py", inside=APPS) if not layers or layer_of(path) in layers]


def layer_of(path: Path) -> str:
    """``services`` of ``recruitment/services/offers.py``, ``selectors`` of ``core/selectors.py``."""
    return path.relative_to(ROOT).parts[1].removesuffix(".py")


def app_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parse(path: Path) -> ast.Module:
    """Read anew each time: a thousand trees kept would make every later search for garbage slow."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions_in(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def dotted(node: ast.AST) -> str:
    """``timezone.now`` for that expression; empty for anything but names joined by dots."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (base := dotted(node.value)):
        return f"{base}.{node.attr}"
    return ""

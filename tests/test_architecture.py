"""Rule 1 of the house: imports run one way (docs/architecture.md), over Python, relations and templates alike."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from itertools import takewhile
from pathlib import Path

from django.apps import apps
from django.template import engines
from django.urls import URLResolver, get_resolver

from navmark.project.messages import SOURCES
from navmark.project.settings import MECHANISMS

ROOT = SOURCES.parents[1]
TAG = re.compile(r"""{%\s*(url|include|extends)\s+["']([^"'#]+)""")
REDIRECTS = {"reverse", "reverse_lazy", "redirect", "resolve_url"}


@cache
def foundation() -> list[str]:
    """The rooms in their order, read from the page that draws the house."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").splitlines()
    table = page[page.index("| room | question |") + 2 :]
    return [line.split("|")[1].strip() for line in takewhile(lambda line: line.startswith("|"), table)]


def place(dotted: str) -> tuple[str, ...]:
    """("foundation", room), ("pillars", mechanism), ("oversight",) or ("project",) of a dotted name inside the product."""
    parts = dotted.split(".")[1:]
    if parts[:1] == ["pillars"]:
        return ("pillars", parts[2]) if len(parts) > 2 else ("pillars",)
    return tuple(parts[:2] if parts[:1] == ["foundation"] else parts[:1])


def may_use(user: tuple[str, ...], used: tuple[str, ...]) -> bool:
    """Whether code of one place may use what stands in another."""
    if user == used or not used or user[:1] == ("project",):
        return True
    if user[:1] in (("pillars",), ("oversight",)):
        return used[0] == "foundation"
    above = foundation()[: foundation().index(user[1])] if user[1:] else []
    return used[0] == "foundation" and (not used[1:] or used[1] in above)


def dotted_name(path: Path) -> str:
    return ".".join(("navmark", *path.relative_to(SOURCES).with_suffix("").parts)).removesuffix(".__init__")


def sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCES.rglob("*.py")):
        if not {"tests", "migrations"}.intersection(path.parts):
            yield dotted_name(path), ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(module: str, tree: ast.Module) -> Iterator[str]:
    """Full names; `from navmark.pillars.demonstration import branch_life` names the mechanism only in its second half."""
    is_package = SOURCES.joinpath(*module.split(".")[1:], "__init__.py").exists()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            steps_up = node.level - is_package
            home = module.rsplit(".", steps_up)[0] if steps_up > 0 else module
            source = ".".join(filter(None, (home, node.module))) if node.level else node.module
            yield from (f"{source}.{alias.name}" for alias in node.names)


@cache
def url_places() -> dict[str, tuple[str, ...]]:
    """Where each named address is hung up; () for those of libraries."""
    found: dict[str, tuple[str, ...]] = {}

    def walk(resolver: URLResolver, prefix: str, where: tuple[str, ...]) -> None:
        module = getattr(resolver.urlconf_module, "__name__", None)
        where = (place(module) if module.startswith("navmark.") else ()) if module else where
        for one in resolver.url_patterns:
            if isinstance(one, URLResolver):
                walk(one, f"{prefix}{one.namespace}:" if one.namespace else prefix, where)
            elif one.name:
                found[prefix + one.name] = where

    walk(get_resolver(), "", ())
    return found


def templates() -> Iterator[tuple[tuple[str, ...], Path]]:
    for config in apps.get_app_configs():
        if Path(config.path).is_relative_to(SOURCES):
            for path in sorted(Path(config.path).glob("templates/**/*.*")):
                yield place(config.name), path


def place_of_template(name: str) -> tuple[str, ...]:
    origin = Path(engines["django"].get_template(name).origin.name)
    return place(dotted_name(origin)) if origin.is_relative_to(SOURCES) else ()


def test_the_page_names_every_room_that_stands():
    standing = {path.parent.name for path in (SOURCES / "foundation").glob("*/apps.py")}
    assert standing <= set(foundation())


def test_imports_run_one_way():
    wrong = []
    for module, tree in sources():
        used = [name for name in imported(module, tree) if name.startswith("navmark.")]
        wrong += [f"{module} imports {name}" for name in used if not may_use(place(module), place(name))]
    assert not wrong, "\n".join(wrong)


def test_who_lists_mechanisms_names_none():
    """The settings alone do; whoever else needs all of them walks the cards."""
    slugs = [mechanism.rpartition(".")[2] for mechanism in MECHANISMS]
    wide = [path for path in (SOURCES / "project").rglob("*.*") if path.suffix in {".py", ".html"} and "tests" not in path.parts]
    walking = [*wide, ROOT / "tests" / "doors.py", ROOT / "tests" / "scene.py", ROOT / "tests" / "test_doors.py"]
    naming = [str(path.relative_to(ROOT)) for path in walking if any(slug in path.read_text(encoding="utf-8") for slug in slugs)]
    assert naming == ["src/navmark/project/settings.py"]


def test_a_word_means_one_thing():
    """No two classes of the product share a name: who reads `Line` knows which (house rule 16)."""
    homes: dict[str, list[str]] = {}
    for module, tree in sources():
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(module)
    shared = {name: modules for name, modules in homes.items() if len(modules) > 1}
    assert not shared


def test_no_file_imports_in_a_circle():
    trees = dict(sources())
    files = {
        module: {name if name in trees else name.rpartition(".")[0] for name in imported(module, tree)} & trees.keys() - {module}
        for module, tree in trees.items()
    }
    TopologicalSorter(files).prepare()  # raises CycleError, which names the circle


def test_relations_run_one_way():
    ours = [model for model in apps.get_models() if model.__module__.startswith("navmark.")]
    wrong = []
    for model in ours:
        for field in model._meta.local_fields + model._meta.local_many_to_many:
            target = field.related_model
            if target in ours and not may_use(place(model.__module__), place(target.__module__)):
                wrong.append(f"{model._meta.label}.{field.name} points to {target._meta.label}")
    assert not wrong, "\n".join(wrong)


def test_templates_use_only_what_stands_above():
    urls, wrong = url_places(), []
    for user, path in templates():
        for tag, name in TAG.findall(path.read_text(encoding="utf-8")):
            used = urls.get(name) if tag == "url" else place_of_template(name)
            if used is None or not may_use(user, used):
                wrong.append(f"{path.relative_to(SOURCES)}: {tag} {name}" + (" (no such address)" if used is None else ""))
    assert not wrong, "\n".join(wrong)


def test_views_redirect_only_to_what_stands_above():
    urls, wrong = url_places(), []
    for module, tree in sources():
        for node in ast.walk(tree):
            called = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
            named = node.args[0] if called in REDIRECTS and node.args else None
            if isinstance(named, ast.Constant) and named.value in urls and not may_use(place(module), urls[named.value]):
                wrong.append(f"{module}:{node.lineno} {called}({named.value!r})")
    assert not wrong, "\n".join(wrong)


def test_templates_live_under_the_name_of_their_room():
    wrong = []
    for config in apps.get_app_configs():
        if Path(config.path).is_relative_to(SOURCES):
            found = Path(config.path).glob("templates/*")
            wrong += [str(path.relative_to(SOURCES)) for path in found if path.name != Path(config.path).name]
    assert not wrong, "\n".join(wrong)


def test_requirements_name_no_address():
    for path in (ROOT / "requirements").glob("*.txt"):
        assert not re.search(r"https?://|^-", path.read_text(encoding="utf-8"), re.MULTILINE), path


PARTY = ("branch", "branches", "member", "members", "committee", "committees", "secretary", "secretaries", "party")
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
SAID = {"_", "gettext", "gettext_lazy", "pgettext", "pgettext_lazy", "ngettext", "ngettext_lazy", "npgettext"}
NOT_OF_THE_PARTY = {
    "the calendar's 年度, a kind of period whose days the superior names; its code stands in rows and backups": re.compile(
        r"(_|set_|cadence\.)?party_years?(_of)?|party-|PARTY_YEAR(_OPENS)?|PartyYear(Form)?"
    ),
    "the statute's own check and kind of sitting, called by their names": re.compile(r"committee(_quorum)?|COMMITTEE"),
}


def named_in(tree: ast.Module) -> Iterator[str]:
    """What is not said to a reader: identifiers, and texts that are neither docstrings nor words of a page."""
    said = {id(text) for node in ast.walk(tree) for text in _said_in(node)}
    for node in ast.walk(tree):
        for attribute in ("id", "attr", "arg", "name"):
            if isinstance(name := getattr(node, attribute, None), str):
                yield name
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def _said_in(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in SAID:
        return list(node.args)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return [node.value]
    return []


def test_no_room_knows_the_party():
    """Rooms know units, offices and circles; `people` and `statute` alone know which of them are the Party's (house rule 3)."""
    found = set()
    for module, tree in sources():
        where = place(module)
        if where[:1] == ("foundation",) and where[1:] and where[1] not in ("people", "statute"):
            for name in named_in(tree):
                said = {word.lower() for word in WORD.findall(name)} & set(PARTY)
                if said and not any(one.fullmatch(name) for one in NOT_OF_THE_PARTY.values()):
                    found.add(f"{module}: {name}")
    assert not found, "\n".join(sorted(found))

"""What the documents say of the tree is true: links lead somewhere, commands exist, every room has its page."""

import pkgutil
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db.models import IntegerChoices, TextChoices

from navmark.foundation.tenancy.models import SchoolOwned
from navmark.project import cli
from navmark.project.messages import SOURCES
from tests import catalogues

ROOT = SOURCES.parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)|src=\"([^\"]+)\"")
COMMAND = re.compile(r"(?:\./|py )navmark ([a-z]+)")
INSIDE = re.compile(r"`((?:foundation|pillars|project)\.[\w.]+)`")
ON_SCREEN = re.compile(r"「([^」]+)」")
ROW = re.compile(r"^\| (.+?) \| (.+) \|$", re.MULTILINE)
TERM = re.compile(r"[\u3400-\u9fff]+")
CODE = re.compile(r"`([^`\n]+)`")
NAME = re.compile(r"[A-Za-z_]\w*")
DOTTED = re.compile(r"(\w+)\.(\w+)")
SPOKEN = {".py", ".html", ".css", ".js", ".toml", ".typ"}
OWN_HOME = re.compile(r"/(?:root|home|Users)/\w")
KINDS = {".py", ".md", ".toml", ".txt", ".html", ".css", ".js", ".po", ".typ", ".bat", ".yml", ".sh"}


def test_links_lead_somewhere():
    broken = []
    for page in PAGES:
        for link in filter(None, (first or second for first, second in LINK.findall(page.read_text(encoding="utf-8")))):
            if "://" not in link and not (page.parent / link).exists():
                broken.append(f"{page.relative_to(ROOT)}: {link}")
    assert not broken, "\n".join(broken)


def test_commands_it_names_exist():
    known = cli.known_commands()
    named = {(page, command) for page in PAGES for command in COMMAND.findall(page.read_text(encoding="utf-8"))}
    assert named
    unknown = [f"{page.relative_to(ROOT)}: {command}" for page, command in named if command not in known]
    assert not unknown, "\n".join(unknown)


def test_every_room_has_its_page():
    rooms = {path.parent.name for path in (SOURCES / "foundation").glob("*/apps.py")}
    assert not rooms - {page.stem for page in (ROOT / "docs" / "rooms").glob("*.md")}


@cache
def words_of(folder: Path) -> set[str]:
    """Every name that stands in the code below this folder, files and folders among them."""
    found = set()
    for path in folder.rglob("*"):
        if path.suffix in SPOKEN and "migrations" not in path.parts:
            found |= {*NAME.findall(path.read_text(encoding="utf-8")), path.stem, path.parent.name, path.suffix[1:]}
    return found


def test_a_rooms_page_names_only_what_stands_there():
    """Each name of `code` stands in the room itself, or in another place of which the page speaks: so what moves or goes away is
    missed. `a.b` of a file `a` of the room is found in that very file."""
    places = {path.name: path for path in [*(SOURCES / "foundation").iterdir(), SOURCES / "project", ROOT / "tests"]}
    gone = []
    for page in sorted((ROOT / "docs" / "rooms").glob("*.md")):
        text, room = page.read_text(encoding="utf-8"), SOURCES / "foundation" / page.stem
        known = {"docs", "adr", "NAME", "programmes", "navmark", *(path.stem for path in (ROOT / "docs" / "adr").glob("*"))}
        known |= words_of(SOURCES / "pillars") if "branch_life" in text else set()
        named = {page.stem, *places.keys() & set(NAME.findall(text)), *(["project"] if "doctor" in text else [])}
        for place in named:
            known |= words_of(places[place])
        for code in sorted(set(CODE.findall(text))):
            gone += [f"{page.name}: {code}: {name}" for name in NAME.findall(code) if name not in known]
            dotted = DOTTED.match(code)
            if dotted and f".{dotted[2]}" not in SPOKEN and (file := room / f"{dotted[1]}.py").exists():
                found = NAME.findall(file.read_text(encoding="utf-8"))
                gone += [] if dotted[2] in found else [f"{page.name}: {code}: not in {file.name}"]
    assert not gone, "\n".join(gone)


def test_the_glossary_names_only_what_stands_in_the_code():
    text, known = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), words_of(SOURCES)
    assert not [code for code in CODE.findall(text) for name in NAME.findall(code) if name not in known]


def the_glossary() -> dict[str, str]:
    """Chinese term -> all that stands beside it."""
    known: dict[str, str] = defaultdict(str)
    for chinese, english in ROW.findall((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")):
        for term in re.split(r" · |/", chinese):
            known[term] += english
    return known


def test_the_glossary_has_every_noun_of_the_tables():
    """A model's docstring opens with its Chinese term; beside that term the glossary names the model."""
    known, missing = the_glossary(), []
    for model in apps.get_models():
        if issubclass(model, SchoolOwned) and model.__module__.startswith("navmark."):
            term = TERM.match(model.__doc__ or "")
            if term is None or f"`{model.__name__}`" not in known.get(term.group(), ""):
                missing.append(f"{model.__name__}: {(model.__doc__ or '').splitlines()[0]}")
    assert not missing, "\n".join(missing)


def test_the_glossary_has_every_choice():
    words = "\n".join(the_glossary().values())
    kinds = [
        kind for base in (TextChoices, IntegerChoices) for kind in base.__subclasses__() if kind.__module__[:8] == "navmark."
    ]
    assert kinds
    assert not [kind.__name__ for kind in kinds if f"`{kind.__name__}`" not in words]


def test_the_handbook_quotes_words_that_stand_on_the_screen():
    shown = {text for messages in catalogues.translated().values() for text in messages.values()}
    pages = sorted((ROOT / "docs" / "handbook").glob("*.md"))
    assert {page.stem for page in pages} == {
        "administrator",
        "class-teacher",
        "clerk",
        "head-of-moral-education",
        "member",
        "office",
        "secretary",
    }
    quoted = [(page.name, words) for page in pages for words in ON_SCREEN.findall(page.read_text(encoding="utf-8"))]
    assert len(quoted) > 50
    assert not [f"{page}: {words}" for page, words in quoted if words not in shown]


def test_the_journeys_pass_through_functions_that_exist():
    pages = sorted((ROOT / "docs" / "journeys").glob("*.md"))
    named = {name for page in pages for name in INSIDE.findall(page.read_text(encoding="utf-8"))}
    assert len(named) > 20
    for name in sorted(named):
        pkgutil.resolve_name(f"navmark.{name}")


def test_no_file_names_somebodys_machine():
    kept = [path for top in ("src", "tests", "docs", "requirements", ".ci") for path in (ROOT / top).rglob("*")]
    files = [path for path in [*kept, *ROOT.glob("*")] if path.is_file() and (path.suffix in KINDS or path.name == "navmark")]
    naming = [
        str(path.relative_to(ROOT)) for path in files if OWN_HOME.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not naming

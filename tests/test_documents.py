"""What the documents say of the tree is true: links lead somewhere, commands exist, every room has its page."""

import re

from navmark.project import cli
from navmark.project.messages import SOURCES
from tests import catalogues

ROOT = SOURCES.parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)|src=\"([^\"]+)\"")
COMMAND = re.compile(r"(?:\./|py )navmark ([a-z]+)")
ON_SCREEN = re.compile(r"「([^」]+)」")
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


def test_the_handbook_quotes_words_that_stand_on_the_screen():
    shown = {text for messages in catalogues.translated().values() for text in messages.values()}
    pages = sorted((ROOT / "docs" / "handbook").glob("*.md"))
    assert {page.stem for page in pages} == {"administrator", "clerk", "member", "secretary"}
    quoted = [(page.name, words) for page in pages for words in ON_SCREEN.findall(page.read_text(encoding="utf-8"))]
    assert len(quoted) > 50
    assert not [f"{page}: {words}" for page, words in quoted if words not in shown]


def test_no_file_names_somebodys_machine():
    kept = [path for top in ("src", "tests", "docs", "requirements", ".ci") for path in (ROOT / top).rglob("*")]
    files = [path for path in [*kept, *ROOT.glob("*")] if path.is_file() and (path.suffix in KINDS or path.name == "navmark")]
    naming = [
        str(path.relative_to(ROOT)) for path in files if OWN_HOME.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not naming

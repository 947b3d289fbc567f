"""docs/source.md accounts for the article: what says that it is a sentence's stands beside it, and the other way round."""

import re
import tomllib
from collections import Counter
from pathlib import Path

from navmark.foundation.programme.cards import cards
from navmark.project.messages import SOURCES

ROOT = SOURCES.parents[1]
ARTICLE = SOURCES / "programmes" / "linghangbiao"
ROW = re.compile(r"^\| ([a-z]+(?:-\d+)?) \| (.+?) \| (.*) \|$", re.MULTILINE)
PATH = re.compile(r"`([^`]+)`")
REASON = re.compile(r"No work of the product: \w|[Nn]ot built yet: .*\b[DPES]\d")
ROWS = [row for row in ROW.findall((ROOT / "docs" / "source.md").read_text(encoding="utf-8")) if row[0] != "anchor"]
PLACES = {anchor: {ROOT / path for path in PATH.findall(where)} for anchor, _sentence, where in ROWS}


def sentences() -> dict[Path, str]:
    """What each place says of itself: a file of the article's programme, or the folder of a mechanism with a card."""
    files = [path for path in sorted(ARTICLE.rglob("*.toml")) if path.parent != ARTICLE]
    said = {path: tomllib.loads(path.read_text(encoding="utf-8")).get("sentence", "") for path in files}
    ours = [card for card in cards() if card.urls.startswith("navmark.")]
    folders = {SOURCES.parent.joinpath(*card.urls.split(".")[:-1]): card.source for card in ours}
    return {path: anchor for path, anchor in (said | folders).items() if anchor}


def test_every_row_has_its_own_anchor_and_a_place_or_a_reason():
    assert not [anchor for anchor, times in Counter(anchor for anchor, *_rest in ROWS).items() if times > 1]
    assert not [anchor for anchor, _sentence, where in ROWS if not PLACES[anchor] and not REASON.match(where)]
    assert not [anchor for anchor, _sentence, where in ROWS if "built yet" in where and not REASON.search(where)]


PILLARS = {"D": "demonstration", "P": "practice", "E": "experience", "S": "service"}


def test_no_row_says_of_a_mechanism_that_it_is_not_built_whose_own_row_says_that_it_is():
    built = {anchor for anchor, _sentence, where in ROWS if PLACES[anchor] and "built yet" not in where}
    named = [
        (anchor, f"{PILLARS[of]}-{number}")
        for anchor, _sentence, where in ROWS
        for of, number in re.findall(r"ot built yet: .*?\b([DPES])(\d+)", where)
    ]
    assert len(named) > 10
    assert not [anchor for anchor, own in named if own in built]


def test_what_names_a_sentence_is_named_beside_it():
    """It fails too where a file names a sentence that does not stand in the article."""
    said = sentences()
    assert len(said) > 30
    assert not [f"{path.relative_to(ROOT)}: {anchor}" for path, anchor in said.items() if path not in PLACES.get(anchor, ())]


def test_what_stands_beside_a_sentence_is_there_and_names_one():
    named = {path for paths in PLACES.values() for path in paths}
    assert not [str(path) for path in named if not path.exists()]
    own = {path for path in named if path.parent != ARTICLE and path.is_relative_to(ARTICLE)}
    own |= {path for path in named if path.is_relative_to(SOURCES / "pillars")}
    assert own
    assert not [str(path.relative_to(ROOT)) for path in own - sentences().keys()]

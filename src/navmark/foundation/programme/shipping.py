"""What comes with the product, and what of a newer edition the school takes over without being asked."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import navmark
from navmark.foundation.people.actions.schools import OfferedProgramme
from navmark.foundation.programme.described import Programme
from navmark.foundation.programme.editions import newest
from navmark.foundation.programme.merging import items
from navmark.foundation.programme.models import LoadedProgramme, ShippedPage
from navmark.foundation.programme.reading import read_head, read_programme, read_texts, said_once
from navmark.foundation.programme.refusals import WrongProgramme
from navmark.foundation.programme.texts import HEAD, Texts
from navmark.foundation.ui.languages import spoken

SHIPPED = Path(navmark.__file__).parent / "programmes"
ARTICLE = "linghangbiao"  # 领航标: the article's own, with which a school begins unless it chooses another


@cache
def shipped(name: str, on: date) -> Programme:
    return read_programme(SHIPPED / name, on=on)


def offers() -> list[OfferedProgramme]:
    """Each programme that comes with the product, the article's first."""
    heads = {one.parent.name: read_head(one.read_text(encoding="utf-8"))[0] for one in SHIPPED.glob(f"*/{HEAD}")}
    return [
        OfferedProgramme(name, spoken(head.title, head.title_en), spoken(head.summary, head.summary_en))
        for name, head in sorted(heads.items(), key=lambda one: (one[0] != ARTICLE, one[0]))
    ]


def choices() -> list[tuple[str, str]]:
    """(name, title) of each."""
    return [(one.code, one.title) for one in offers()]


def source_of(name: str) -> str:
    """Which programme that ships the school's own follows. One query."""
    loaded = LoadedProgramme.objects.filter(name=name).first()
    return loaded.source if loaded else name


def follow(source: str, *, name: str, on: date) -> None:
    """The school's programme is now that one, page for page: whatever it answered of another is forgotten."""
    ShippedPage.objects.filter(programme=name).delete()
    answered(name, shipped(source, on).texts)
    LoadedProgramme.objects.filter(name=name).update(follows=source, shipped=shipped(source, on).digest)


def taken_over(name: str, new: Programme, *, on: date) -> Programme:
    """The school's pages, with those renewed that it has left as they came. What it changed stays, and is offered to it; what it
    took out stays out. Where the renewed pages do not go together with its own, all of them are offered."""
    now = new.texts
    mine = {row.file: row.text for row in newest(name)}
    came = {row.file: row.text for row in ShippedPage.objects.filter(programme=name)}
    untouched = [file for file in {**now, **came} if mine.get(file) == came.get(file)]
    given_up = [file for file in came if not mine.get(file)]
    renewed = {**mine, **{file: now.get(file, "") for file in untouched}}
    try:
        programme = replace(new, name=name) if renewed == now else _read(name, renewed, on)  # as it came it was read before
    except WrongProgramme:
        if not any(mine.values()):
            raise
        programme, untouched = _read(name, mine, on), []
    left = {*now, *came} - {*untouched, *given_up}
    same = [file for file in left if not _says_more(file, came.get(file, ""), programme, new, on)]
    answered(name, {file: now.get(file, "") for file in (*untouched, *given_up, *same)})
    return programme


def _says_more(file: str, taken: str, mine: Programme, new: Programme, on: date) -> bool:
    """Whether the newer page says anything that the school has not got; another comment is nothing."""
    pages = said_once(file, taken, on=on), mine.said.get(file, {}), new.said.get(file, {})
    return any(items(file, *pages, {}))


def _read(name: str, texts: Texts, on: date) -> Programme:
    return read_texts({file: text for file, text in texts.items() if text}, name=name, on=on)


def answered(name: str, texts: Texts) -> None:
    """The school has these pages as they came, or has said what it takes of them."""
    rows = [ShippedPage(programme=name, file=file, text=text) for file, text in texts.items()]
    ShippedPage.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["school", "programme", "file"], update_fields=["text"]
    )

"""The nouns that a programme describes, in the order in which they become rows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from navmark.foundation.papers.faults import Fault
from navmark.foundation.programme.described import Loading, Page
from navmark.foundation.programme.nouns.activities import loading as activities
from navmark.foundation.programme.nouns.activities.reading import read as read_activities
from navmark.foundation.programme.nouns.activities.structure import ActivityTable
from navmark.foundation.programme.nouns.papers import loading as papers
from navmark.foundation.programme.nouns.papers.reading import read as read_papers
from navmark.foundation.programme.nouns.pledges import loading as pledges
from navmark.foundation.programme.nouns.pledges.reading import read as read_pledges
from navmark.foundation.programme.nouns.pledges.structure import PledgeTable
from navmark.foundation.programme.nouns.policies.reading import read as read_policies
from navmark.foundation.programme.nouns.policies.structure import PolicyTable
from navmark.foundation.programme.nouns.registers import loading as registers
from navmark.foundation.programme.nouns.registers.reading import read as read_registers
from navmark.foundation.programme.nouns.registers.structure import RegisterTable
from navmark.foundation.programme.nouns.rotas import loading as rotas
from navmark.foundation.programme.nouns.rotas.reading import read as read_rotas
from navmark.foundation.programme.nouns.rotas.structure import RotaTable


@dataclass(frozen=True)
class Noun:
    """`word` heads its tables in a file: `[activity.CODE]`. What is read of them has at least a `code`."""

    word: str
    shape: Any  # of one table
    read: Callable[[Mapping[str, Any], Page, date], Iterator[Any | Fault]]
    load: Callable[[Loading], None]

    @property
    def words(self) -> str:
        """What a file's tables of it are called together."""
        return f"{self.word}s"


NOUNS = (
    Noun("activity", ActivityTable, read_activities, activities.load),
    Noun("register", RegisterTable, read_registers, registers.load),
    Noun("rota", RotaTable, read_rotas, rotas.load),
    Noun("pledge", PledgeTable, read_pledges, pledges.load),
    Noun("paper", dict[str, Any], read_papers, papers.load),
    Noun("policy", PolicyTable, read_policies, lambda loading: None),  # it opens or shuts what stands behind it
)

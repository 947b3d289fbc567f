"""监护人 in the headings of the pupils' table: one or two of them, or father and mother in columns of their own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from navmark.foundation.people.models import TableKind
from navmark.foundation.sealing.index import blind_index
from navmark.foundation.tables import cells
from navmark.foundation.tables.headings import Column, normalised
from navmark.foundation.tables.mapping import EXTRA, Mapping
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.tables.rows import Row

PHONE_WORDS = ("电话", "联系电话", "手机", "手机号", "手机号码", "联系方式")  # beside a guardian, hers: a child of seven has none
FIRST, SECOND = ("监护人", "家长", "监护人1", "家长1", "第一监护人"), ("监护人2", "家长2", "第二监护人")
RELATIONS = ("关系", "与学生关系", "与监护人关系", "亲属关系", "监护人与学生关系", "监护人关系", "监护人1关系", "关系1")
SECOND_RELATIONS = ("关系2", "监护人2关系", "监护人关系2", "第二监护人关系")
SLOTS = {"guardian": "", "guardian_2": "", "father": "父亲", "mother": "母亲"}  # key of the name -> what such a column says


@dataclass(frozen=True)
class Named:
    """A guardian as a row names one."""

    name: str
    relation: str
    phone: str

    @property
    def mark(self) -> str:
        """An answer about this name and telephone holds for every child of theirs; nobody is readable in it."""
        return blind_index("|".join((TableKind.PUPILS, "guardian", self.name, self.phone)), "import answer")


def guardian_columns() -> tuple[Column, ...]:
    """Each a name and a telephone; 父亲 and 母亲 say themselves what they are to the child."""
    known = {
        "guardian": (_("Guardian"), FIRST),
        "guardian_2": (_("Second guardian"), SECOND),
        "father": (_("Father"), ("父亲", "爸爸")),
        "mother": (_("Mother"), ("母亲", "妈妈")),
    }
    names = [_name(slot, label, words) for slot, (label, words) in known.items()]
    phones = [_phone(slot, label, words) for slot, (label, words) in known.items()]
    relation = Column("guardian_relation", _("Guardian is to the child"), RELATIONS, cells.text(20))
    second = Column("guardian_2_relation", _("Second guardian is to the child"), SECOND_RELATIONS, cells.text(20))
    return (*names, relation, second, *phones)


def _name(slot: str, label: str, words: tuple[str, ...]) -> Column:
    return Column(slot, label, (*words, *(f"{word}姓名" for word in words)), cells.person_name)


def _phone(slot: str, label: str, words: tuple[str, ...]) -> Column:
    aliases = tuple(f"{word}{phone}" for word in words for phone in PHONE_WORDS)
    again = tuple(f"{phone}2" for phone in PHONE_WORDS) if slot == "guardian_2" else ()
    return Column(f"{slot}_phone", _("%(who)s: phone") % {"who": label}, (*aliases, *again), cells.phone)


def with_guardians(mapping: Mapping) -> Mapping:
    """电话 is the guardian's beside a guardian, else the pupil's; what belongs to nobody named is kept under its own heading."""
    named = set(mapping.keys.values())
    plain = {heading for heading in mapping.keys if normalised(heading) in PHONE_WORDS}
    if "guardian" not in named:
        keys = {one: "phone" if one in plain and key == "guardian_phone" else key for one, key in mapping.keys.items()}
    elif "guardian_phone" not in named:
        keys = {one: "guardian_phone" if one in plain and key == "phone" else key for one, key in mapping.keys.items()}
    else:
        keys = mapping.keys
    of_nobody = {f"{slot}_{what}" for slot in SLOTS if slot not in named for what in ("phone", "relation")}
    return replace(mapping, keys={heading: EXTRA if key in of_nobody else key for heading, key in keys.items()})


def named_in(row: Row) -> Iterator[Named]:
    """Raises CellProblem for a telephone without a name."""
    for slot, relation in SLOTS.items():
        name, phone = row.values.get(slot), row.values.get(f"{slot}_phone", "")
        if name:
            yield Named(name, relation or row.values.get(f"{slot}_relation", ""), phone)
        elif phone:
            raise CellProblem(_("a guardian's phone stands here without a name; add the name, or take the phone out."))

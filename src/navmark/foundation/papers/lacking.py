"""What is still to be answered, for the self-check and for whoever moves a step on."""

from dataclasses import dataclass

from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import BEFORE, PaperField
from navmark.foundation.papers.known import Known

STEP = "step:"


@dataclass(frozen=True)
class Lacking:
    """A question without its answer, or with one that forbids to go on; `anchor` leads to it on the page."""

    field: PaperField
    why: str = ""

    @property
    def anchor(self) -> str:
        return f"#id_{self.field.key}"

    def __str__(self) -> str:
        return self.why or self.field.name


def lacking(description: Description, values: Values, known: Known, *, at_step: str = "") -> list[Lacking]:
    """What must be answered and is not: before it is finished, or, with `at_step`, at that step."""
    due = f"{STEP}{at_step}" if at_step else BEFORE
    asked = (
        (one, values.get(one.key)) for one in description.on(known.on) if one.required == due and description.asks(one, values)
    )
    return [Lacking(one, one.forbids(value)) for one, value in asked if value is None or one.forbids(value)]

"""PDF by typst. Facts enter as one JSON string and never as source, so no name or speech can change the page's code."""

import json
from pathlib import Path
from typing import Any

import navmark
from navmark.foundation.printing import fonts
from navmark.foundation.printing.characters import all_printable

ROOT = Path(navmark.__file__).parent  # a template may import "/foundation/printing/typst/paper.typ" from anywhere below


def typeset(template: Path, facts: dict[str, Any], *, faces: fonts.Faces | None = None) -> bytes:
    """The PDF of `template` (a .typ file of ours) with `facts`, which must be plain JSON values.

    Reproducible: neither date nor identifier enters the file, and of the machine only the faces that are named; those of today
    if none are given.
    """
    made: bytes = _compiled(template, facts, faces)
    return made


def pictured(template: Path, facts: dict[str, Any], *, dots: int = 96) -> bytes:
    """A PNG of its first page, `dots` an inch: for a page on which somebody decides how it is to look."""
    made = _compiled(template, facts, None, format="png", ppi=float(dots))
    first: bytes = made[0] if isinstance(made, list) else made
    return first


def _compiled(template: Path, facts: dict[str, Any], faces: fonts.Faces | None, **form: Any) -> Any:
    faces = faces or fonts.chosen()
    inputs = {
        "facts": json.dumps(all_printable(facts), ensure_ascii=False),
        "faces": json.dumps(fonts.families(faces), ensure_ascii=False),
    }
    import typst  # noqa: PLC0415  its 7 MB are held only by who prints

    return typst.compile(str(template), root=str(ROOT), font_paths=fonts.shelf_for(faces), sys_inputs=inputs, timestamp=0, **form)

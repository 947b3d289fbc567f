"""PDF by typst. Facts enter as one JSON string and never as source, so no name or speech can change the page's code."""

import json
from pathlib import Path
from typing import Any

import typst

import navmark
from navmark.foundation.printing import fonts
from navmark.foundation.printing.characters import all_printable

ROOT = Path(navmark.__file__).parent  # a template may import "/foundation/printing/typst/paper.typ" from anywhere below


def typeset(template: Path, facts: dict[str, Any]) -> bytes:
    """The PDF of `template` (a .typ file of ours) with `facts`, which must be plain JSON values.

    Reproducible: no date, no identifier and no system font enters the file.
    """
    inputs = {
        "facts": json.dumps(all_printable(facts), ensure_ascii=False),
        "faces": json.dumps(fonts.faces(), ensure_ascii=False),
    }
    return typst.compile(str(template), root=str(ROOT), font_paths=fonts.shelf(), sys_inputs=inputs, timestamp=0)

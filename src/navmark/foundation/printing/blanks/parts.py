"""The parts of an office file, which is an archive: some written anew, all others as they came."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree

_SAFE = etree.XMLParser(resolve_entities=False, no_network=True)


def opened(part: bytes) -> Any:
    return etree.fromstring(part, _SAFE)


def written(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def rewritten(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The file with these parts in place of its own."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part, changed.get(part.filename) or old.read(part))
    return out.getvalue()

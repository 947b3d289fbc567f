"""An address as a square that the camera of a phone reads (QR code, ISO/IEC 18004)."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe


def square(address: str, *, soil: str, **looks: Any) -> SafeString:
    """As SVG to stand in a page, never a Micro QR code, which few cameras read. `soil` is the level of correction: "l" on a
    screen, "m" on paper that many hands hold; `looks` are those of segno's `svg_inline`.
    """
    import segno  # noqa: PLC0415  held only by who draws one

    return mark_safe(segno.make(address, error=soil, micro=False).svg_inline(**looks))

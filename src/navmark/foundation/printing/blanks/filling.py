"""A form filled in: the words stand in its blanks, lists in their rows, and everything else of it stays as it came."""

from collections.abc import Mapping

from navmark.foundation.printing.blanks.areas import Lists


def filled(content: bytes, extension: str, words: Mapping[str, str], lists: Lists = ()) -> bytes:
    """The file with these words at these places (`Blank.place`) and these rows in these areas. In a workbook a number that is
    written plainly is one."""
    if extension == "docx":  # each with its libraries, 25 MB, held only by who fills in such a file
        from navmark.foundation.printing.blanks.documents import changed_parts  # noqa: PLC0415
    else:
        from navmark.foundation.printing.blanks.workbooks import changed_parts  # noqa: PLC0415
    from navmark.foundation.printing.blanks.parts import rewritten  # noqa: PLC0415

    return rewritten(content, changed_parts(content, words, lists))

"""打印: how does it stand on paper?

One sheet is said once, as blocks (`sheet`), and printed three ways (`as_pdf`, `as_docx`, `as_text`), so that the paper, the
file that WPS opens and the text to copy can never disagree. The same data gives the same bytes, for ever: a locked record
printed twice is one record. What is not a sheet of blocks (slips, a matrix) is a typst template of its own.
"""

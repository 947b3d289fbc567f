"""How does a table come in and go out?

A school's tables were made by hand for eyes, not for programs: titles above headings, merged classes, dates as text, numbers
that have lost their digits. This room reads them without guessing, says row by row what it cannot read and how to mend it,
and writes tables that WPS opens well. It holds no models and knows no person: the room that asks brings columns, a matcher
and a writer.
"""

"""The pages of a record, a file for each noun.

The page that shows the whole record belongs to the mechanism; these addresses take one thing each and lead back there. A form
that is refused comes back on a page of its own, with what was typed and what is wrong.
"""

"""Head and foot of an occasion's record on paper: plain values that a record freezes (`facts`), read from its rows (`reading`),
laid out as blocks (`layout`). Chinese here is the form's own wording, not the interface's, and is not translated.
"""

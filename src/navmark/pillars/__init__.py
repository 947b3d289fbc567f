"""The four shelves of the programme; a mechanism is one folder below."""

class Broken(ValueError):
    """The file cannot be read as what it says it is."""

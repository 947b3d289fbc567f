"""Pages: what is seen of the hours, and how they are noted."""

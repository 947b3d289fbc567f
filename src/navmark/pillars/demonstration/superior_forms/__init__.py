"""套表: the superior's own .xlsx or .docx form, its blanks told once what they ask, then filled from what the school knows."""

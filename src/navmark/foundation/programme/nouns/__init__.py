"""What a programme describes: a noun is its folder here and one line in `table`."""

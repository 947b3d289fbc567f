"""Pages of registers, a file a noun: the list, the entry, its steps, what is printed."""

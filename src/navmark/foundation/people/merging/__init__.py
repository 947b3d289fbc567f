"""合并: two rows of one person become one, in every room; told apart again on the same day."""

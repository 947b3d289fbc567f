"""Pages of pledges, a file a noun: the list, the pledge, how it begins and ends, its words."""

"""Pages of a tour, a file a noun: the tour in numbers, its slips and list, its groups and counts, what is printed."""

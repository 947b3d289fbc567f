"""What stands in the cells of a term, source by source; each reads with one query, however much there is."""

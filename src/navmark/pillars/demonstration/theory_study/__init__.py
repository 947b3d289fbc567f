"""理论学习: the hours that each member studied in a year, from who was there; what was made up; what is still open."""

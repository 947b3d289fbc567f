"""Forms of the people pages. They clean input and know no rule; what is refused is refused by the actions."""

"""What does this week bring? The term week by week: what is planned, due, whose turn it is, and what the keeper adds."""

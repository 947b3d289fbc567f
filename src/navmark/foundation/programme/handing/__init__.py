"""交接: what is open with a person, gathered from every room, passes to others in one go; and the sheet that both sign."""

"""The pages of the room: the plan, a week of it, what is taken away, the keeper's lines."""

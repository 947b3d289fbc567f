"""研学: of a tour of the register of study tours, who has a signed slip, who goes in which group, who was counted where."""

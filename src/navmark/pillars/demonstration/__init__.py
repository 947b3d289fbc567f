"""党建+示范: what members show to others."""

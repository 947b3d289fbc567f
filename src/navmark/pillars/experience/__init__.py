"""实效党建 and education by experience: what needs code of the pillar that lets children see for themselves."""

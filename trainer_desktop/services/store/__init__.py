"""A store: opened, looked up, its moments and roles, what others changed, and what can go wrong with it."""

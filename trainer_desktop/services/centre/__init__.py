"""Who works where and when, the rooms, and what is free."""

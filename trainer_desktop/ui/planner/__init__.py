"""The course planner."""

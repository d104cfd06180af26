"""Putting trainings in the calendar: one, a series, a whole plan; and taking an act back."""

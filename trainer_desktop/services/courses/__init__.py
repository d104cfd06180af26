"""A course: its facts, allowance, checks, days and rights, re-evaluations, tasks and end."""

"""Opsætning: what a centre is made of, entered and changed in the window."""

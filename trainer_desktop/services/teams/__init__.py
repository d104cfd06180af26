"""Teams, their meetings, and who is on them."""

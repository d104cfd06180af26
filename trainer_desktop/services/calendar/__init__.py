"""What the calendar shows, as values."""

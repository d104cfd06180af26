"""A centre moves in: its old system's export is read, checked, compared and written, or set aside with the reason."""

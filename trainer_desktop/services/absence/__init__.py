"""Somebody away or something closed: whom it hits, and where they could go."""

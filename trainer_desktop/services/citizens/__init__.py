"""Finding citizens, and a citizen's page."""

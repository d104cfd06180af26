"""Noting who came, wherever that is done: the card with what follows, and the steps at a closed door."""

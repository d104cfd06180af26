"""The waiting list and the freed-slot board."""

"""Citizens: found, taken in, merged, and their page."""

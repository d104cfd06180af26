"""The grid: where each training lies, how it is painted, and what the hand and the keys do on it."""

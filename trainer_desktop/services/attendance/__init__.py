"""Who came, and what follows."""

"""The gate: logging in, the lock, the first user, a forgotten password."""

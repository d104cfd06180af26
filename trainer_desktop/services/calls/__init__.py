"""Whom somebody must call, and what calls came to."""

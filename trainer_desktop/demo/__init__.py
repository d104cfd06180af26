"""The demo centre: how it is made, and a morning that is played at it."""

DEMO_USER = "DOS"

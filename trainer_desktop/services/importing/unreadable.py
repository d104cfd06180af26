"""What is raised for a file or folder that cannot be used at all."""


class Unreadable(Exception):
    """A file or folder that cannot be used at all; the text says which and why."""

"""Views on pages that are not shown."""

from PySide6.QtWidgets import QWidget


def is_off_page(view: QWidget) -> bool:
    """Whether a view is on a page that is not shown: then a screen reader is not told that its rows are."""
    return not view.isVisible() and view.window().isVisible()

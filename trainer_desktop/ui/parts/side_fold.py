"""A panel at the side of a page that folds away where there is no room, and comes out with a button."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.theme import theme


@guarded
class SideFold(QObject):
    """Watches a page's width: below `least` (pixels at 100 %) the panel is shown instead of `other` when asked for."""

    def __init__(
        self, page: QWidget, panel: QWidget, button: Button, least: int, other: QWidget
    ) -> None:
        super().__init__(page)
        self._page, self._panel, self._button, self._other = page, panel, button, other
        self._least = least
        button.setCheckable(True)
        button.toggled.connect(self.fit)
        button.hide()  # until the page is seen, its width says nothing
        page.installEventFilter(self)

    @property
    def narrow(self) -> bool:
        """Whether there is no room for both."""
        return self._page.width() < theme.px(self._least)

    def fit(self) -> None:
        """Show what there is room for."""
        if not self._page.isVisible():
            return
        narrow = self.narrow
        asked = self._button.isChecked()
        self._button.setVisible(narrow)
        self._panel.setVisible(not narrow or asked)
        self._other.setVisible(not narrow or not asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the page."""
        if watched is self._page and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return False

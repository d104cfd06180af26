"""A paper's sheets as pictures, beside what is being written."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.theme import theme


def sheets(pdf: bytes, wide: int, ratio: float) -> list[QPixmap]:
    """Each sheet as a picture of a width in points of the screen."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number in range(len(document)):
        page = document[number]
        bitmap = page.render(scale=wide / page.get_width() * ratio)
        picture = bitmap.to_pil().convert("RGB")
        across, down = picture.size
        raw = picture.tobytes()
        image = QImage(raw, across, down, across * 3, QImage.Format.Format_RGB888).copy()
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        found.append(pixmap)
    document.close()
    return found


@guarded
class SheetView(QScrollArea):
    """Shows the sheets below each other, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.pdf = b""
        self.count = 0
        self._pages = QVBoxLayout()
        self._pages.setSpacing(theme.px(12))
        self._pages.setContentsMargins(*(theme.px(16),) * 4)
        inner = QWidget()
        inner.setLayout(self._pages)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("How it will look"))

    @Slot(object)
    def show_pdf(self, pdf: bytes) -> None:
        """Show a paper."""
        self.pdf = pdf
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for another width."""
        before = event.oldSize().width()
        super().resizeEvent(event)
        if self.pdf and before != event.size().width():
            self._draw()

    def _draw(self) -> None:
        while (item := self._pages.takeAt(0)) is not None:
            widget = item.widget()
            if widget:
                widget.deleteLater()
        wide = max(200, min(self.viewport().width() - theme.px(40), theme.px(720)))
        pictures = sheets(self.pdf, wide, self.devicePixelRatioF()) if self.pdf else []
        self.count = len(pictures)
        for number, pixmap in enumerate(pictures, 1):
            label = QLabel()
            label.setPixmap(pixmap)
            label.setFrameShape(QLabel.Shape.Box)
            label.setAccessibleName(self.tr("Page {n}").format(n=number))
            self._pages.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pages.addStretch(1)

"""A paper's sheets as pictures, beside what is being written."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.theme import theme

A4 = 297 / 210  # how much higher than wide a sheet is
MARGIN, LEAST = 16, 200


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
    """Shows the sheets below each other, each as large as a whole one fits."""

    def __init__(self) -> None:
        super().__init__()
        self.pdf = b""
        self.count = 0
        self._labels: list[QLabel] = []
        self._pages = QVBoxLayout()
        self._pages.setSpacing(theme.px(12))
        self._pages.setContentsMargins(*(theme.px(MARGIN),) * 4)
        self._pages.addStretch(1)
        inner = QWidget()
        inner.setLayout(self._pages)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("How it will look"))

    @Slot(object)
    def show_pdf(self, pdf: bytes) -> None:
        """Show a paper; one looks on where one was."""
        self.pdf = pdf
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for another size."""
        before = event.oldSize()
        super().resizeEvent(event)
        if self.pdf and before != event.size():
            self._draw()

    def _draw(self) -> None:
        around = 2 * theme.px(MARGIN) + 2
        across, down = self.width() - around, self.height() - around
        wide = max(LEAST, min(across, int(down / A4)))
        pictures = sheets(self.pdf, wide, self.devicePixelRatioF()) if self.pdf else []
        self.count = len(pictures)
        while len(self._labels) > len(pictures):
            self._labels.pop().deleteLater()
        for number in range(len(self._labels), len(pictures)):
            label = QLabel()
            label.setStyleSheet(f"border: 1px solid {theme['line'].name()};")
            label.setAccessibleName(self.tr("Page {n}").format(n=number + 1))
            self._pages.insertWidget(number, label, 0, Qt.AlignmentFlag.AlignHCenter)
            self._labels.append(label)
        for label, pixmap in zip(self._labels, pictures, strict=True):
            label.setPixmap(pixmap)

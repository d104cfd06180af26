"""A paper as it will be printed: its pages on the screen, then to the printer or to a file."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from trainer_desktop import paths
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services import Work
from trainer_desktop.services.store.trouble import os_words
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Panel, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.refusals import tr_refused
from trainer_desktop.ui.theme import theme

P = ParamSpec("P")
DPI = 96


def preview(
    parent: QWidget,
    title: str,
    app: AppContext,
    paper: Callable[Concatenate[Work, P], bytes],
    *args: P.args,
    **kwargs: P.kwargs,
) -> "PreviewDialog":
    """Draw a paper on a worker, and show it when it is there."""
    dialog = PreviewDialog(title, parent)

    def drawn(work: Work) -> bytes | Refused:
        try:
            return paper(work, *args, **kwargs)
        except Refused as no:  # said where the pages would have been
            return no

    app.ask_later(dialog, dialog.show_pdf, drawn)
    dialog.open()
    return dialog


class PreviewDialog(QDialog):
    """The pages of one PDF; the PDF itself goes to the printer."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(title)
        self.pdf = b""
        self._title = title
        self._pages = QVBoxLayout()
        self._pages.setSpacing(theme.px(16))
        self._pages.setContentsMargins(*(theme.px(24),) * 4)
        inner = QWidget()
        inner.setLayout(self._pages)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inner)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setAccessibleName(self.tr("The pages as they will be printed"))
        self._note = Text(self.tr("Drawing the pages …"), "small", "text-3")
        self._print = Button(self.tr("Print"), "primary", icon="print", key="Ctrl+P")
        self._print.setShortcut("Ctrl+P")
        self._save = Button(self.tr("Save as PDF …"), "plain", icon="pdf")
        close = Button(self.tr("Close"), "plain", key="Esc")
        for button in (self._print, self._save):
            button.setEnabled(False)
        self._print.clicked.connect(self._send)
        self._save.clicked.connect(self._save_as)
        close.clicked.connect(self.reject)
        bar = Panel("surface", "t")
        row(
            self._note,
            None,
            close,
            self._save,
            self._print,
            gap=8,
            margins=(16, 10, 16, 10),
            on=bar,
        )
        col((self._scroll, 1), bar, on=self)
        self.resize(theme.px(880), theme.px(820))

    @Slot(object)
    def show_pdf(self, pdf: bytes | Refused) -> None:
        """Show the pages of a PDF, or why there are none."""
        if isinstance(pdf, Refused):
            said = Text(". ".join(part for part in tr_refused(pdf) if part), "heading", wrap=True)
            self._pages.addWidget(said)
            self._note.setText("")
            return
        import pypdfium2

        self.pdf = pdf
        document = pypdfium2.PdfDocument(pdf)
        ratio = self.devicePixelRatioF()
        for number in range(len(document)):
            page = document[number]
            room = self._scroll.viewport().width() - theme.px(56)
            fits = min(1.0, room * 72 / DPI / page.get_width())  # no sheet is cut at the right
            bitmap = page.render(scale=DPI / 72 * ratio * fits)
            picture = bitmap.to_pil().convert("RGB")
            raw = picture.tobytes()
            wide, high = picture.size
            image = QImage(raw, wide, high, wide * 3, QImage.Format.Format_RGB888).copy()
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(ratio)
            label = QLabel()
            label.setPixmap(pixmap)
            label.setFrameShape(QLabel.Shape.Box)
            label.setAccessibleName(self.tr("Page {n}").format(n=number + 1))
            self._pages.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        self._note.setText(self.tr("%n page(s)", "", len(document)))
        document.close()
        for button in (self._print, self._save):
            button.setEnabled(True)
        self._print.setFocus()

    @Slot()
    def _save_as(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = str(Path(folder) / f"{self._title}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")
        if chosen:
            self._write(Path(chosen))

    def _write(self, file: Path) -> None:
        part = file.with_suffix(".part")
        try:
            part.write_bytes(self.pdf)
            os.replace(part, file)
        except OSError as trouble:
            said = self.tr("It could not be saved: {why}. Choose another place.")
            self._note.setText(said.format(why=os_words(trouble)))
            return
        self._note.setText(self.tr("Saved as {file}").format(file=file.name))

    @Slot()
    def _send(self) -> None:
        """Send the PDF itself to the printer; where there is no print command, open it for printing."""
        handle, name = tempfile.mkstemp(suffix=".pdf")
        with os.fdopen(handle, "wb") as file:
            file.write(self.pdf)
        try:
            if shutil.which("lp"):
                done = subprocess.run(
                    ["lp", name], capture_output=True, check=False, env=paths.outside()
                )
                self._say_sent(done.returncode == 0)
            else:
                self._send_as_pictures()
        finally:
            Path(name).unlink(missing_ok=True)

    def _say_sent(self, sent: bool) -> None:
        no = self.tr("No printer answered. Save it as PDF, or choose a printer in the system.")
        self._note.setText(self.tr("Sent to the printer") if sent else no)

    def _send_as_pictures(self) -> None:
        """For Windows: each page at 300 dpi through the system's own print dialog."""
        import pypdfium2
        from PySide6.QtGui import QPainter
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        if QPrintDialog(printer, self).exec() != QDialog.DialogCode.Accepted:
            return
        document = pypdfium2.PdfDocument(self.pdf)
        painter = QPainter(printer)
        for number in range(len(document)):
            if number:
                printer.newPage()
            picture = document[number].render(scale=300 / 72).to_pil().convert("RGB")
            wide, high = picture.size
            image = QImage(picture.tobytes(), wide, high, wide * 3, QImage.Format.Format_RGB888)
            painter.drawImage(printer.pageRect(QPrinter.Unit.DevicePixel), image)
        painter.end()
        document.close()
        self._say_sent(True)

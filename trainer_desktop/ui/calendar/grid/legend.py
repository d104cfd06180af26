"""What the small blocks of the centre's week mean."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trainer_desktop.rules.course import Form
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.ui.calendar.grid.small_block import small_picture
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_icon, draw_text, hline
from trainer_desktop.ui.theme import RIGHT, theme
from trainer_desktop.ui.words import tr_look

SHOWN = (
    *(Look.PLANNED, Look.CAME, Look.LATE, Look.IN_TIME),
    *(Look.LATE_CANCEL, Look.STAYED_AWAY, Look.CENTRE),
)


@guarded
class Legend(QWidget):
    """A strip of samples with their words."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(36))
        self.setAccessibleName(", ".join(tr_look(look) for look in SHOWN))

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, px = QPainter(self), theme.px
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.fillRect(self.rect(), theme["surface"])
        hline(p, 0, self.width(), 0)
        x = float(px(16))
        for look in SHOWN:
            top, size = (self.height() - px(18)) // 2, QSize(px(22), px(18))
            ratio = self.devicePixelRatioF()
            sample = small_picture(look, Form.INDIVIDUAL, "", team=False, size=size, ratio=ratio)
            p.drawPixmap(QPointF(x, top), sample)
            if look is Look.CAME:
                draw_icon(p, "came", x + px(6), top + px(3), px(12), "good-text")
            x += px(30)
            words = QRectF(x, 0, px(200), self.height())
            x += draw_text(p, words, tr_look(look), "small", "text-2") + px(20)
        room = self.width() - px(16) - x
        said = self.tr("White is free time. Double-click an empty place to book.")
        if room > px(280):
            draw_text(p, QRectF(x, 0, room, self.height()), said, "small", "text-3", RIGHT)

"""Paints a training as a few pixels of a strip: stripe, initials where they fit, the icon of every exception.

A week of a whole centre is a thousand of these, most of them alike, so each kind is painted once and kept.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from trainer_desktop.rules.course import Form
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.ui.calendar.grid.block_paint import DRESS, FORM_ICON, prepared
from trainer_desktop.ui.paint import draw_icon, hatch
from trainer_desktop.ui.theme import font, theme


def small_picture(
    look: Look, form: Form, said: str, *, team: bool, size: QSize, ratio: float
) -> QPixmap:
    """The picture of a training at a size in logical pixels, for a screen's pixel ratio; `said` are initials."""
    wide, high = size.width(), size.height()
    return _picture(look, form, said, team, wide, high, ratio, theme.mode, theme.scale)


@lru_cache(maxsize=4096)
def _picture(
    look: Look,
    form: Form,
    said: str,
    team: bool,
    wide: int,
    high: int,
    ratio: float,
    _mode: str,
    _scale: float,
) -> QPixmap:
    picture = QPixmap(QSize(wide, high) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    p = QPainter(picture)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, wide, high)
    planned = look in (Look.PLANNED, Look.NEEDS_MARK)
    _body(p, box, look, team=team, planned=planned)
    _inside(p, box.adjusted(2, 0, 0, 0), look, form, said, lively=planned or team)
    p.end()
    return picture


def forget_pictures() -> None:
    """Paint every kind anew from now on."""
    _picture.cache_clear()


def _body(p: QPainter, box: QRectF, look: Look, *, team: bool, planned: bool) -> None:
    dress = DRESS[look]
    shape = QPainterPath()
    shape.addRoundedRect(box, 3, 3)
    p.fillPath(shape, theme["accent-tint-2" if team or planned else dress.fill])
    p.save()
    p.setClipPath(shape)
    if dress.hatched:
        hatch(p, box, "hatch", 6, 1.2)
    if dress.stripe:
        p.fillRect(QRectF(0, 0, 2, box.height()), theme[dress.stripe])
        if team:
            p.fillRect(QRectF(3.5, 0, 1.5, box.height()), theme[dress.stripe])
    p.restore()
    edge = dress.edge or (dress.stripe if theme.mode == "contrast" else "")
    if edge:
        pen = QPen(theme[edge], 1)
        if dress.dashed:
            pen.setDashPattern([2.5, 2.5])
        p.setPen(pen)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def _inside(p: QPainter, box: QRectF, look: Look, form: Form, said: str, *, lively: bool) -> None:
    dress = DRESS[look]
    size = theme.px(12)
    mark = dress.icon if dress.icon and look is not Look.CAME else ""
    ink = dress.ink
    if not mark and form in FORM_ICON:
        mark, ink = FORM_ICON[form], "accent-text" if lively else "text-3"
    at = box.center()
    if mark:
        size = size if box.width() >= theme.px(15) else theme.px(10)
        if box.width() >= size - 2:
            draw_icon(p, mark, at.x() - size / 2, at.y() - size / 2, size, ink)
        return
    strong = look in (Look.PLANNED, Look.NEEDS_MARK)
    weight = 500 if strong else 400
    text = prepared(said, "block-meta", True, weight, theme.mode, theme.scale)
    drawn = text.size()
    if drawn.width() <= box.width() - 1:
        p.setFont(font("block-meta", True, weight))
        p.setPen(theme["text" if strong else "text-3"])
        p.drawStaticText(QPointF(at.x() - drawn.width() / 2, at.y() - drawn.height() / 2), text)

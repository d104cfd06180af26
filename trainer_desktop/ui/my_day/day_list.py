"""The day's lines: each training with its state and the keys that mark it."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from trainer_desktop.services.attendance.look import Look
from trainer_desktop.ui import dates
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.my_day.day_item_model import DayItemModel, DayRow
from trainer_desktop.ui.paint import (
    chip_width,
    draw_chip,
    draw_icon,
    draw_pill,
    draw_text,
    hline,
    rounded,
)
from trainer_desktop.ui.parts.index import Index
from trainer_desktop.ui.parts.off_page import is_off_page
from trainer_desktop.ui.theme import CENTRE, RIGHT, theme, width
from trainer_desktop.ui.words import ICONS, TONES


@guarded
class DayDelegate(QStyledItemDelegate):
    """Paints a training, or a stretch of free time, across the page."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = _row(index)
        return QSize(theme.px(300), theme.px(44 if line.card is None else 72))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A training's line, or a heading."""
        line = _row(index)
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.card is None:
            _paint_free(p, rect, line)
        else:
            _paint_training(p, rect, line, bool(state & QStyle.StateFlag.State_Selected))
        p.restore()


def _row(index: Index) -> DayRow:
    model = index.model()
    assert isinstance(model, DayItemModel)
    return model.row(index)


def _paint_free(p: QPainter, rect: QRectF, line: DayRow) -> None:
    px = theme.px
    p.fillRect(rect, theme["sunken"])
    draw_text(p, rect.adjusted(px(96), 0, 0, 0), line.words, "small", "text-2", figures=True)
    if line.now:
        y = rect.top() + rect.height() * line.share
        p.fillRect(QRectF(rect.left(), y, rect.width(), 1), theme["now"])
        tag = QRectF(px(24), y - px(9), width(line.now, "micro", True, 600) + px(12), px(18))
        rounded(p, tag, 4, "now")
        ink = "#3A0B08" if theme.mode == "dark" else "#FFFFFF"
        draw_text(p, tag, line.now, "micro", ink, CENTRE, figures=True, weight=600)


def _paint_training(p: QPainter, rect: QRectF, line: DayRow, selected: bool) -> None:
    card, px = line.card, theme.px
    assert card
    p.fillRect(rect, theme["accent-tint" if selected else "surface"])
    if selected:
        p.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme["mark"])
    past = card.look not in (Look.PLANNED, Look.NEEDS_MARK)
    ink, weight = ("text-2", 500) if past else ("text", 600)
    top = rect.top()
    starts = QRectF(px(24), top + px(15), px(60), px(20))
    draw_text(p, starts, dates.clock(line.starts), "heading", ink, figures=True, weight=600)
    ends = QRectF(px(24), top + px(36), px(60), px(18))
    draw_text(p, ends, dates.clock(line.ends), "small", "text-3", figures=True)
    right = _paint_state(p, rect, line, selected)
    room = right - px(96) - px(16)
    draw_text(
        p, QRectF(px(96), top + px(15), room, px(20)), card.name, "heading", ink, weight=weight
    )
    note = QRectF(px(96), top + px(37), room, px(18))
    used = draw_text(p, note, line.words, "small", "text-3", figures=True)
    if line.pill and used + px(200) < room:
        draw_pill(p, px(96) + used + px(12), top + px(36), line.pill, "warn", line.pill_icon)
    hline(p, px(24), rect.right() - px(24), rect.bottom(), "line-soft")


def _paint_state(p: QPainter, rect: QRectF, line: DayRow, selected: bool) -> float:
    card, px = line.card, theme.px
    assert card
    x = rect.right() - px(24)
    if card.look is Look.NEEDS_MARK or (card.look is Look.PLANNED and selected and line.begun):
        return _paint_keys(p, rect, x, line)
    words = line.state
    tone = f"{TONES[card.look]}-text" if card.look is not Look.PLANNED else "text-3"
    style = "small" if card.look is Look.PLANNED else "body"
    wide = width(words, style)
    draw_text(
        p, QRectF(x - wide - 2, rect.top(), wide + 2, rect.height()), words, style, tone, RIGHT
    )
    if card.look is Look.PLANNED:
        return x - wide
    size = px(16)
    draw_icon(p, ICONS[card.look], x - wide - px(26), rect.center().y() - size / 2, size, tone)
    return x - wide - px(30)


def _paint_keys(p: QPainter, rect: QRectF, x: float, line: DayRow) -> float:
    px = theme.px
    for key, word in reversed(line.keys):
        wide = width(word, "strong", weight=600) + chip_width(key) + px(26)
        x -= wide
        box = QRectF(x, rect.center().y() - px(16), wide, px(32))
        first = key == line.keys[0][0]
        rounded(p, box, 6, "accent" if first else "surface", None if first else "line-strong")
        ink, weight = ("on-accent", 600) if first else ("text", 500)
        draw_text(p, box.adjusted(px(12), 0, 0, 0), word, "strong", ink, weight=weight)
        cap = QRectF(
            box.right() - chip_width(key) - px(7), box.center().y() - px(9), chip_width(key), px(18)
        )
        draw_chip(p, cap, key, on_accent=first)
        x -= px(8)
    return x


@guarded
class DayList(QListView):
    """The trainings of the day; the keys M, A, U and F mark the selected one."""

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where a line is seen; nothing off the page."""
        return QRect() if is_off_page(self) else super().visualRect(index)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: letters are keys for attendance here."""
        pass  # letters are keys for attendance here

    def sizeHint(self) -> QSize:
        return QSize(theme.px(600), theme.px(400))

"""What the palette has found, as a list: each hit, its rows, and how they are painted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from trainer_desktop.services.citizens.finding import FoundCitizen
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import (
    chip_width,
    draw_avatar,
    draw_chip,
    draw_icon,
    draw_text,
    initials,
    rounded,
)
from trainer_desktop.ui.parts.index import Index
from trainer_desktop.ui.theme import RIGHT, theme, width

HIGH = 46


@dataclass(frozen=True)
class Hit:
    """Something found: an avatar for people, an icon for the rest; `act` is None for a heading.

    `side` stands at the right edge; `found` is whoever its actions are for, `about` whom an action is for.
    """

    title: str
    note: str = ""
    icon: str = ""
    key: str = ""
    act: Callable[[], object] | None = None
    side: str = ""
    found: FoundCitizen | None = None
    about: FoundCitizen | None = None


@guarded
class HitItemModel(QAbstractListModel):
    """What was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def show_hits(self, hits: list[Hit]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def hit(self, index: Index) -> Hit | None:
        """The hit of a row; None for one that was shown before."""
        return self.hits[index.row()] if 0 <= index.row() < len(self.hits) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A hit's title, and its sentence for a screen reader."""
        hit = self.hit(index)
        if hit is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(p for p in (hit.title, hit.note, hit.side, hit.key) if p)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading can be read and not chosen."""
        hit = self.hit(index)
        if hit and hit.act is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


@guarded
class HitDelegate(QStyledItemDelegate):
    """Paints a hit; what was typed stands out in its title."""

    words = ""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, HitItemModel)
        hit = model.hit(index)
        return QSize(theme.px(400), theme.px(HIGH if hit and hit.act else 30))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A hit: its sign, title, note and key."""
        model, px = index.model(), theme.px
        assert isinstance(model, HitItemModel)
        hit = model.hit(index)
        if hit is None:
            return
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hit.act is None:
            draw_text(
                p, rect.adjusted(px(20), px(6), 0, 0), hit.title, "micro", "text-3", weight=600
            )
            p.restore()
            return
        on = bool(state & QStyle.StateFlag.State_Selected)
        if on:
            rounded(p, rect.adjusted(8, 1, -8, -1), 8, "accent-tint")
            p.fillRect(
                QRectF(rect.left() + 8, rect.top() + 12, 3, rect.height() - 24), theme["mark"]
            )
        if hit.icon:
            size = px(18)
            draw_icon(
                p, hit.icon, rect.left() + px(26), rect.center().y() - size / 2, size, "text-2"
            )
        else:
            box = QRectF(rect.left() + px(20), rect.top() + px(8), px(30), px(30))
            draw_avatar(p, box, initials(hit.title), "accent" if on else "done")
        left, wide = rect.left() + px(64), rect.width() - px(64) - px(110)
        side = px(110)
        if hit.side:
            side = int(width(hit.side, "small", True)) + px(36)
            box = QRectF(rect.right() - side, rect.top(), side - px(20), rect.height())
            draw_text(p, box, hit.side, "small", "text-2", RIGHT, figures=True)
        wide = rect.width() - px(64) - side
        top = rect.top() + px(6 if hit.note else 14)
        upper = QRectF(left, top, wide, px(18))
        _paint_title(p, upper, hit.title, self.words, 600 if on else 500)
        lower = QRectF(left, rect.top() + px(24), wide, px(16))
        draw_text(p, lower, hit.note, "small", "text-2" if on else "text-3", figures=True)
        if hit.key:
            cap = QRectF(
                rect.right() - px(20) - chip_width(hit.key),
                rect.center().y() - px(10),
                chip_width(hit.key),
                px(20),
            )
            draw_chip(p, cap, hit.key)
        p.restore()


def _paint_title(p: QPainter, box: QRectF, title: str, words: str, weight: int) -> None:
    """The title, with the first word that was typed in bold where it begins a word."""
    typed = words.split()[0].casefold() if words.split() else ""
    place = f" {title.casefold()}".find(f" {typed}") if typed else -1
    if place < 0:
        draw_text(p, box, title, "body", "text", weight=weight)
        return
    x = box.left()
    for part, heavy in (
        (title[:place], weight),
        (title[place : place + len(typed)], 700),
        (title[place + len(typed) :], weight),
    ):
        room = QRectF(x, box.top(), max(0.0, box.right() - x), box.height())
        x += draw_text(p, room, part, "body", "text", weight=heavy)

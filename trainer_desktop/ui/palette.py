"""Ctrl+K: one field that finds citizens, colleagues, dates and actions."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from trainer_desktop.services import citizens, roster
from trainer_desktop.services.moments import monday_of
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.paint import (
    chip_width,
    draw_avatar,
    draw_chip,
    draw_icon,
    draw_text,
    initials,
    rounded,
)
from trainer_desktop.ui.parts.basics import Rule
from trainer_desktop.ui.parts.float_card import FloatCard
from trainer_desktop.ui.theme import font, theme
from trainer_desktop.ui.words import tr_basis

Index = QModelIndex | QPersistentModelIndex
MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
HIGH = 46


@dataclass(frozen=True)
class Hit:
    """Something found: an avatar for people, an icon for the rest; `act` is None for a heading."""

    title: str
    note: str = ""
    icon: str = ""
    key: str = ""
    act: Callable[[], object] | None = None


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

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(p for p in (hit.title, hit.note, hit.key) if p)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.hits[index.row()].act is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class HitDelegate(QStyledItemDelegate):
    """Paints a hit."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, HitItemModel)
        return QSize(theme.px(400), theme.px(HIGH if model.hits[index.row()].act else 30))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, px = index.model(), theme.px
        assert isinstance(model, HitItemModel)
        hit = model.hits[index.row()]
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
        upper = QRectF(left, rect.top() + px(6), wide, px(18))
        draw_text(p, upper, hit.title, "body", "text", weight=600 if on else 500)
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


class Palette(FloatCard):
    """Type, arrow, Enter."""

    def __init__(self, app: AppContext, actions: list[QAction], over: QWidget) -> None:
        super().__init__(over, 640, 12)
        self.app = app
        self._actions = actions
        self._staff = app.ask(roster.therapists)
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Find a citizen, a day or something to do"))
        self._words.setAccessibleName(self.tr("Find a citizen, a day or something to do"))
        self._words.setFont(font("title", weight=400))
        self._words.setStyleSheet(
            f"QLineEdit {{ border: 0; background: transparent; padding: 0 {theme.px(20)}px;"
            f" min-height: {theme.px(56)}px; color: {theme['text'].name()}; }}"
        )
        self._words.installEventFilter(self)
        self._items = HitItemModel(self)
        self._list = QListView()
        self._list.setModel(self._items)
        self._list.setItemDelegate(HitDelegate(self._list))
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setStyleSheet("QListView { background: transparent; }")
        self._list.setAccessibleName(self.tr("Found"))
        self._list.clicked.connect(self._take)
        self.box.addWidget(self._words)
        self.box.addWidget(Rule())
        self.box.addWidget(self._list)
        self.box.addSpacing(theme.px(8))
        self._words.textChanged.connect(self._search)
        self._search()

    def place(self, at: QPoint) -> None:
        super().place(at)
        self._words.setFocus()

    @property
    def words(self) -> QLineEdit:
        """The field."""
        return self._words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self._list.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        row = self._list.currentIndex().row() + by
        while 0 <= row < len(self._items.hits):
            if self._items.hits[row].act:
                self._list.setCurrentIndex(self._items.index(row))
                return
            row += by

    @Slot()
    def _search(self) -> None:
        text = self._words.text().strip()
        hits: list[Hit] = []
        for title, some in (
            (self.tr("Dates"), self._dates(text)),
            (self.tr("Citizens"), self._citizens(text)),
            (self.tr("Actions"), self._doings(text)),
            (self.tr("Colleagues"), self._colleagues(text)),
        ):
            if some:
                hits += [Hit(title), *some]
        if not hits:
            hits = [Hit(self.tr("Nothing is found. Try fewer letters."))]
        self._items.show_hits(hits)
        self._list.setCurrentIndex(QModelIndex())
        self._step(1)
        high = sum(theme.px(HIGH if h.act else 30) for h in hits)
        self._list.setFixedHeight(min(high, theme.px(470)))
        if self.isVisible():
            spot = self.pos()
            super().place(QPoint(spot.x() + 28, spot.y() + 28))

    def _citizens(self, text: str) -> list[Hit]:
        if not text:
            return []
        hits = []
        for card in self.app.ask(citizens.find, text, 6):
            parts = [card.number, self.tr("{n} years").format(n=card.age) if card.age else ""]
            parts += [tr_basis(card.active) if card.active else "", card.responsible]
            note = " · ".join(p for p in parts if p)
            act = self._opening(card.id)
            hits.append(Hit(card.name, note, act=act))
        return hits

    def _opening(self, citizen_id: object) -> Callable[[], object]:
        return lambda: self.app.open_citizen.emit(citizen_id)

    def _dates(self, text: str) -> list[Hit]:
        day = day_meant(text, self.app.now().date())
        if day is None:
            return []
        week = self.tr("Week {n}").format(n=dates.week_number(day))
        return [
            Hit(
                dates.long_day_year(day),
                week,
                "calendar",
                act=lambda: self.app.open_day.emit(day, None),
            )
        ]

    def _doings(self, text: str) -> list[Hit]:
        wanted = text.casefold()
        hits = []
        for action in self._actions:
            title = action.text().replace("&", "")
            if wanted in title.casefold() and action.isEnabled():
                key = action.shortcut().toString()
                hits.append(Hit(title, "", "enter", key, act=action.trigger))
        return hits[:6]

    def _colleagues(self, text: str) -> list[Hit]:
        if not text:
            return []
        wanted = text.casefold()
        found = [
            s for s in self._staff if wanted in s.name.casefold() or wanted == s.short.casefold()
        ]
        return [
            Hit(
                f"{s.name}",
                f"{s.short} · {s.centre}",
                act=lambda: self.app.open_day.emit(self.app.now().date(), None),
            )
            for s in found[:4]
        ]

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        hit = self._items.hits[index.row()] if index.isValid() else None
        if hit and hit.act:
            self.dismiss()
            hit.act()


def day_meant(text: str, today: date) -> date | None:
    """The day that somebody typed: «uge 3», «3. dec», «3/12», «3-12-2026», «i morgen»; the next such day."""
    plain = text.casefold().strip()
    if plain in ("i dag", "today"):
        return today
    if plain in ("i morgen", "tomorrow"):
        return today + timedelta(days=1)
    if found := re.fullmatch(r"(?:uge|week)\s*(\d{1,2})", plain):
        return _week(int(found[1]), today)
    found = re.fullmatch(r"(\d{1,2})[./-]\s?(\d{1,2})(?:[./-](\d{4}))?", plain)
    if found:
        return _next_day(int(found[1]), int(found[2]), found[3], today)
    found = re.fullmatch(r"(\d{1,2})\.?\s*([a-zæøå]{3,})\.?(?:\s+(\d{4}))?", plain)
    if found and found[2][:3] in MONTHS:
        return _next_day(int(found[1]), MONTHS.index(found[2][:3]) + 1, found[3], today)
    return None


def _week(number: int, today: date) -> date | None:
    for year in (today.isocalendar().year, today.isocalendar().year + 1):
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            return None
        if monday >= monday_of(today) - timedelta(weeks=20):
            return monday
    return None


def _next_day(day: int, month: int, year: str | None, today: date) -> date | None:
    years = [int(year)] if year else [today.year, today.year + 1]
    for one in years:
        try:
            meant = date(one, month, day)
        except ValueError:
            continue
        if year or meant >= today - timedelta(days=120):
            return meant
    return None

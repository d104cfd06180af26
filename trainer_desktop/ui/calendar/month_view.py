"""The month: a table of days with load, free times, teams and what is special; every day is a cell that can be read aloud."""

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)

from trainer_desktop.services.calendar.month import MonthDayCard
from trainer_desktop.ui.calendar.month_days import MonthDelegate, MonthItemModel
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text
from trainer_desktop.ui.parts.off_page import is_off_page
from trainer_desktop.ui.theme import theme


@guarded
class MonthView(QTableView):
    """A month; Enter or a double click opens the day, the arrow keys walk the days."""

    day_wished = Signal(object)  # date
    stepped = Signal(int)  # months
    today_wished = Signal()
    menu_wished = Signal(object)  # QPoint, global

    def __init__(self) -> None:
        super().__init__()
        self._items = MonthItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(MonthDelegate(self))
        self.setAccessibleName(self.tr("Month"))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        head, side = self.horizontalHeader(), self.verticalHeader()
        head.setFixedHeight(theme.px(34))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side.setFixedWidth(theme.px(56))
        side.setHighlightSections(False)
        side.setSectionsClickable(False)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        side.setMinimumSectionSize(theme.px(84))
        for header, pad in ((head, f"0 0 0 {theme.px(12)}px"), (side, "10px 0 0 0")):
            header.setStyleSheet(
                f"QHeaderView, QHeaderView::section {{ background: {theme['surface'].name()};"
                f" color: {theme['text-2'].name()}; border: 0; padding: 0; }}"
                f"QHeaderView::section {{ padding: {pad}; }}"
            )
        side.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCornerButtonEnabled(False)
        week = Text(self.tr("Week"), "small", "text-2")
        week.setParent(self)
        week.setAlignment(Qt.AlignmentFlag.AlignCenter)
        week.setFixedSize(theme.px(56), theme.px(34))
        corner = (
            f"QTableCornerButton::section {{ background: {theme['surface'].name()}; border: 0; }}"
        )
        self.setStyleSheet(f"QTableView {{ background: {theme['surface'].name()}; }} {corner}")
        self.activated.connect(self._open)
        self.doubleClicked.connect(self._open)

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where a day is seen; nothing off the page."""
        return QRect() if is_off_page(self) else super().visualRect(index)

    def show_days(self, days: list[MonthDayCard], chosen: date, today: date) -> None:
        """Show a month, with a day chosen."""
        self._items.show_days(days, today)
        self.setCurrentIndex(self._items.index_of(chosen))
        self._share()

    def day(self) -> date | None:
        """The chosen day."""
        card = self._items.day(self.currentIndex())
        return card.day if card else None

    def items(self) -> MonthItemModel:
        """The days."""
        return self._items

    def _open(self, index: QModelIndex) -> None:
        card = self._items.day(index)
        if card:
            self.day_wished.emit(card.day)

    def _share(self) -> None:
        """Saturday and Sunday are narrow: little happens there."""
        whole = self.viewport().width()
        narrow = min(theme.px(92), whole // 9)
        wide = (whole - 2 * narrow) // 5
        for column in range(7):
            self.setColumnWidth(column, narrow if column >= 5 else wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the weeks."""
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a day, Page Up and Page Down step months."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._open(self.currentIndex())
            case Qt.Key.Key_PageUp:
                self.stepped.emit(-1)
            case Qt.Key.Key_PageDown:
                self.stepped.emit(1)
            case Qt.Key.Key_Home:
                self.today_wished.emit()
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: letters are keys here."""
        pass  # letters are keys here

    def contextMenuEvent(self, event: Any) -> None:
        """Ask for the day's menu."""
        spot: QPoint = event.globalPos()
        self.menu_wished.emit(spot)

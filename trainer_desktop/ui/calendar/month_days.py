"""The month's days: how full each is, in figures, colours and words."""

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
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

from trainer_desktop.services.calendar.month import MonthDayCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_icon, draw_text, hatch, hline, rounded, vline
from trainer_desktop.ui.parts.index import Index
from trainer_desktop.ui.theme import RIGHT, font, line_height, metrics, theme, width
from trainer_desktop.ui.words import tr_absence

translate = QCoreApplication.translate

FULL = 95  # percent from which a day is full


@guarded
class MonthItemModel(QAbstractTableModel):
    """Weeks as rows, weekdays as columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.days: list[MonthDayCard] = []
        self.today = date.min

    def show_days(self, days: list[MonthDayCard], today: date) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self.days, self.today = days, today
        self.endResetModel()

    def day(self, index: Index) -> MonthDayCard | None:
        """The day behind a cell."""
        place = index.row() * 7 + index.column()
        return self.days[place] if index.isValid() and place < len(self.days) else None

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day; no cell when it is not shown."""
        for place, card in enumerate(self.days):
            if card.day == day:
                return self.index(place // 7, place % 7)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.days) // 7

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A day's figure, and its sentence for a screen reader."""
        card = self.day(index)
        if card is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(card.day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            lines = [words for _icon, words, _tone in day_lines(card)]
            return ", ".join([dates.long_day(card.day), load_words(card), *lines]).strip(", ")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Weekdays across, weeks down."""
        if role == Qt.ItemDataRole.FontRole:
            return font("small")
        across = orientation == Qt.Orientation.Horizontal
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= section < (
            7 if across else len(self.days) // 7
        ):
            return None
        if not self.days:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return dates.weekday_inside(self.days[section].day)
        return str(dates.week_number(self.days[section * 7].day))


def load_words(card: MonthDayCard) -> str:
    """How full a day is, in percent."""
    return "" if card.load is None else f"{card.load} %"


def day_lines(card: MonthDayCard) -> list[tuple[str, str, str]]:
    """What a day tells, the most important first: icon, words, colour role."""
    if card.closed:
        return [("lock", card.closed, "text-2")]
    found: list[tuple[str, str, str]] = []
    if card.past:
        one = translate("Month", "1 training")
        several = translate("Month", "{n} trainings").format(n=card.trainings)
        if card.trainings:
            found.append(("", one if card.trainings == 1 else several, "text-2"))
    elif card.load is not None:
        if card.load >= FULL or (card.free == 0 and card.load > 0):
            found.append(("warning", translate("Month", "Fully booked"), "warn-text"))
        else:
            one = translate("Month", "1 free time")
            several = translate("Month", "{n} free times").format(n=card.free)
            found.append(("", one if card.free == 1 else several, "text-2"))
    for team in card.teams:
        free = team.capacity - team.taken
        said = translate("Month", "{team} full").format(team=team.name)
        if free > 0:
            said = translate("Month", "{team} {n} free of {of}").format(
                team=team.name, n=free, of=team.capacity
            )
        found.append(("team", said, "text-2"))
    for kind, count in card.away:
        said = translate("Month", "{n} away").format(n=count)
        found.append(("warning", f"{said}: {tr_absence(kind).lower()}", "warn-text"))
    for room, starts, ends in card.rooms:
        span = dates.clock_range(starts, ends) if starts.date() == ends.date() else ""
        said = translate("Month", "{room} closed {span}").format(room=room, span=span)
        found.append(("door", said.strip(), "text-2"))
    return found


@guarded
class MonthDelegate(QStyledItemDelegate):
    """Paints a day."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(100), theme.px(100))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A day: its figure, a bar of how full it is, what needs a look."""
        model = index.model()
        assert isinstance(model, MonthItemModel)
        card = model.day(index)
        if card is None:
            return
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        p.save()
        p.setClipRect(rect)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        weekend = card.day.weekday() >= 5
        p.fillRect(rect, theme["shade" if weekend or card.closed else "surface"])
        if card.closed and not weekend:
            hatch(p, rect, "hatch", 8, 1.2)
        if selected:
            rounded(p, rect.adjusted(2, 2, -2, -2), 4, "accent-tint", "mark", 2)
        vline(p, rect.left(), rect.top(), rect.bottom(), "line")
        hline(p, rect.left(), rect.right(), rect.bottom() - 1, "line")
        _paint_day(p, rect, card, today=card.day == model.today)
        p.restore()


def _paint_day(p: QPainter, rect: QRectF, card: MonthDayCard, *, today: bool) -> None:
    px = theme.px
    left, right = rect.left() + px(12), rect.right() - px(12)
    top = rect.top() + px(9)
    number = dates.day_number(card.day) if card.inside else dates.short_date(card.day)
    quiet = not card.inside or card.day.weekday() >= 5 or bool(card.closed)
    ink = "accent-text" if today else "text-3" if quiet else "text"
    box = QRectF(left, top, right - left, px(20))
    draw_text(p, box, number, "heading", ink, weight=600 if not quiet else 500)
    if today:
        used = width(number, "heading")
        said = translate("Calendar", "Today")
        draw_text(p, box.adjusted(used + px(8), 0, 0, 0), said, "small", "accent-text")
    if card.load is not None and not card.closed:
        draw_text(p, box, load_words(card), "small", "text-2", RIGHT, figures=True)
        bar = QRectF(left, top + px(26), right - left, px(5))
        rounded(p, bar, 2.5, "line-soft")
        share = min(1.0, card.load / 100)
        if share:
            filled = QRectF(bar.left(), bar.top(), max(4.0, bar.width() * share), bar.height())
            rounded(p, filled, 2.5, "warn" if card.load >= FULL else "mark")
    y = top + px(40 if card.load is not None and not card.closed else 26)
    step = line_height("small") + px(4)
    lines = day_lines(card)
    room = int((rect.bottom() - px(6) - y) // step)
    if len(lines) > room >= 1:
        more = translate("Month", "{n} more").format(n=len(lines) - room + 1)
        lines = [*lines[: room - 1], ("", more, "text-3")]
    for icon, words, role in lines:
        x = left
        if icon:
            size = px(13)
            draw_icon(p, icon, x, y + (step - px(4) - size) / 2, size, role)
            x += px(18)
        said = words
        if icon == "lock":
            said = metrics("small").elidedText(words, Qt.TextElideMode.ElideRight, int(right - x))
        elif width(words, "small") > right - x:  # the end tells most: whether it is full
            middle = Qt.TextElideMode.ElideMiddle
            said = metrics("small").elidedText(words, middle, int(right - x))
        high = line_height("small")
        count, _space, rest = said.partition(" ")
        if count.isdigit():  # how many is what the eye looks for
            draw_text(p, QRectF(x, y, right - x, high), count, "strong", "text", figures=True)
            x, said = x + width(count, "strong", figures=True) + px(5), rest
        draw_text(p, QRectF(x, y, right - x, high), said, "small", role)
        y += step

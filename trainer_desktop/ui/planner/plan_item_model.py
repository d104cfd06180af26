"""The dates of a proposal as rows, with the closed stretches between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer_desktop.rules.checks import Level
from trainer_desktop.services.booking.openings import Wished
from trainer_desktop.services.booking.plan_cards import DateCard
from trainer_desktop.services.booking.wish import ObstacleCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import (
    draw_icon,
    draw_pill,
    draw_text,
    hatch,
    hline,
    pill_width,
    rounded,
)
from trainer_desktop.ui.parts.index import Index
from trainer_desktop.ui.refusals import tr_obstacle
from trainer_desktop.ui.theme import theme, width

translate = QCoreApplication.translate


@dataclass(frozen=True)
class PlanRow:
    """A date with its number, or a closed stretch. `pill` is (words, tone, icon)."""

    number: int
    card: DateCard | None
    week: str = ""
    closed: str = ""
    pill: tuple[str, str, str] | None = None
    more: str = ""


PLANNED = "application/x-planned-number"  # a row in the hand: the number of its date


def number_of(data: QMimeData) -> int:
    """The number of the date that is dragged; 0 when it is something else."""
    return int(data.data(PLANNED).data() or b"0")


@guarded
class PlanItemModel(QAbstractListModel):
    """The proposal, one row a date."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PlanRow] = []

    def show_plan(
        self,
        cards: list[DateCard],
        closed: tuple[tuple[date, date, str], ...],
        clashes: list[tuple[ObstacleCard, ...]],
    ) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self.rows = _rows(cards, closed, clashes)
        self.endResetModel()

    def card(self, index: Index) -> PlanRow | None:
        """The row at an index."""
        return self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A date's sentence."""
        row = self.card(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if row.card is None:
                return row.closed
            starts = row.card.wish.starts
            parts = [
                f"{row.number}",
                dates.long_day(starts.date()),
                dates.clock(starts),
                row.card.room,
                row.card.therapist,
                row.more,
            ]
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.more
        return None

    def mimeTypes(self) -> list[str]:
        """A planned date by its number."""
        return [PLANNED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The planned date that is dragged."""
        data = QMimeData()
        for index in indexes:
            row = self.card(index)
            if row:
                data.setData(PLANNED, str(row.number).encode())
        return data

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is closed can only be read; a date can be dragged."""
        row = self.card(index)
        if row and row.card is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled


def _rows(
    cards: list[DateCard],
    closed: tuple[tuple[date, date, str], ...],
    clashes: list[tuple[ObstacleCard, ...]],
) -> list[PlanRow]:
    found: list[PlanRow] = []
    waiting = sorted(closed)
    week = 0
    for number, (card, stands) in enumerate(zip(cards, clashes, strict=True), 1):
        day = card.wish.starts.date()
        while waiting and waiting[0][0] <= day:
            found.append(PlanRow(0, None, closed=_closed_words(*waiting.pop(0))))
        own = day.isocalendar().week
        said = translate("Planner", "week {n}").format(n=own) if own != week else ""
        week = own
        pill, more = _pill(card, stands)
        found.append(PlanRow(number, card, said, "", pill, more))
    return found


def _closed_words(first: date, last: date, names: str) -> str:
    if first == last:
        return f"{dates.short_date(first)}: {names}"
    return f"{dates.short_date(first)}–{dates.short_date(last)}: {names}"


def _pill(
    card: DateCard, stands: tuple[ObstacleCard, ...]
) -> tuple[tuple[str, str, str] | None, str]:
    """What is special about a date: a clash, another day, another therapist, another time, another room."""
    refused = [o for o in stands if o.level is Level.REFUSE]
    if refused:
        title, note = tr_obstacle(refused[0].reason, dict(refused[0].facts))
        return (title, "bad", "refused"), note or title
    why = ""
    if card.why:
        title, note = tr_obstacle(card.why[0].reason, dict(card.why[0].facts))
        why = note or title
    if Wished.DAYS in card.broken or Wished.HOURS in card.broken:
        return (why or translate("Planner", "Outside the wishes"), "warn", "swap"), why
    if Wished.THERAPIST in card.broken:
        said = translate("Planner", "With {who}").format(who=card.therapist)
        return (f"{said}: {why}" if why else said, "warn", "swap"), why
    if card.other_time:
        return (why or translate("Planner", "Another time"), "accent", "late"), why
    if card.other_room:
        said = translate("Planner", "Another room")
        return (f"{card.room}: {why}" if why else said, "accent", "map"), why
    return None, ""


NARROW = 560


@guarded
class PlanDelegate(QStyledItemDelegate):
    """Paints a date, or a closed stretch."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(240), theme.px(54))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A date with its room, and what deviates."""
        model = index.model()
        assert isinstance(model, PlanItemModel)
        row = model.card(index)
        if row is None:
            return
        rect, px = QRectF(option.rect), theme.px
        state: QStyle.StateFlag = option.state
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.card is None:
            p.fillRect(rect, theme["shade"])
            hatch(p, rect, "hatch", 8, 1.2)
            x = rect.left() + px(118 if rect.width() >= px(NARROW) else 12)
            wide = min(width(row.closed, "small") + px(44), rect.right() - px(12) - x)
            tag = QRectF(x, rect.center().y() - px(12), wide, px(24))
            rounded(p, tag, 4, "surface", "line")
            draw_icon(p, "lock", tag.left() + px(9), tag.top() + px(5), px(14), "text-2")
            draw_text(p, tag.adjusted(px(30), 0, -px(8), 0), row.closed, "small", "text-2")
            p.restore()
            return
        selected = bool(state & QStyle.StateFlag.State_Selected)
        p.fillRect(rect, theme["accent-tint" if selected else "surface"])
        if selected:
            p.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme["mark"])
        _paint_date(p, rect, row)
        _paint_handle(p, rect.right() - px(26), rect.center().y())
        hline(p, rect.left() + px(84), rect.right() - px(20), rect.bottom() - 1, "line-soft")
        p.restore()


def _paint_handle(p: QPainter, x: float, middle: float) -> None:
    """Six dots: the row can be taken in the hand."""
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(theme["text-3"])
    for across in (0, 1):
        for down in (-1, 0, 1):
            dot = QPointF(x + across * theme.px(5), middle + down * theme.px(5))
            p.drawEllipse(dot, theme.px(1), theme.px(1))


def _paint_date(p: QPainter, rect: QRectF, row: PlanRow) -> None:
    px, card = theme.px, row.card
    assert card
    high = rect.height()
    narrow = rect.width() < px(NARROW)  # the place goes below the time, what is special beside it
    left = rect.left() - (px(34) if narrow else 0)
    upper = QRectF(left, rect.top() + px(5), rect.width(), high / 2 - px(3))
    lower = upper.translated(0, upper.height())

    def at(x: int, wide: int, line: QRectF = rect) -> QRectF:
        return QRectF(left + px(x), line.top(), px(wide), line.height())

    draw_text(p, at(46 if narrow else 20, 64), row.week, "small", "text-3", figures=True)
    number = at(96 if narrow else 84, 26)
    draw_text(p, number, str(row.number), "body", "text-3", figures=True)
    starts = card.wish.starts
    first = upper if narrow else rect
    draw_text(
        p, at(118, 110, first), dates.short_day(starts.date()), "strong", "text", figures=True
    )
    draw_text(p, at(236, 50, first), dates.clock(starts), "strong", "text", figures=True)
    where = " · ".join(part for part in (card.room, card.therapist) if part)
    draw_text(p, at(118, 160, lower) if narrow else at(292, 130), where, "small", "text-2")
    if row.pill:
        words, tone, icon = row.pill
        edge = rect.right() - px(40)
        x = left + px(292 if narrow else 428)
        if (
            not narrow
        ):  # what stands in the way is said whole where the room and the name leave place
            written = left + px(292) + min(px(130), width(where, "small")) + px(16)
            x = max(written, min(x, edge - pill_width(words, icon)))
        room = edge - x
        while words and pill_width(words, icon) > room and " " in words:
            words = words.rsplit(" ", 1)[0].rstrip(":,·–-. ")
        if pill_width(words, icon) <= room:
            draw_pill(p, x, rect.center().y() - px(10), words, tone, icon)

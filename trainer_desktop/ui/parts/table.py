"""Tables in the look: a model of cells and a view that paints them; rows carry the thing that they show."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_icon, draw_pill, draw_text, hline, pill_width
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column
from trainer_desktop.ui.parts.column_widths import share_out
from trainer_desktop.ui.parts.index import Index
from trainer_desktop.ui.parts.off_page import is_off_page
from trainer_desktop.ui.theme import LEFT, RIGHT, theme, width

SEEN = 60  # rows that are measured
MOST = 240  # pixels at 100 % that a column may ask of the others


@dataclass
class Shape:
    """How high rows are."""

    row: int = 36
    head: int = 30
    pad: int = 16
    columns: list[Column] = field(default_factory=list)


@guarded
class CellDelegate(QStyledItemDelegate):
    """Paints cells by their kind."""

    def __init__(self, shape: Shape, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shape = shape

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(40), theme.px(self._shape.row))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A cell by its column's shape."""
        model = index.model()
        assert isinstance(model, CellItemModel)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        cell = model.cell(index)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        p.save()
        p.fillRect(rect, theme["accent-tint" if selected else "surface"])
        if selected and index.column() == 0:
            p.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme["mark"])
        last = index.row() == len(model.lines) - 1
        if cell.kind is not CellKind.GROUP and not last:
            hline(p, rect.left(), rect.right() + 1, rect.bottom(), "line-soft")
        right = model.columns[index.column()].right
        pad = theme.px(self._shape.pad)
        box = QRectF(rect)
        if index.column() == 0:
            box.setLeft(box.left() + pad)
        if index.column() == len(model.columns) - 1:
            box.setRight(box.right() - pad)
        box.setRight(box.right() - theme.px(14 if right else 8))
        _paint_cell(p, box, cell, RIGHT if right else LEFT)
        p.restore()


def _paint_cell(p: QPainter, box: QRectF, cell: Cell, align: Qt.AlignmentFlag) -> None:
    px = theme.px
    match cell.kind:
        case CellKind.TWO_LINES if not cell.second:
            draw_text(p, box, cell.text, "strong", "text", align, figures=True)
        case CellKind.TWO_LINES:
            middle = box.center().y()
            upper = QRectF(box.left(), middle - px(18), box.width(), px(18))
            lower = QRectF(box.left(), middle, box.width(), px(17))
            draw_text(p, upper, cell.text, "strong", "text", align, figures=True)
            draw_text(p, lower, cell.second, "small", "text-3", align, figures=True)
        case CellKind.STATE:
            ink = f"{cell.tone}-text"
            draw_icon(p, cell.icon, box.left(), box.center().y() - px(7), px(14), ink)
            draw_text(p, box.adjusted(px(21), 0, 0, 0), cell.text, "body", ink, figures=True)
        case CellKind.PILL:
            if cell.text:
                draw_pill(p, box.left(), box.center().y() - px(10), cell.text, cell.tone, cell.icon)
        case CellKind.GROUP:
            tone = "bad-text" if cell.tone == "bad" else "text-2"
            used = draw_text(p, box.adjusted(0, px(6), 0, 0), cell.text, "label", tone, weight=600)
            count = box.adjusted(used + px(6), px(6), 0, 0)
            draw_text(p, count, cell.second, "label", "text-3")
        case CellKind.STRONG:
            draw_text(p, box, cell.text, "strong", "text", align, figures=True)
        case CellKind.SOFT:
            draw_text(p, box, cell.text, "small", "text-2", align, figures=True)
        case CellKind.PLAIN:
            draw_text(p, box, cell.text, "body", "text", align, figures=True)


def cell_width(cell: Cell) -> float:
    """How wide a cell's words are, in pixels."""
    match cell.kind:
        case CellKind.TWO_LINES | CellKind.STRONG:
            second = width(cell.second, "small", figures=True)
            return max(width(cell.text, "strong", figures=True), second)
        case CellKind.STATE:
            return width(cell.text, "body", figures=True) + theme.px(21)
        case CellKind.PILL:
            return pill_width(cell.text, cell.icon) if cell.text else 0.0
        case CellKind.SOFT:
            return width(cell.text, "small", figures=True)
        case _:
            return width(cell.text, "body", figures=True)


@guarded
class Table(QTableView):
    """The view: no grid, whole rows, heights from the look."""

    def __init__(self, model: CellItemModel, spoken: str, shape: Shape | None = None) -> None:
        super().__init__()
        self.shape_ = shape or Shape()
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self.shape_, self))
        self.setAccessibleName(spoken)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(self.shape_.row))
        self.verticalHeader().setMinimumSectionSize(theme.px(20))
        head = self.horizontalHeader()
        head.setFixedHeight(theme.px(self.shape_.head))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setStyleSheet(
            f"QHeaderView {{ background: {theme['surface'].name()}; border: 0; }}"
            f"QHeaderView::section {{ background: {theme['surface'].name()}; color:"
            f" {theme['text-3'].name()}; border: 0; border-bottom: 1px solid"
            f" {theme['line'].name()}; padding: 0 {theme.px(14)}px 0 0; }}"
            f"QHeaderView::section:first {{ padding-left: {theme.px(self.shape_.pad)}px; }}"
            f"QHeaderView::section:last {{ padding-right: {theme.px(self.shape_.pad)}px; }}"
        )
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(theme.px(20))
        model.modelReset.connect(self._shape_groups)
        model.modelReset.connect(self.share_out)
        self.share_out()

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is seen; nothing off the page."""
        return QRect() if is_off_page(self) else super().visualRect(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self.share_out()

    def share_out(self) -> None:
        """Give each column its wish, and the sharing ones what is left, at least what they need to be read."""
        columns, seen = self.cells().columns, self.cells().lines[:SEEN]
        needs = []
        for number, column in enumerate(columns):
            cells = [ln.cells[number] for ln in seen if len(ln.cells) == len(columns)]
            title = width(column.title, "label") + theme.px(20)
            edge = theme.px(self.shape_.pad if number in (0, len(columns) - 1) else 0)
            need = max([cell_width(cell) + theme.px(16) for cell in cells], default=0.0)
            hidden = self.isColumnHidden(number)
            needs.append(0 if hidden else min(int(max(need, title) + edge), theme.px(MOST)))
        wishes = [
            1 if self.isColumnHidden(number) else theme.px(column.width)
            for number, column in enumerate(columns)
        ]
        for number, wide in enumerate(share_out(self.viewport().width(), wishes, needs)):
            if self.columnWidth(number) != wide:
                self.setColumnWidth(number, wide)

    def cells(self) -> CellItemModel:
        """The model."""
        model = self.model()
        assert isinstance(model, CellItemModel)
        return model

    def sort_by_heads(self, sort: Callable[[int], object]) -> None:
        """Let a click on a head sort; the caller sorts, and says how with `show_sort`."""
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(sort)
        self.cells().show_sort(0, down=False)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row whose words begin so; a heading is none."""
        lines, typed = self.cells().lines, search.casefold()
        here = max(0, self.currentIndex().row()) + (len(set(typed)) == 1)
        for number in [*range(here, len(lines)), *range(here)]:
            line = lines[number]
            words = " ".join(f"{cell.text} {cell.second}" for cell in line.cells).casefold()
            if line.thing is not None and f" {typed}" in f" {words}":
                self.selectRow(number)
                return

    def fit_height(self) -> None:
        """Be as high as the rows, for a table inside a page that scrolls."""
        rows = sum(self.rowHeight(n) for n in range(self.cells().rowCount()))
        self.setFixedHeight(rows + theme.px(self.shape_.head))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _shape_groups(self) -> None:
        """Let headings go across; what a row was before, it is no more."""
        self.clearSpans()
        for number, line in enumerate(self.cells().lines):
            heading = line.thing is None and line.cells and line.cells[0].kind is CellKind.GROUP
            high = theme.px(34 if heading else self.shape_.row)
            if heading:
                self.setSpan(number, 0, 1, len(self.cells().columns))
            if self.rowHeight(number) != high:
                self.setRowHeight(number, high)

"""Where there is little room: names can be read, panels fold, and nothing is told by half."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from trainer_desktop.documents.paper import Paper
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.column_widths import share_out
from trainer_desktop.ui.parts.side_fold import SideFold
from trainer_desktop.ui.parts.table import Table
from trainer_desktop.ui.printing.sheet_view import SheetView
from trainer_desktop.ui.theme import theme, width


def test_with_room_enough_each_column_has_its_wish():
    assert share_out(900, [200, 0, 300], [50, 120, 60]) == [200, 400, 300]


def test_without_room_columns_give_what_they_do_not_need_to_the_name():
    widths = share_out(500, [200, 0, 300], [80, 180, 100])
    assert widths[1] == 180
    assert sum(widths) <= 500
    assert widths[0] >= 80
    assert widths[2] >= 100


def test_with_far_too_little_room_all_give_alike_and_nothing_is_wider_than_the_table():
    widths = share_out(100, [200, 0, 300], [200, 200, 300])
    assert sum(widths) <= 100
    assert all(widths)


def test_what_is_short_is_still_read_where_what_is_long_is_cut():
    widths = share_out(400, [150, 0, 300], [60, 200, 300])
    assert widths[0] == 60
    assert sum(widths) <= 400


def test_a_hidden_column_takes_no_room(qtbot, dressed):
    table = Table(CellItemModel([Column("A", 200), Column("B"), Column("C", 200)]), "Opgaver")
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    with_it = table.columnWidth(1)
    table.setColumnHidden(2, True)
    table.share_out()
    assert table.columnWidth(1) > with_it + 150


def test_large_text_leaves_the_list_its_room():
    theme.use("light", 1.5)
    try:
        assert theme.beside(400) < theme.px(400)
        assert theme.beside(540) == 540
    finally:
        theme.use("light", 1.0)


def test_the_sheets_beside_are_whole_and_are_drawn_on_the_same_labels(qtbot, dressed):
    view = SheetView()
    qtbot.addWidget(view)
    view.resize(500, 700)
    view.show()
    paper = Paper("Prøve", "Havnen", "da", "fod", "side {page} af {pages}")
    paper.new_sheet()
    pdf = paper.finish()
    view.show_pdf(pdf)
    labels = view.findChildren(QLabel)
    assert view.count == len(labels) == 2
    assert all(one.pixmap().height() < view.height() for one in labels)
    view.show_pdf(pdf)
    assert view.findChildren(QLabel) == labels


@pytest.mark.parametrize("wide", [360, 520, 900])
def test_a_name_in_a_narrow_table_can_be_read(qtbot, dressed, wide):
    columns = [Column("Frist", 170), Column("Borger"), Column("Hvorfor", 230)]
    model = CellItemModel(columns)
    table = Table(model, "Opgaver")
    qtbot.addWidget(table)
    table.resize(wide, 300)
    table.show()
    name = Cell("Sonja Mikkelsen", CellKind.STRONG)
    model.show_lines([Line((Cell("19. nov."), name, Cell("udebleven")), 1)])
    assert table.columnWidth(1) > width(name.text, "strong")
    assert not table.horizontalScrollBar().maximum()


def test_letters_go_to_people_and_never_to_a_heading(qtbot, dressed):
    model = CellItemModel([Column("Opgave"), Column("Hos", 60)])
    table = Table(model, "Opgaver")
    qtbot.addWidget(table)
    heading = Line((Cell("Over fristen", CellKind.GROUP),))
    rows = [Line((Cell("Besked", second=name), Cell("DOS")), name) for name in ("Ove", "Odin")]
    model.show_lines([heading, *rows])
    table.keyboardSearch("o")
    assert table.currentIndex().row() == 1
    table.keyboardSearch("o")
    assert table.currentIndex().row() == 2


def test_a_side_folds_where_there_is_no_room_and_comes_with_its_button(qtbot, dressed):
    page, panel, other = QWidget(), QWidget(), QWidget()
    button = Button("Hvem er med …")
    for one in (panel, other, button):
        one.setParent(page)
    qtbot.addWidget(page)
    SideFold(page, panel, button, 1000, other)
    page.show()
    page.resize(theme.px(1200), 400)
    assert panel.isVisible()
    assert other.isVisible()
    assert button.isHidden()
    page.resize(theme.px(800), 400)
    assert panel.isHidden()
    assert other.isVisible()
    assert button.isVisible()
    button.click()
    assert panel.isVisible()
    assert other.isHidden()

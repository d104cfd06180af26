"""Which tests are taken at the start, half way and at the end: the centre's own choice, asked for in Min dag."""

from PySide6.QtWidgets import QMenu, QWidget

from trainer_desktop.services.record import measuring, points
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.menu_button import Drop
from trainer_desktop.ui.record.test_words import POINTS, language, tr_point


@guarded
class PointsBox(QWidget):
    """One menu of tests for each point; each is saved when it is ticked."""

    def __init__(self, app: AppContext) -> None:
        super().__init__()
        self._app = app
        note = self.tr("No standard says which. What is set here is asked for on the course.")
        parts: list[QWidget] = [
            Text(self.tr("Tests of a course"), "title", wrap=True),
            Text(note, "body", "text-2", wrap=True),
        ]
        self._said: dict[str, Text] = {}
        box = col(*parts, gap=8, on=self)
        for point in POINTS[1:]:
            chosen = Drop(tr_point(point), tr_point(point))
            menu = QMenu(chosen)
            for key, test in measuring.tests().items():
                action = menu.addAction(test.name(language()))
                action.setCheckable(True)
                action.setChecked(key in app.ask(points.points)[point])
                action.toggled.connect(
                    lambda on, point=point, key=key: self._choose(point, key, on=on)
                )
            chosen.use_menu(menu)
            self._said[point] = Text("", "body", "text-2", wrap=True)
            box.addLayout(row(chosen, (self._said[point], 1)))
        self._say()

    def _choose(self, point: str, key: str, *, on: bool) -> None:
        before = self._app.ask(points.points)[point]
        keys = (*before, key) if on else tuple(one for one in before if one != key)
        said = self.tr("Tests: {point}").format(point=tr_point(point))
        self._app.do(said, points.set_point, point, keys)
        self._say()

    def _say(self) -> None:
        for point, keys in self._app.ask(points.points).items():
            names = [measuring.tests()[key].name(language()) for key in keys]
            self._said[point].setText(", ".join(names) or self.tr("None"))

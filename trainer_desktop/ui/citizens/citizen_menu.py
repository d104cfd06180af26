"""What else can be done with a citizen: corrected, merged, protected, noted as dead or moved away."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from trainer_desktop.rules.kinds import DECEASED, MOVED
from trainer_desktop.rules.rights import Right
from trainer_desktop.services.citizens import standing
from trainer_desktop.services.citizens.page import CitizenPageCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.citizens.state_dialog import StateDialog
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.menu_button import Drop


@guarded
class CitizenMenu(Drop):
    """A button with a menu, for one citizen."""

    def __init__(self, app: AppContext, card: CitizenPageCard, page: QWidget) -> None:
        super().__init__("", "")
        self._app, self._card, self._page = app, card, page
        self.say(self.tr("More"))
        self.setAccessibleName(self.tr("More to do with {name}").format(name=card.name))
        menu = QMenu(self)
        if app.may(Right.ACCESS_LOG):
            menu.addAction(self.tr("&Who has looked …")).triggered.connect(self._log)
            menu.addSeparator()
        if app.may(Right.CHANGE_CITIZENS):
            self._fill(menu)
        if not menu.actions():
            self.hide()  # never shown by hand: it has no place yet, and would be a window of its own
        self.use_menu(menu)

    def _fill(self, menu: QMenu) -> None:
        app, card = self._app, self._card
        for words, act in (
            (self.tr("C&hange …"), partial(app.change_wished.emit, card.id)),
            (self.tr("New &course …"), partial(app.course_wished.emit, card.id)),
            (self.tr("&Merge with another record …"), self._merge),
        ):
            menu.addAction(words).triggered.connect(act)
        menu.addSeparator()
        protected = menu.addAction(self.tr("Name and address are &protected"))
        protected.setCheckable(True)
        protected.setChecked(card.protected)
        protected.triggered.connect(self._protect)
        if card.protected:
            menu.addAction(self.tr("&See the protected address …")).triggered.connect(self._look)
        if card.standing:
            back = menu.addAction(self.tr("It was a mistake: neither dead nor moved away"))
            back.triggered.connect(partial(self._stand, ""))
        else:
            dead = menu.addAction(self.tr("Has &died …"))
            dead.triggered.connect(partial(self._ask, DECEASED))
            moved = menu.addAction(self.tr("Has moved &away …"))
            moved.triggered.connect(partial(self._ask, MOVED))

    def _log(self) -> None:
        from trainer_desktop.ui.citizens.access_dialog import AccessDialog

        AccessDialog(self._app, self._card, self._page).open()

    def _look(self) -> None:
        from trainer_desktop.ui.citizens.look_dialog import LookDialog

        LookDialog(self._app, self._card, self._page).open()

    def _merge(self) -> None:
        from trainer_desktop.ui.citizens.merge_dialog import MergeDialog

        MergeDialog(self._app, self._card, self._page).open()

    def _protect(self, on: bool) -> None:
        words = self.tr("Protected: {name}") if on else self.tr("Not protected any more: {name}")
        self._app.do(words.format(name=self._card.name), standing.protect, self._card.id, on=on)

    def _ask(self, state: str, _on: bool = False) -> None:
        StateDialog(self._app, self._card, state, self._page).open()

    def _stand(self, state: str, _on: bool = False) -> None:
        said = self.tr("A mistake taken back: {name}").format(name=self._card.name)
        self._app.do(said, standing.set_standing, self._card.id, state)

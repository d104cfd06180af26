"""Brugere: who may log in, as what, and the one table of what a role may do."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from trainer_desktop.rules.rights import May, Right, UserRole, may
from trainer_desktop.services.store import guarding, opening, users
from trainer_desktop.services.store.users import UserCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.gate.code_panel import CodePanel
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Panel, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.right_words import tr_right, tr_role, tr_role_short
from trainer_desktop.ui.setup.user_dialog import PasswordDialog, RoleDialog, UserDialog
from trainer_desktop.ui.theme import theme

NARROW = 1.25  # from this size of the text on
MARKS = {May.YES: "✓", May.NO: "–"}


@guarded
class UsersPart(QWidget):
    """The users at the left, what can be done with the chosen one below, the table of rights at the right."""

    protect_wished = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__()
        self._app = app
        columns = [
            Column(self.tr("User"), 0),
            Column(self.tr("Role"), 130),
            Column(self.tr("Last here"), 150),
        ]
        self.table = Table(CellItemModel(columns, self), self.tr("Users"), Shape(row=48))
        roles = [Column(tr_role_short(role), 70) for role in UserRole]
        self.rights = Table(
            CellItemModel([Column(self.tr("What a role may do"), 0), *roles], self),
            self.tr("What a role may do"),
            Shape(row=36),
        )
        self.new = Button(self.tr("New user …"), "primary", icon="plus")
        self._side = col(gap=6, margins=(20, 12, 20, 12))
        left = QWidget()
        below = Panel("surface", "t")
        col(self._side, on=below)
        col(row(None, self.new, margins=(16, 10, 16, 10)), (self.table, 1), below, on=left)
        right = Panel("surface", "l")
        note = self.tr(
            "A right is given by the role only. What one may not do is absent, or says why."
        )
        foot = Text(note, "small", "text-2", wrap=True)
        own = Text(
            self.tr("✓ yes   own: in the courses that one is responsible for   – no"), "small"
        )
        col((self.rights, 1), col(own, foot, gap=4, margins=(20, 10, 20, 12)), on=right)
        whole = row((left, 2), (right, 3), gap=0, on=self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setMinimumWidth(theme.px(640))
        self.new.clicked.connect(self.add)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show())

    def refresh(self) -> None:
        """Read the users again."""
        chosen = self._chosen()
        every = self._app.ask(users.users)
        with QSignalBlocker(self.table.selectionModel()):
            self.table.cells().show_lines([self._line(one) for one in every])
            keys = [one.id for one in every]
            if every:
                self.table.selectRow(keys.index(chosen.id) if chosen and chosen.id in keys else 0)
        self._show()

    def _line(self, one: UserCard) -> Line:
        seen = one.last_seen
        when = f"{dates.short_date(seen.date())} {dates.clock(seen)}" if seen else self.tr("never")
        if one.login == self._app.user:
            when = self.tr("now")
        tied = one.staff or self.tr("no colleague")
        cells = [
            Cell(one.name, CellKind.TWO_LINES, f"{one.login} · {tied}"),
            Cell(tr_role(one.role)),
        ]
        if one.closed:
            cells.append(Cell(self.tr("Closed"), CellKind.STATE, tone="done", icon="lock"))
        elif one.last_day:
            until = self.tr("Until {day}").format(day=dates.short_date(one.last_day))
            cells.append(Cell(when, CellKind.TWO_LINES, until))
        else:
            cells.append(Cell(when))
        return Line(tuple(cells), one)

    def _chosen(self) -> UserCard | None:
        thing = self.table.cells().thing(self.table.currentIndex())
        return thing if isinstance(thing, UserCard) else None

    def _show(self) -> None:
        clear(self._side)
        one = self._chosen()
        self._fill_rights(one.role if one else None)
        self.new.setEnabled(self._app.protected and self._app.may(Right.USERS))
        if not self._app.protected:
            if self._app.with_store(lambda store: opening.is_demo(store.file)):
                demo = self.tr("The demo centre has no users; your own centre gets them.")
                self._side.addWidget(Text(demo, "small", "text-2", wrap=True))
                return
            said = self.tr(
                "Everybody who has this computer can read everything. Begin with yourself."
            )
            self._side.addWidget(Text(self.tr("Nobody needs a password yet"), "strong", wrap=True))
            self._side.addWidget(Text(said, "small", "text-2", wrap=True))
            begin = Button(self.tr("Protect the centre's data …"), "primary", icon="lock")
            begin.clicked.connect(self.protect_wished)
            self._side.addLayout(row(begin, None))
            return
        if one is None:
            return
        self._side.addWidget(Text(f"{one.name}: {tr_role(one.role)}", "strong", wrap=True))
        mine = one.login == self._app.user
        acts = row(gap=8)
        if self._app.may(Right.USERS):
            acts.addWidget(self._act(self.tr("Another role …"), lambda: self.change_role(one)))
        if mine or self._app.may(Right.USERS):
            acts.addWidget(self._act(self.tr("New password …"), lambda: self.new_password(one)))
        if self._app.may(Right.USERS) and not mine and not one.closed:
            acts.addWidget(
                self._act(self.tr("Close access"), lambda: self.close_access(one), "plain")
            )
        acts.addStretch(1)
        self._side.addLayout(acts)
        if self._app.may(Right.USERS):
            code = self._act(self.tr("New recovery code …"), self.new_code)
            self._side.addLayout(row(code, None))

    def _act(self, text: str, act: object, kind: str = "plain") -> Button:
        button = Button(text, kind, small=True)
        button.clicked.connect(act)
        return button

    def _fill_rights(self, chosen: UserRole | None) -> None:
        lines = []
        for right in Right:
            marks = []
            for role in UserRole:
                found = may(role, right)
                said = MARKS.get(found) or self.tr("own")
                kind = CellKind.STRONG if role is chosen else CellKind.PLAIN
                marks.append(Cell(said, kind))
            lines.append(Line((Cell(tr_right(right)), *marks)))
        with QSignalBlocker(self.rights.selectionModel()):
            self.rights.cells().show_lines(lines)
        for number, role in enumerate(
            UserRole, 1
        ):  # with large text there is room for one role only
            seen = theme.scale < NARROW or role is (chosen or UserRole.FRONT_DESK)
            self.rights.setColumnHidden(number, not seen)
        self.rights.share_out()

    @Slot()
    def add(self) -> None:
        """A new user."""
        self._open(UserDialog(self._app, self))

    def change_role(self, one: UserCard) -> None:
        """Another role."""
        self._open(RoleDialog(self._app, one, self))

    def new_password(self, one: UserCard) -> None:
        """A new password."""
        self._open(PasswordDialog(self._app, one, self))

    @Slot()
    def new_code(self) -> None:
        """A new recovery code; the old one opens nothing any more."""
        made: list[str] = []
        if not self._app.with_store_refusing(lambda store: made.append(guarding.offer_code(store))):
            return
        box = QDialog(self.window())
        box.setWindowTitle(self.tr("Recovery code"))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        panel = CodePanel(made[0], self._app.now().date())
        panel.done.connect(lambda: self._use_code(made[0], box))
        col(panel, on=box)
        box.resize(theme.px(1000), theme.px(640))
        box.open()
        panel.begin()

    def _use_code(self, code: str, box: QDialog) -> None:
        """From now on the new one holds: it has been read back from its paper. Until then the old one did."""
        if self._app.with_store_refusing(lambda store: guarding.use_code(store, code)):
            box.accept()

    def _open(self, dialog: UserDialog | RoleDialog | PasswordDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self.refresh)
        dialog.open()

    def close_access(self, one: UserCard) -> None:
        """Let nobody in under this login any more."""
        if self._app.with_store_refusing(lambda store: users.close(store, one.id)):
            self.refresh()

"""A user is made, gets another role, or a new password."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from trainer_desktop.rules.passwords import weakness
from trainer_desktop.rules.rights import UserRole
from trainer_desktop.services import Store
from trainer_desktop.services.store import users
from trainer_desktop.services.store.users import UserCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.gate.attempts import attempt, said_of, secret_field
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Choice, OptionalDateField, all_read, labelled
from trainer_desktop.ui.right_words import tr_role, tr_weakness
from trainer_desktop.ui.theme import theme

ROLES = list(UserRole)
translate = QCoreApplication.translate


@guarded
class AccessDialog(QDialog):
    """What the three share: fields, what is wrong, and the two buttons."""

    def __init__(self, app: AppContext, title: str, parent: QWidget) -> None:
        super().__init__(parent.window())
        self._app = app
        self.setWindowTitle(title)
        self.wrong = Text("", "small", "bad-text", wrap=True)
        self.save = Button(self.tr("Save"), "primary", key="↵")
        self.save.setDefault(True)
        leave = Button(self.tr("Cancel"), "plain", key="Esc")
        leave.clicked.connect(self.reject)
        self.save.clicked.connect(self.try_it)
        self.fields = col(gap=6)
        col(
            Text(title, "heading", wrap=True),
            self.fields,
            self.wrong,
            row(None, leave, self.save, gap=8),
            gap=10,
            margins=(22, 20, 22, 18),
            on=self,
        )
        self.setMinimumWidth(theme.px(440))

    def add(self, word: str, field: QWidget) -> None:
        """A field under its word."""
        for widget in labelled(word, field):
            self.fields.addWidget(widget)

    @Slot()
    def try_it(self) -> None:
        """Do it; what is refused is said here, and nothing is lost."""
        if not all_read(self):
            return
        lacks = self.lacks()
        if lacks:
            self.wrong.setText(lacks)
            return
        wrong = attempt(lambda: self._app.with_store(self.act))
        if isinstance(wrong, Exception):
            self.wrong.setText(said_of(wrong))
            return
        self.accept()

    def lacks(self) -> str:
        """What is missing, in words; nothing when all is there."""
        return ""

    def act(self, _store: Store) -> None:
        """What is done."""
        raise NotImplementedError


class _Passwords:
    """A password typed twice."""

    def __init__(self, dialog: AccessDialog, names: Callable[[], tuple[str, ...]]) -> None:
        self.first, self.again = secret_field(), secret_field()
        self._names = names
        self._strength = Text("", "small", "text-2", wrap=True)
        dialog.add(
            translate("AccessDialog", "&Password: at least 12 signs, four words will do"),
            self.first,
        )
        dialog.fields.addWidget(self._strength)
        dialog.add(translate("AccessDialog", "The password a&gain"), self.again)
        self._good = translate("AccessDialog", "That will do.")
        self._differ = translate("AccessDialog", "The two passwords are not the same.")
        self.first.textChanged.connect(self._judge)

    def _judge(self) -> None:
        text = self.first.text()
        weak = weakness(text, self._names()) if text else None
        self._strength.setText(tr_weakness(weak.value) if weak else self._good if text else "")

    def lacks(self) -> str:
        """Why they cannot be used."""
        if self.first.text() != self.again.text():
            self.again.setFocus()
            return self._differ
        weak = weakness(self.first.text(), self._names())
        if weak:
            self.first.setFocus()
            return tr_weakness(weak.value)
        return ""


@guarded
class UserDialog(AccessDialog):
    """A new user."""

    def __init__(self, app: AppContext, parent: QWidget) -> None:
        super().__init__(app, "", parent)
        self.setWindowTitle(self.tr("New user"))
        self.login, self.name = QLineEdit(), QLineEdit()
        self.login.setMaxLength(40)
        self.name.setMaxLength(200)
        self.role = Choice(self.tr("Role"))
        self.role.addItems([tr_role(role) for role in ROLES])
        self.role.setCurrentIndex(-1)  # nobody is given a role by chance
        self.until = OptionalDateField(None)
        self.add(self.tr("&Initials"), self.login)
        self.add(self.tr("&Name"), self.name)
        self.add(self.tr("&Role"), self.role)
        self.add(self.tr("&Last day, for a stand-in"), self.until)
        self.passwords = _Passwords(self, lambda: (self.login.text(), self.name.text()))
        self.login.setFocus()

    def lacks(self) -> str:
        for field in (self.login, self.name):
            if not field.text().strip():
                field.setFocus()
                return self.tr("Something is missing here.")
        if self.role.currentIndex() < 0:
            self.role.setFocus()
            return self.tr("Choose a role.")
        return self.passwords.lacks()

    def act(self, store: Store) -> None:
        login = users.plain_login(self.login.text())
        role, last = ROLES[self.role.currentIndex()], self.until.chosen()
        with store.work(self.tr("New user")) as work:
            users.add(work, login, self.name.text(), role, last_day=last)
        users.set_password(store, login, self.passwords.first.text())


@guarded
class RoleDialog(AccessDialog):
    """Another role."""

    def __init__(self, app: AppContext, one: UserCard, parent: QWidget) -> None:
        super().__init__(app, one.name, parent)
        self._one = one
        self.role = Choice(self.tr("Role"))
        self.role.addItems([tr_role(role) for role in ROLES])
        self.role.setCurrentIndex(ROLES.index(one.role))
        self.add(self.tr("&Role"), self.role)

    def act(self, store: Store) -> None:
        with store.work(self.tr("Another role")) as work:
            users.change(work, self._one.id, role=ROLES[self.role.currentIndex()])


@guarded
class PasswordDialog(AccessDialog):
    """A new password: one's own with the old one."""

    def __init__(self, app: AppContext, one: UserCard, parent: QWidget) -> None:
        super().__init__(app, one.name, parent)
        self._one, self._mine = one, one.login == app.user
        self.old = secret_field()
        if self._mine:
            self.add(self.tr("The &old password"), self.old)
        self.passwords = _Passwords(self, lambda: (one.login, one.name))

    def lacks(self) -> str:
        return self.passwords.lacks()

    def act(self, store: Store) -> None:
        old = self.old.text() if self._mine else None
        users.set_password(store, self._one.login, self.passwords.first.text(), old=old)

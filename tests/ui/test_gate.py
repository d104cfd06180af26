"""The gate in the window: logged in, locked, another sits down, the first user, a forgotten password; by a clumsy hand."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid
from sqlalchemy import select

from tests.conftest import make_small
from tests.safety.conftest import CHEAP, PASSWORD
from trainer_desktop.app import dress
from trainer_desktop.models import keys
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.rules.rights import Right, UserRole
from trainer_desktop.services.store import backups, guarding, opening, users
from trainer_desktop.settings import Settings
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.first_start import StartTrouble
from trainer_desktop.ui.gate.code_panel import CodePanel
from trainer_desktop.ui.gate.first_user_page import FirstUserPage
from trainer_desktop.ui.gate.forgotten_page import ForgottenPage
from trainer_desktop.ui.gate.login_page import LoginPage
from trainer_desktop.ui.main_window import MainWindow
from trainer_desktop.ui.parts.basics import Text
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.places import CALENDAR, CITIZENS, SETUP
from trainer_desktop.ui.reporting import Reporter
from trainer_desktop.ui.running import Opening, Running
from trainer_desktop.ui.setup.backups_part import BackupsPart
from trainer_desktop.ui.setup.user_dialog import PasswordDialog, RoleDialog, UserDialog
from trainer_desktop.ui.setup.users_part import UsersPart

PATIENT = 30_000
RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture(autouse=True)
def cheap(monkeypatch, tmp_path):
    monkeypatch.setattr(keys, "MEMORY", CHEAP)
    monkeypatch.setattr(keys, "OPS", 1)
    monkeypatch.setenv("TRAINER_DESKTOP_HOME", str(tmp_path))


@pytest.fixture
def file(store, small, tmp_path):
    store.close()
    return tmp_path / "centre.db"


@pytest.fixture
def locked(file, clock, tmp_path):
    made = guarding.protect(file, clock, "ITD", "It-drift", PASSWORD, tmp_path / "kopi")
    opened = opening.open_store(file, clock, unlocked=made.unlocked)
    for login, name, role in (
        ("LEH", "Lene Hald", UserRole.MANAGER),
        ("JEM", "Jesper Madsen", UserRole.FRONT_DESK),
    ):
        with opened.work("new") as work:
            users.add(work, login, name, role)
        users.set_password(opened, login, PASSWORD)
    opened.close()
    return made


@pytest.fixture
def running(qtbot, dressed, clock, file):
    app = QApplication.instance()
    app.setQuitOnLastWindowClosed(False)  # as in the program: the gate is between two windows
    made = Running(
        app, Opening(database=str(file), now=clock()), Settings(), (), Reporter(app), dress
    )
    yield made
    made._idle.stop()
    windows = [made._front, made._window, *(seat.window for seat in made._seats.values())]
    contexts = [made._context, *(seat.context for seat in made._seats.values())]
    for context in filter(None, contexts):
        context.stop()
    for one in {id(w): w for w in windows if w is not None and isValid(w)}.values():
        one.blockSignals(True)
        one.close()
        one.deleteLater()
    for context in filter(None, contexts):
        context.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def log_in(qtbot, page, login, password=PASSWORD):
    page.login.setText(login)
    page.password.setText(password)
    QTest.keyClick(page.password, RETURN)


def test_a_protected_store_shows_nothing_before_somebody_has_logged_in(qtbot, running, locked):
    running.begin()
    page = running._front
    assert isinstance(page, LoginPage)
    log_in(qtbot, page, "leh", "forkert kode her")
    qtbot.waitUntil(lambda: bool(page._wrong.text()), timeout=PATIENT)
    assert running._window is None
    log_in(qtbot, page, "leh")  # small letters are meant, too
    qtbot.waitUntil(lambda: isinstance(running._front, MainWindow), timeout=PATIENT)
    assert running._store.actor == "LEH"
    assert running._context.may(Right.ACCESS_LOG)


@pytest.mark.parametrize(("login", "password"), [("", PASSWORD), ("LEH", ""), ("", "")])
def test_half_a_login_says_what_is_missing(qtbot, running, locked, login, password):
    running.begin()
    log_in(qtbot, running._front, login, password)
    assert running._front._wrong.text()
    assert isinstance(running._front, LoginPage)


def test_whoever_locks_finds_the_own_window_and_another_gets_one_of_their_own(
    qtbot, running, locked
):
    running.begin()
    log_in(qtbot, running._front, "LEH")
    qtbot.waitUntil(lambda: isinstance(running._front, MainWindow), timeout=PATIENT)
    first = running._window
    first.show_place(CITIZENS)
    running.lock()
    page = running._front
    assert isinstance(page, LoginPage)
    assert not first.isVisible()
    log_in(qtbot, page, "JEM")
    qtbot.waitUntil(lambda: isinstance(running._front, MainWindow), timeout=PATIENT)
    assert running._store.actor == "JEM"
    assert running._window is not first
    running.lock()
    QTest.keyClick(running._front, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    log_in(qtbot, running._front, "LEH")
    qtbot.waitUntil(lambda: running._front is first, timeout=PATIENT)
    assert first.isVisible()
    assert first._stack.currentWidget() is first.citizens
    assert running._store.actor == "LEH"


def test_what_a_role_may_not_see_is_not_in_the_window(qtbot, running, locked):
    running.begin()
    log_in(qtbot, running._front, "JEM")
    qtbot.waitUntil(lambda: isinstance(running._front, MainWindow), timeout=PATIENT)
    desk = running._window
    assert not desk._rail.buttons[SETUP].isVisible()
    assert desk._rail.buttons[CALENDAR].isVisible()
    running.lock()
    log_in(qtbot, running._front, "ITD")
    qtbot.waitUntil(
        lambda: isinstance(running._front, MainWindow) and running._window is not desk,
        timeout=PATIENT,
    )
    machine = running._window
    assert machine._rail.buttons[SETUP].isVisible()
    assert not machine._rail.buttons[CITIZENS].isVisible()
    assert machine._stack.currentWidget() is machine.setup


def test_a_store_with_citizens_is_led_over_at_its_next_start(qtbot, running, file):
    running.begin()
    page = running._front
    assert isinstance(page, FirstUserPage)
    page.login.setText("itd")
    page.name.setText("It-drift")
    page.first.setText(PASSWORD)
    QTest.keyClick(page.again, RETURN)  # not typed again yet
    assert "ens" in page._wrong.text()
    page.again.setText(PASSWORD)
    QTest.keyClick(page.again, RETURN)
    qtbot.waitUntil(lambda: page._stack.count() == 2, timeout=PATIENT)
    panel = page._stack.currentWidget()
    assert isinstance(panel, CodePanel)
    panel.five.setText("FORKE")
    panel.try_it()
    assert panel._wrong.text()
    panel.five.setText(panel._groups[4].lower())
    panel.six.setText(panel._groups[5])
    QTest.keyClick(panel.six, RETURN)
    qtbot.waitUntil(lambda: isinstance(running._front, MainWindow), timeout=PATIENT)
    assert running._context.protected
    assert keys.logins(file) == ["ITD"]
    assert backups.backups(backups.folder_of(file), file)


def test_later_opens_it_as_before(qtbot, running, file):
    running.begin()
    page = running._front
    qtbot.waitUntil(page.login.hasFocus, timeout=PATIENT)
    QTest.keyClick(page.login, ESCAPE)
    qtbot.waitUntil(lambda: isinstance(running._front, MainWindow), timeout=PATIENT)
    assert not running._context.protected
    assert not keys.needs_password(file)


@pytest.mark.parametrize("empty", ["login", "name", "first", "folder"])
def test_the_first_user_lacks_nothing(qtbot, dressed, file, clock, empty):
    page = FirstUserPage(file, lambda: clock.wall, clock, "ITD")
    qtbot.addWidget(page)
    page.name.setText("It-drift")
    page.first.setText(PASSWORD)
    page.again.setText(PASSWORD)
    getattr(page, empty).clear()
    page.try_it()
    assert page._wrong.text()
    assert not keys.needs_password(file)
    page.blockSignals(True)


def test_a_forgotten_password_is_replaced_with_the_code(qtbot, dressed, locked, file, clock):
    page = ForgottenPage(file, lambda: clock.wall, "JEM")
    qtbot.addWidget(page)
    page.code.setText("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF")
    page.first.setText("helt nye sorte køer")
    page.again.setText("helt nye sorte køer")
    page.try_it()
    qtbot.waitUntil(lambda: bool(page._wrong.text()), timeout=PATIENT)
    page.code.setText(locked.code.lower().replace("-", " "))
    page.try_it()
    qtbot.waitUntil(lambda: page._stack.count() == 2, timeout=PATIENT)
    panel = page._stack.currentWidget()
    panel.five.setText(panel._groups[4])
    panel.six.setText(panel._groups[5])
    with qtbot.waitSignal(page.opened):
        panel.try_it()
    assert keys.unlock(file, "JEM", "helt nye sorte køer")
    page.blockSignals(True)


@pytest.fixture
def admin(qtbot, dressed, locked, file, clock):
    store = opening.open_store(file, clock, unlocked=locked.unlocked)
    context = AppContext(store, Settings())
    yield context
    context.close()


def test_a_user_is_made_with_a_role_that_somebody_has_chosen(qtbot, admin, file):
    part = UsersPart(admin)
    qtbot.addWidget(part)
    part.refresh()
    dialog = UserDialog(admin, part)
    dialog.login.setText("kaa")
    dialog.name.setText("Karl Andersen")
    dialog.passwords.first.setText("otte gule cykler")
    dialog.passwords.again.setText("otte gule cykler")
    dialog.try_it()
    assert dialog.wrong.text()  # no role is preset
    dialog.role.setCurrentIndex(1)
    dialog.try_it()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert keys.unlock(file, "KAA", "otte gule cykler")
    again = UserDialog(admin, part)
    again.login.setText("KAA")
    again.name.setText("En anden")
    again.role.setCurrentIndex(0)
    for field in (again.passwords.first, again.passwords.again):
        field.setText("otte gule cykler")
    again.try_it()
    assert "taget" in again.wrong.text()
    for one in (dialog, again):
        one.deleteLater()


def test_roles_passwords_and_closing(qtbot, admin, file):
    part = UsersPart(admin)
    qtbot.addWidget(part)
    part.refresh()
    every = {one.login: one for one in admin.ask(users.users)}
    role = RoleDialog(admin, every["ITD"], part)
    role.role.setCurrentIndex(0)
    role.try_it()
    assert "administrator" in role.wrong.text()
    mine = PasswordDialog(admin, every["ITD"], part)
    mine.old.setText("forkert")
    mine.passwords.first.setText("helt nye sorte køer")
    mine.passwords.again.setText("helt nye sorte køer")
    mine.try_it()
    assert mine.wrong.text()
    mine.old.setText(PASSWORD)
    mine.try_it()
    assert keys.unlock(file, "ITD", "helt nye sorte køer")
    keys_of = {b.text() for b in part.findChildren(Button)}
    part.table.selectRow([one.login for one in admin.ask(users.users)].index("JEM"))
    keys_of |= {b.text() for b in part.findChildren(Button)}
    assert {"Skift rolle …", "Ny adgangskode …", "Luk adgang"} <= keys_of
    part.close_access(every["JEM"])
    with pytest.raises(keys.WrongPassword):
        keys.unlock(file, "JEM", PASSWORD)
    for one in (role, mine):
        one.deleteLater()


def test_a_copy_is_taken_and_tried_from_the_window(qtbot, admin):
    part = BackupsPart(admin)
    qtbot.addWidget(part)
    part.refresh()
    part.take()
    qtbot.waitUntil(lambda: part.now.isEnabled(), timeout=PATIENT)
    assert "hel" in part._said.text()
    part.try_restore()
    qtbot.waitUntil(lambda: part.drill.isEnabled(), timeout=PATIENT)
    assert admin.settings.drilled


def test_a_copy_is_put_back_from_the_window_and_what_was_there_is_laid_aside(
    qtbot, running, locked, file
):
    running.begin()
    log_in(qtbot, running._front, "LEH")
    qtbot.waitUntil(lambda: isinstance(running._front, MainWindow), timeout=PATIENT)
    window = running._window
    window.show_place(SETUP)
    window.setup.show_part("backups")
    part = window.setup._keeping["backups"]
    part.take()
    qtbot.waitUntil(lambda: part.now.isEnabled(), timeout=PATIENT)
    running._context.make("later", _phone, "74112233")
    copy = backups.backups(backups.folder_of(file), file)[0].file
    part.restore(copy)
    assert running._window is window  # asked first
    part.restore(copy)
    qtbot.waitUntil(lambda: isinstance(running._front, LoginPage), timeout=PATIENT)
    log_in(qtbot, running._front, "LEH")
    qtbot.waitUntil(lambda: isinstance(running._front, MainWindow), timeout=PATIENT)
    assert "74112233" not in running._context.ask(_phones)
    assert list(file.parent.glob("centre.replaced-*.db"))


def _phone(work, phone):
    work.scalars(select(Citizen)).first().phone = phone


def _phones(work):
    return list(work.scalars(select(Citizen.phone)))


def test_where_the_store_is_damaged_a_copy_is_chosen_at_the_start(
    qtbot, running, locked, file, monkeypatch
):
    copy = locked.copy.file
    content = bytearray(file.read_bytes())
    content[5000] ^= 0xFF
    content[2000] ^= 0xFF
    file.write_bytes(bytes(content))
    for end in ("-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    running.begin()
    log_in(qtbot, running._front, "LEH")
    qtbot.waitUntil(lambda: isinstance(running._front, StartTrouble), timeout=PATIENT)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(copy), ""))
    [back] = [b for b in running._front.findChildren(Button) if "kopi" in b.text()]
    back.click()
    qtbot.waitUntil(lambda: isinstance(running._front, LoginPage), timeout=PATIENT)
    log_in(qtbot, running._front, "ITD")
    qtbot.waitUntil(lambda: bool(list(file.parent.glob("centre.replaced-*.db"))), timeout=PATIENT)
    log_in(qtbot, running._front, "ITD")  # to what is there now
    qtbot.waitUntil(lambda: isinstance(running._front, MainWindow), timeout=PATIENT)


def test_the_data_is_looked_through_from_the_window(qtbot, admin):
    part = BackupsPart(admin)
    qtbot.addWidget(part)
    part.refresh()
    part.look_through()
    qtbot.waitUntil(lambda: part.verify.isEnabled(), timeout=PATIENT)
    assert any("hele" in one.text() for one in part.findChildren(Text))


def test_nothing_of_anybody_is_left_in_the_files_of_a_day(qtbot, running, locked, file, tmp_path):
    """Log in, look at somebody, write, lock, copy, close: settings, logs, copies and slots hold no name and no number."""
    running.begin()
    log_in(qtbot, running._front, "LEH")
    qtbot.waitUntil(lambda: isinstance(running._front, MainWindow), timeout=PATIENT)
    context = running._context
    whom = context.ask(lambda w: w.scalars(select(Citizen)).first())
    context.open_citizen.emit(whom.id)
    context.make("phone", _phone, "74112233")
    running.lock()
    log_in(qtbot, running._front, "LEH")
    qtbot.waitUntil(lambda: isinstance(running._front, MainWindow), timeout=PATIENT)
    secrets = context.ask(
        lambda w: [
            p for c in w.scalars(select(Citizen)) for p in (c.given_name, c.family_name, c.number)
        ]
    )
    running._window.close()
    words = [*secrets, "74112233", PASSWORD, locked.code]
    found = []
    for one in tmp_path.rglob("*"):
        if one.is_file():
            content = one.read_bytes()
            found += [
                (one.name, w)
                for w in words
                for code in ("utf-8", "utf-16-le")
                if w.encode(code) in content
            ]
    assert found == []
    assert (tmp_path / "settings.json").exists()
    assert len(backups.backups(backups.folder_of(file), file)) == 1  # the day's copy, at its close


def test_the_window_opens_on_a_server(qtbot, dressed, clock, server):
    url = server.empty_centre()
    there = opening.open_server(url, clock, "DOS")
    make_small(there)
    there.close()
    app = QApplication.instance()
    app.setQuitOnLastWindowClosed(False)
    made = Running(
        app, Opening(database=url, actor="DOS", now=clock()), Settings(), (), Reporter(app), dress
    )
    made.begin()
    assert isinstance(made._front, MainWindow)
    assert not made._context.embedded
    made._window.show_place(SETUP)
    assert "backups" not in made._window.setup._shown
    made._window._copy_of_yesterday()
    window, context = made._window, made._context
    context.stop()
    window.blockSignals(True)
    window.close()
    window.deleteLater()
    context.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_responsible_therapist_is_shown_what_she_may_in_her_own_courses(admin):
    admin._role = UserRole.RESPONSIBLE
    admin.rights = frozenset({Right.DECIDE})
    assert admin.may_in(Right.DECIDE, admin.user)
    assert not admin.may_in(Right.DECIDE, "OSM")
    admin._role = UserRole.MANAGER
    assert admin.may_in(Right.DECIDE, "OSM")


def test_a_password_that_is_too_short_is_said_first(qtbot, dressed, file, clock):
    page = FirstUserPage(file, lambda: clock.wall, clock, "ITD")
    qtbot.addWidget(page)
    page.name.setText("It-drift")
    page.first.setText("kort")
    page.try_it()
    assert "12" in page._wrong.text()
    page.blockSignals(True)

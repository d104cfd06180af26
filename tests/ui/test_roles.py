"""Every role goes through every page that it has: nothing is shown that is then refused, and nothing fails."""

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from trainer_desktop.models.course import Course
from trainer_desktop.rules.rights import Right, UserRole
from trainer_desktop.services.store import users
from trainer_desktop.settings import Settings
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.main_window import MainWindow
from trainer_desktop.ui.places import NEEDED, SETUP


@pytest.fixture
def cast(context):
    def make(store):
        for role in (UserRole.ADMINISTRATOR, *UserRole):
            login = "DOS" if role is UserRole.RESPONSIBLE else role.name
            with store.work("cast", actor="ADMINISTRATOR") as work:
                if login not in {one.login for one in users.users(work)}:
                    users.add(work, login, role.name.title(), role)
        return store

    return context.with_store(make)


@pytest.mark.parametrize("role", UserRole)
def test_a_role_walks_through_all_that_it_sees(qtbot, dressed, cast, role):
    cast.actor = "DOS" if role is UserRole.RESPONSIBLE else role.name
    app = AppContext(cast, Settings())
    refused, failed = [], []
    app.refused.connect(refused.append)
    app.failed.connect(failed.append)
    window = MainWindow(app)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    seen = []
    for place in range(len(NEEDED)):
        if not window.allowed(place):
            assert not window._rail.buttons[place].isVisible()
            continue
        window.show_place(place)
        QApplication.processEvents()
        seen.append(place)
    if app.may(Right.SEE_CITIZENS):
        citizen = app.ask(lambda w: w.scalars(select(Course.citizen_id).limit(1)).first())
        app.open_citizen.emit(citizen)
        tabs = window.citizens._page._tabs
        for tab in range(tabs.count()):
            if tabs.isTabVisible(tab):
                tabs.setCurrentIndex(tab)
                QApplication.processEvents()
        window.open_deadlines()
        window.open_messages()
        window.open_palette()
    if window.allowed(SETUP):
        for part in window.setup._shown:
            window.setup.show_part(part)
            QApplication.processEvents()
    app.stop()
    QApplication.processEvents()
    assert seen
    assert [str(one.reason) for one in refused] == []
    assert [repr(one) for one in failed] == []
    window.close()

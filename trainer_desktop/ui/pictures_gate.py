"""Pictures of the gate: logging in, the lock, the first user, the code, a forgotten password."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.gate.code_panel import CodePanel
from trainer_desktop.ui.gate.first_user_page import FirstUserPage
from trainer_desktop.ui.gate.forgotten_page import ForgottenPage
from trainer_desktop.ui.gate.login_page import LoginPage

CODE = "K7QFM-2WDRX-9HT4B-EXQ83-LYNG6-B5RPD"
HERE = (("JEM", "Jesper Madsen"), ("DOS", "Dorthe Sørensen"), ("SYB", "Sys Bech"))


def draw(app: AppContext, take: Callable[..., None], place: str) -> None:
    """Take them all; nothing is opened or written."""
    file = Path("centre.db")
    shown: list[tuple[str, QWidget]] = []
    login = LoginPage(file, app.now, place=place, login="DOS")
    login.password.setText("tolv grønne heste")
    shown.append(("login", login))
    shown.append(("lock", LoginPage(file, app.now, place=place, login="JEM", here=HERE)))
    first = FirstUserPage(file, app.now, app.clock, "ITD")
    first.name.setText("It-drift")
    first.first.setText("sommer2026")
    shown.append(("first-user", first))
    code = CodePanel(CODE, app.now().date(), place)
    code.resize(first.size())
    code.begin()
    shown.append(("recovery", code))
    shown.append(("forgotten", ForgottenPage(file, app.now, "DOS")))
    for name, page in shown:
        page.show()
        take(name, page)
        page.blockSignals(True)
        page.close()
        page.deleteLater()

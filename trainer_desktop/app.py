"""Put the pieces together and open the window."""

import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from trainer_desktop import paths
from trainer_desktop.settings import Settings
from trainer_desktop.ui import theme

LOCALES = {"da": "da_DK", "en": "en_GB"}
DEMO_USER = "DOS"


def application() -> QApplication:
    """The one application object, with fonts."""
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    app = QApplication(sys.argv[:1])
    app.setApplicationName("trainer-desktop")
    app.setApplicationDisplayName("Trainer Desktop")
    theme.load_fonts()
    return app


def dress(app: QApplication, settings: Settings) -> None:
    """Language, colours and text size, as the settings say."""
    QLocale.setDefault(QLocale(LOCALES[settings.language]))
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if settings.language == "da":
        ours = QTranslator(app)
        if ours.load(str(paths.resources() / "i18n" / "da.qm")):
            app.installTranslator(ours)
        qts = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if qts.load(QLocale("da_DK"), "qtbase", "_", folder):
            app.installTranslator(qts)
    else:
        plurals = QTranslator(app)
        if plurals.load(str(paths.resources() / "i18n" / "en.qm")):
            app.installTranslator(plurals)
    theme.apply(app, settings.mode, settings.scale)


def main() -> int:
    """Open the demo centre's window; a change of look or language opens it anew."""
    app = application()
    file = paths.data_folder() / "settings.json"
    settings = Settings.read(file)
    dress(app, settings)
    from trainer_desktop.ui.waiting import Waiting

    waiting = Waiting()
    waiting.show()
    app.processEvents()
    from trainer_desktop.services import stores
    from trainer_desktop.ui.app_context import AppContext
    from trainer_desktop.ui.main_window import MainWindow

    store = stores.open_demo(progress=waiting.step)
    store.actor = settings.user or DEMO_USER
    context = AppContext(store, settings)
    while True:
        window = MainWindow(context, demo=True)
        window.show()
        waiting.close()
        answer = app.exec()
        again = window.restyle_wished
        settings.write(file)
        window.deleteLater()
        if not again:
            break
        context.deleteLater()
        dress(app, settings)
        context = AppContext(store, settings)
    context.close()
    return answer

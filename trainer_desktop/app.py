"""Put the pieces together and open the window."""

import gc
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from trainer_desktop import paths
from trainer_desktop.demo import DEMO_USER
from trainer_desktop.settings import Settings
from trainer_desktop.ui import theme
from trainer_desktop.ui.running import Opening, Running

LOCALES = {"da": "da_DK", "en": "en_GB"}


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


def main(opening: Opening | None = None) -> int:
    """Open a centre's window; a change of look, language or centre opens it anew."""
    gc.disable()  # what is loaded to start stays: looking through it again and again is in vain
    app = application()
    from trainer_desktop.ui.reporting import Reporter, start_log

    reporter = Reporter(app)
    reporter.install()
    settings, bad = Settings(), tuple[str, ...]()
    with suppress(OSError):
        settings, bad = Settings.read(paths.data_folder() / "settings.json")
    dress(app, settings)
    with suppress(OSError):
        start_log()
    app.setQuitOnLastWindowClosed(False)
    running = Running(app, opening or Opening(), settings, bad, reporter, dress)
    running.begin()
    return app.exec()


def _without_noise(_kind: QtMsgType, _where: QMessageLogContext, said: str) -> None:
    """Leave out what the offscreen platform says of each window; tell the rest."""
    if not said.startswith("This plugin does not support"):
        sys.stderr.write(said + "\n")


def draw_pages(folder: Path, looks: list[Settings], clock: Callable[[], datetime]) -> list[Path]:
    """Draw every page in these looks to PNG files in a folder, on a demo centre of its own."""
    from trainer_desktop.demo import centre as demo_centre
    from trainer_desktop.ui.pictures import Pictures

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # pictures need no display
    qInstallMessageHandler(_without_noise)
    app = application()
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    with tempfile.TemporaryDirectory() as scratch:
        store = demo_centre.open_demo(Path(scratch) / "demo.db", clock)
        store.actor = DEMO_USER
        for settings in looks:
            dress(app, settings)
            pictures = Pictures(store, settings, folder)
            taken += pictures.every_page()
            pictures.close()
        store.close()
    return taken


def screenshots(folder: Path, clock: Callable[[], datetime] | None) -> int:
    """Every page in every look, on the demo's Wednesday or at another moment."""
    from trainer_desktop.ui.pictures import looks, screenshot_clock

    taken = draw_pages(folder, looks(), clock or screenshot_clock)
    sys.stdout.write(f"{len(taken)} billeder i {folder}\n")
    return 0


def morning(folder: Path, day: date | None) -> int:
    """The demo centre without a display; tells the story, writes papers and pictures."""
    from trainer_desktop.demo import morning as story
    from trainer_desktop.services.store import opening as stores

    folder.mkdir(parents=True, exist_ok=True)

    def tell(line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    tell("Democentret gøres klar (1.600 borgere, et års træninger) …")
    today = day or stores.now().astimezone(stores.COPENHAGEN).date()
    papers = story.play(folder, tell, today)
    at = story.Clock(datetime.combine(story.working_day(today), time(11, 10)))
    pictures = draw_pages(folder, [Settings()], at)
    tell(f"\nI mappen {folder.resolve()} ligger nu:")
    for file in [*papers, *pictures]:
        tell(f"  {file.name}")
    return 0

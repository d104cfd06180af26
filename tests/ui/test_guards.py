"""Guards that cost little and have once been needed: the binding, the start path, the look, the words."""

import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QObject, Signal

from trainer_desktop import paths
from trainer_desktop.ui import theme

HEAVY = ("sqlalchemy", "alembic", "reportlab", "pypdfium2", "msgspec", "psycopg")


class Sender(QObject):
    said = Signal(object)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal from 3.12")
def test_calls_and_signals_keep_their_references(qapp):
    """PySide6 6.12 loses a reference to None at each call on Python 3.11, and aborts after some thousands."""
    thing, sender = QObject(), Sender()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(1000):
        thing.setObjectName("x")
        sender.said.emit(True)

    assert sys.getrefcount(None) > before[0] - 500
    assert sys.getrefcount(True) > before[1] - 500


def test_the_start_path_loads_nothing_heavy():
    code = f"import sys, trainer_desktop.app; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("before", [None, "/opt/own"])
def test_a_bundle_keeps_its_libraries_from_the_systems_programs(monkeypatch, before):
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/bundle", raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/bundle")
    if before:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)

    assert paths.outside().get("LD_LIBRARY_PATH") == before


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_sentence_is_translated(language):
    tree = ET.parse(paths.resources() / "i18n" / f"{language}.ts")
    unfinished = [
        message.findtext("source")
        for message in tree.iter("message")
        if message.find("translation").get("type") == "unfinished"
        or not "".join(message.find("translation").itertext()).strip()
    ]

    assert unfinished == []


def test_translations_keep_their_places():
    tree = ET.parse(paths.resources() / "i18n" / "da.ts")
    for message in tree.iter("message"):
        source = message.findtext("source")
        forms = [f.text for f in message.iter("numerusform")] or [message.findtext("translation")]
        for form in forms:
            for place in __import__("re").findall(r"\{\w+\}|%n", source):
                assert place in form, (source, form)


def test_the_sentences_file_is_current(tmp_path):
    """A sentence added to the code without `dev.py words` would be English on a Danish screen."""
    import shutil

    tool = shutil.which(
        "pyside6-lupdate", path=str(__import__("pathlib").Path(sys.executable).parent)
    )
    root = paths.resources().parent
    file = tmp_path / "da.ts"
    shutil.copy(paths.resources() / "i18n" / "da.ts", file)
    sources = [str(p) for p in sorted((root / "trainer_desktop" / "ui").rglob("*.py"))]
    common = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
    subprocess.run(
        [tool, *common, "-target-language", "da", *sources, "-ts", str(file)],
        check=True,
        capture_output=True,
    )

    tree = ET.parse(file)
    missing = [
        m.findtext("source")
        for m in tree.iter("message")
        if m.find("translation").get("type") == "unfinished"
    ]
    assert missing == []


def luminance(colour):
    def part(value):
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * part(colour.redF())
        + 0.7152 * part(colour.greenF())
        + 0.0722 * part(colour.blueF())
    )


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_text_can_be_read_on_its_ground(qapp, mode):
    theme.theme.use(mode)
    pairs = [
        (ink, ground)
        for ink in ("text", "text-2", "text-3")
        for ground in ("surface", "chrome", "raised")
    ]
    pairs += [(f"{t}-text", f"{t}-tint") for t in ("accent", "good", "warn", "bad", "done")]
    pairs += [("on-accent", "accent")]
    weak = [p for p in pairs if contrast(theme.theme[p[0]], theme.theme[p[1]]) < 4.5]
    theme.theme.use("light")

    assert weak == []

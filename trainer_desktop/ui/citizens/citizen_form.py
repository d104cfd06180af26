"""Ny borger, and a citizen's fields corrected later: one screen, in the order of a telephone call."""

import uuid

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services import Work
from trainer_desktop.services.citizens import same, standing, taking_in
from trainer_desktop.services.citizens.same import Alike
from trainer_desktop.services.citizens.search import masked
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.citizens.citizen_fields import CitizenFields
from trainer_desktop.ui.citizens.citizen_side import CitizenSide
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.keeper import Keeper, draft_words
from trainer_desktop.ui.parts.top_bar import TopBar

HIDDEN, SECRET = "••••", ("address", "postcode", "town")
PAUSE = 150  # milliseconds of rest before it is looked for who is here already


@guarded
class CitizenForm(QWidget):
    """Begin with `begin` or `change`; what is half-filled stays until it is saved or given up."""

    saved = Signal(object, bool)  # citizen id, whether a course is to be begun
    opened = Signal(object)  # the one who is here already
    closed = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__()
        self.app = app
        self.citizen: uuid.UUID | None = None
        self._seen = app.saw()
        self._covered: dict[
            str, tuple[str, str]
        ] = {}  # field -> what is shown for it, and what it is
        self.fields = CitizenFields(app)
        self.side = CitizenSide(app)
        self._cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        self._course = Button(self.tr("Save, and begin a course"), "plain", key="Ctrl+Shift+↵")
        self._save = Button(self.tr("Save"), "primary", key="Ctrl+↵")
        self._bar = TopBar([self._cancel, self._course, self._save], folds=[self._course])
        body = row((scrolling(self.fields), 1), self.side, gap=0)
        whole = col(self._bar, body, on=self)
        whole.setStretch(1, 1)
        marks = {f"mark:{need}": box for need, box in self.fields.marks.items()}
        kept = {**self.fields.fields, **marks, "protected": self.fields.protected}
        self._keeper = Keeper(app, "citizen", kept, self)
        self._look = QTimer(self, interval=PAUSE, singleShot=True)
        self._look.timeout.connect(self._check)
        self.fields.changed.connect(self._look.start)
        self._cancel.clicked.connect(self.give_up)
        self._save.clicked.connect(lambda: self.save(course=False))
        self._course.clicked.connect(lambda: self.save(course=True))
        self.side.opened.connect(self.opened)
        self.side.wished.connect(self._go_to)
        for key, act in (
            ("Esc", self.give_up),
            ("Ctrl+Return", self._save.click),
            ("Ctrl+Shift+Return", self._course.click),
        ):
            shortcut = QShortcut(QKeySequence(key), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def touched(self) -> bool:
        """Whether something half-filled stands here."""
        return self.fields.touched

    def begin(self, words: str = "") -> None:
        """A new citizen; what was typed elsewhere is carried over: a name, a number or a telephone."""
        self.citizen, self._covered = None, {}
        self.fields.show_texts({}, {}, protected=False)
        kept = self._keeper.begin("new", anew=bool(words))
        for name, text in _carried(words).items() if words else ():
            self.fields.fields[name].take_text(text)
        self._bar.say(self.tr("New citizen"), draft_words(kept))
        self._course.show()
        self._check()
        begun = bool(words and self.fields.fields["given_name"].text())
        name = "family_name" if begun else "given_name"  # a draft's first field is chosen whole
        self._go_to(name)

    def change(self, citizen_id: uuid.UUID) -> None:
        """The fields of one who is here."""
        self.citizen, self._seen = citizen_id, self.app.saw()
        card = self.app.ask(taking_in.texts_of, citizen_id)
        covered = {"number": masked(card.texts["number"])} if card.texts["number"] else {}
        if card.protected:
            covered |= {name: HIDDEN for name in SECRET if card.texts[name]}
        self._covered = {name: (shown, card.texts[name]) for name, shown in covered.items()}
        kin = card.kin[0] if card.kin else {}
        self.fields.show_texts(card.texts | covered, kin, protected=card.protected)
        kept = self._keeper.begin(str(citizen_id))
        self._bar.say(self.tr("Change"), " · ".join(p for p in (card.name, draft_words(kept)) if p))
        self._course.hide()
        self._check()
        self._go_to("given_name")

    @Slot()
    def give_up(self) -> None:
        """Leave the form, and what is in it."""
        self._keeper.done()
        self.fields.show_texts({}, {}, protected=False)
        self.closed.emit()

    def _texts(self) -> dict[str, str]:
        """What stands in the fields; what is covered and was left so is as it was."""
        texts = self.fields.texts()
        for name, (shown, was) in self._covered.items():
            if texts[name] == shown:
                texts[name] = was
        return texts

    @Slot(str)
    def _go_to(self, name: str) -> None:
        self.fields.fields[name].setFocus()

    @Slot()
    def _check(self) -> None:
        texts = self._texts()
        wrong = self._problems(texts)
        for name, field in self.fields.fields.items():
            no = wrong.get(name)
            field.say(no if no and field.text().strip() else None)
        self.side.show_facts(texts, self.app.ask(same.alike, texts, self.citizen))

    def _problems(self, texts: dict[str, str]) -> dict[str, Refused]:
        found = self.app.ask(taking_in.problems, texts) | self.fields.kin_problems()
        for one in self.app.ask(same.alike, texts, self.citizen):
            if one.why is Alike.NUMBER:
                found["number"] = Refused(Reason.SAME_PERSON, field="number", name=one.name)
        return found

    def save(self, *, course: bool) -> None:
        """Save, or say what is wrong and go there."""
        self._check()
        texts, kin, fields = self._texts(), self.fields.kin(), self.fields.fields
        wrong = self._problems(texts)
        for name, no in wrong.items():
            fields[name].say(no)
        if wrong:
            self._go_to(next(name for name in fields if name in wrong))
            return
        protected = self.fields.protected.isChecked()
        keep: list[uuid.UUID] = []

        def write(work: Work) -> None:
            if self.citizen:
                taking_in.change(work, self.citizen, texts)
                taking_in.set_kin(work, self.citizen, [kin, *_others(work, self.citizen)])
                keep.append(self.citizen)
            else:
                keep.append(taking_in.add(work, texts, [kin]))
            if protected != standing.card(work, keep[0]).protected:
                standing.protect(work, keep[0], on=protected)

        name = f"{texts['given_name']} {texts['family_name']}".strip()
        words = self.tr("Changed: {name}") if self.citizen else self.tr("New citizen: {name}")
        seen = self._seen if self.citizen else self.app.saw()
        if self.app.do_as_seen(seen, words.format(name=name), write):
            self._keeper.done()
            self.fields.show_texts({}, {}, protected=False)
            self.saved.emit(keep[0], course)


def _others(work: Work, citizen: uuid.UUID) -> list[dict[str, str]]:
    """The kin beyond the first, who stay."""
    return list(taking_in.texts_of(work, citizen).kin[1:])


def _carried(words: str) -> dict[str, str]:
    plain = " ".join(words.split())
    digits = plain.replace("-", "").replace(" ", "")
    if digits.isdigit() and len(digits) == 10:
        return {"number": plain}
    if digits.removeprefix("+45").isdigit() and len(digits) >= 8:
        return {"mobile": plain}
    given, _space, family = plain.rpartition(" ")
    given, family = (given, family) if given else (family, "")
    return {"given_name": _capital(given), "family_name": _capital(family)}


def _capital(name: str) -> str:
    """A name as one writes it, where it was typed small."""
    return (
        " ".join(part[:1].upper() + part[1:] for part in name.split()) if name.islower() else name
    )

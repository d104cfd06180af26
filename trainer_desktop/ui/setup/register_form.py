"""The form of a register's row: its fields, what is wrong with each, and what can be done with the row."""

import uuid
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from trainer_desktop.rules.fields import REFERS, Field, Kind, problems, read_day
from trainer_desktop.rules.refusal import Reason
from trainer_desktop.services.absence.outage import Cause
from trainer_desktop.services.registers import naming
from trainer_desktop.services.registers.people import responsible_for
from trainer_desktop.services.registers.register import Register, RowCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Pill, Rule, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import OptionalDateField, all_read, labelled
from trainer_desktop.ui.parts.form_field import FormField, Options
from trainer_desktop.ui.parts.keeper import Keeper, draft_words
from trainer_desktop.ui.setup.register_words import tr_choice, tr_field, tr_new
from trainer_desktop.ui.theme import theme

translate = QCoreApplication.translate
PAUSE = 150  # milliseconds of rest before the register is asked
LONG = ("name", "address", "equipment", "opening", "note")
CAUSES = {"staff": Cause.STAFF, "rooms": Cause.ROOM, "centres": Cause.DAY}
GONE = {  # what is taken away whole, without a last day
    "closing": lambda: translate("RegisterForm", "Open on this day after all"),
    "absences": lambda: translate("RegisterForm", "Not away after all"),
}


@guarded
class RegisterForm(QWidget):
    """One row; a new one when `row` is None."""

    saved = Signal(object)  # its key
    ended = Signal()
    closed = Signal()
    absence_wished = Signal(object, object, object, object)  # its Cause, key, first and last day

    def __init__(self, app: AppContext, register: Register, card: RowCard | None) -> None:
        super().__init__()
        self._app, self._register, self.card = app, register, card
        self._seen = app.saw()
        self.fields: dict[str, FormField] = {}
        title = card.title if card else tr_new(register.key)
        self._head = row(Text(title, "title", wrap=True), None, gap=8)
        if card and card.ended:
            until = self.tr("Until {day}").format(day=dates.date_year(card.ended))
            self._head.addWidget(Pill(until, "warn", "calendar"))
        self._more = col(gap=12)
        self._stands = col(gap=6)
        self._save = Button(self.tr("Save"), "primary", key="Ctrl+↵")
        self._cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        self._wrong = Text("", "small", "bad-text", wrap=True)
        col(
            self._head,
            *self._lines(),
            self._wrong,
            self._stands,
            row(None, self._cancel, self._save),
            self._more,
            None,
            gap=12,
            margins=(24, 20, 24, 20),
            on=self,
        )
        self._look = QTimer(self, interval=PAUSE, singleShot=True)
        self._look.timeout.connect(self._ask)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.give_up)
        if card:
            self._offer_end(card)
        self._keeper = Keeper(app, register.key, self.fields, self)
        self._draft = Text(
            draft_words(self._keeper.begin(str(card.id) if card else "new")), "small"
        )
        self._more.addWidget(self._draft)
        self._draft.setVisible(bool(self._draft.text()))
        self._check()

    # ---- building

    def _lines(self) -> list[QWidget]:
        lines: list[QWidget] = []
        short: list[FormField] = []
        for field in self._register.fields:
            made = FormField(field, tr_field(field.name), self._options(field))
            made.changed.connect(self._check)
            made.entered.connect(self.save)
            if self.card:
                made.show_text(self.card.texts[field.name])
            self.fields[field.name] = made
            if field.name in LONG:
                if short:  # the eye goes as Tab goes
                    lines.append(_beside(short))
                    short = []
                lines.append(made)
                continue
            short.append(made)
            if len(short) == 2:
                lines.append(_beside(short))
                short = []
        if short:
            lines.append(_beside(short))
        return lines

    def _options(self, field: Field) -> Options:
        if field.kind is Kind.CHOICE:
            return [(value, tr_choice(self._register.key, value)) for value in field.choices]
        return self._app.ask(naming.choices, field.kind) if field.kind in REFERS else []

    def _offer_end(self, card: RowCard) -> None:
        clear(self._more)
        self._more.addWidget(Rule())
        held = self._app.ask(responsible_for, card.id) if self._register.key == "staff" else 0
        if held:
            said = self.tr("Responsible for %n running course(s).", "", held)
            if card.ended:
                over = self.tr("Hand them over, course by course.")
                said = f"{said} {over}"
            self._more.addWidget(
                Text(said, "body", "warn-text" if card.ended else "text-2", wrap=True)
            )
        if card.ended:
            again = Button(self.tr("Take into use again"), "plain", icon="undo")
            again.clicked.connect(lambda: self._end(again=True))
            self._more.addLayout(row(again, None))
            return
        closing = self._register.key in GONE
        words = GONE[self._register.key]() if closing else self.tr("Take out of use")
        stop = Button(words, "plain", icon="stop")
        stop.clicked.connect(lambda: self._end(again=False))
        self._last = OptionalDateField(self._app.now().date())
        self._last.setMinimumWidth(theme.px(130))
        if closing:
            self._more.addLayout(row(stop, None))
            return
        label, field = labelled(self.tr("Last da&y of use"), self._last)
        self._more.addLayout(col(label, row((field, 1), stop, None), gap=4))
        self._more.addWidget(
            Text(
                self.tr("What has been stays as it was, with its name."),
                "small",
                "text-2",
                wrap=True,
            )
        )

    # ---- doing

    def texts(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: field.text() for name, field in self.fields.items()}

    @property
    def touched(self) -> bool:
        """Whether anything has been typed that is not saved."""
        return any(field.touched for field in self.fields.values())

    @Slot()
    def _check(self) -> None:
        """Say what is wrong beside each field that somebody has been in; an empty one waits until it is saved."""
        wrong = problems(self._register.fields, self.texts())
        for name, field in self.fields.items():
            no = wrong.get(name)
            field.say(no if field.touched and no and field.text().strip() else None)
        self._wrong.hide()
        if not wrong and self.touched:
            self._look.start()

    @Slot()
    def _ask(self) -> bool:
        """Say beside its field what the register would refuse; answers whether there is such a thing."""
        key = self.card.id if self.card else None
        no = self._app.ask(self._register.refusal, self.texts(), key)
        field = self.fields.get(str(no.facts.get("field", ""))) if no else None
        clear(self._stands)
        if field and no:
            field.say(no)
            if no.reason is Reason.STILL_STANDS and self._register.key in GONE:
                self._offer_other_page()
        return field is not None

    def _offer_other_page(self) -> None:
        """A closing day, or an absence, that hits trainings is noted where those are moved."""
        closing, texts = self._register.key == "closing", self.texts()
        whose = next(f for f in self._register.fields if f.kind in (Kind.CENTRE, Kind.STAFF))
        key = self._app.ask(naming.named, whose, texts[whose.name])
        days = [read_day(texts[n]) for n in ("day", "first", "last") if texts.get(n, "").strip()]
        cause = Cause.DAY if closing else Cause.STAFF
        self._offer_moving("", cause, key, (days[0], days[-1]))

    @Slot()
    def save(self) -> bool:
        """Save, or say what is missing and go there; answers whether it is saved."""
        if not all_read(self):
            return False
        wrong = problems(self._register.fields, self.texts())
        for name, field in self.fields.items():
            field.say(wrong.get(name))
        for name in self.fields:
            if name in wrong:
                self.fields[name].setFocus()
                return False
        if self._ask():
            next(one for one in self.fields.values() if one.said).setFocus()
            return False
        made: list[uuid.UUID] = []
        register, texts, card = self._register, self.texts(), self.card
        said = texts.get("name") or texts.get("initials", "")
        if card:
            act: Callable[..., object] = register.change
            done = self._app.do_as_seen(
                self._seen, self.tr("Changed: {what}").format(what=said), act, card.id, texts
            )
            made.append(card.id)
        else:
            text = self.tr("New: {what}").format(what=said)
            done = self._app.do(text, lambda work: made.append(register.add(work, texts)))
        if done:
            self._keeper.done()
            self.saved.emit(made[0])
        return bool(done)

    @Slot()
    def give_up(self) -> None:
        """Leave what is typed."""
        self._keeper.done()
        self.closed.emit()

    def _end(self, *, again: bool) -> None:
        card = self.card
        assert card
        day = None if again else self._last.chosen() or self._app.now().date()
        if day and self._register.key in CAUSES and self._still_stands(card, day):
            return
        words = self.tr("In use again: {what}") if again else self.tr("Out of use: {what}")
        text = words.format(what=card.title)
        if self._app.do_as_seen(self._seen, text, self._register.end, card.id, day):
            self.ended.emit()

    def _still_stands(self, card: RowCard, day: date) -> bool:
        """Say what stands after a last day, with the way to the page where it is moved."""
        left = self._app.ask(self._register.left, card.id, day)
        if not left.trainings:
            return False
        said = self.tr("%n training(s) stand(s) after {day}.", "", left.trainings)
        cause = CAUSES[self._register.key]
        days = (day + timedelta(days=1), left.last or day)
        self._offer_moving(said.format(day=dates.date_year(day)), cause, card.id, days)
        self._move.setFocus()
        return True

    def _offer_moving(
        self, said: str, cause: Cause, key: uuid.UUID | None, days: tuple[date, date]
    ) -> None:
        """The way to the page where what stands is moved."""
        clear(self._stands)
        self._move = move = Button(self.tr("Move them on the absence page …"), "plain", icon="swap")
        move.clicked.connect(lambda: self.absence_wished.emit(cause, key, *days))
        if said:
            self._stands.addWidget(Text(said, "body", "bad-text", wrap=True))
        self._stands.addLayout(row(move, None))


def _beside(fields: list[FormField]) -> QWidget:
    box = QWidget()
    parts = [(field, 1) for field in fields]
    line = row(*parts, *([None] if len(fields) == 1 else []), gap=12, on=box)
    for field in fields:
        line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return box

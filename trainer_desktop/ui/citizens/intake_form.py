"""Nyt forløb: an application or a hospital's plan; deadlines and checks appear as the days are typed. A person decides."""

import uuid
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLayout, QLineEdit, QWidget

from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.centre import roster
from trainer_desktop.services.citizens import taking_in
from trainer_desktop.services.courses import intake
from trainer_desktop.services.courses.intake import HOSPITAL, SOURCES, Draft, IntakeCard
from trainer_desktop.services.registers.choices import BASES
from trainer_desktop.services.registers.every import REGISTERS
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.citizens.intake_side import IntakeSide
from trainer_desktop.ui.citizens.intake_words import tr_situation, tr_source
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Panel, Rule, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import (
    Check,
    Choice,
    NumberField,
    OptionalDateField,
    all_read,
    labelled,
)
from trainer_desktop.ui.parts.keeper import Keeper, draft_words
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.parts.top_bar import TopBar
from trainer_desktop.ui.refusals import tr_refused
from trainer_desktop.ui.rule_words import capital, tr_basis, tr_event, tr_supplier
from trainer_desktop.ui.theme import theme

APPLICATION = ("application", "application_received", "grant")
PLAN = ("discharge", "plan_received", "plan_start", "grant")
DAYS = ("application", "application_received", "discharge", "plan_received", "plan_start", "grant")
PAUSE = 150  # milliseconds of rest before it is worked out what follows


@guarded
class IntakeForm(QWidget):
    """`begin` with a citizen; `saved` says where to go on: the planner, the waiting list, or the citizen's page."""

    saved = Signal(object, object, str)  # course id, citizen id, "plan", "wait" or nothing
    closed = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__()
        self.app = app
        self.citizen: uuid.UUID | None = None
        self._staff = app.ask(roster.therapists)
        self._centres = app.ask(roster.centres)
        self._packages = app.ask(REGISTERS["packages"].rows)
        self._build()
        self._connect()

    def begin(self, citizen_id: uuid.UUID) -> None:
        """A new course for somebody."""
        self.citizen = citizen_id
        self._name = self.app.ask(taking_in.texts_of, citizen_id).name
        self._bar.say(self.tr("New course"), self._name)
        for field in self.days.values():
            field.clear_day()
        self.days["application_received"].take_day(self.app.now().date())
        self._empty()
        self._show_kind()
        kept = self._keeper.begin(str(citizen_id))
        if kept:
            self._bar.say(self._bar.title.text(), f"{self._name} · {draft_words(kept)}")
        self._check()
        self.kind.group.buttons()[max(0, self.kind.active)].setFocus()

    def _empty(self) -> None:
        """Nothing of the one before: what stood here was somebody else's."""
        self.bases.clear()
        self.kind.choose(0)
        for choice in (self.source, self.package, self.who, self.where, self.supplier):
            choice.setCurrentIndex(0)
        self.trainings.setValue(0)
        self.minutes.setValue(45)
        self.area.setCurrentText("")
        for line in (self.level, self.diagnosis):
            line.clear()
        for box in self._situations.values():
            box.setChecked(False)

    # ---- building

    def _build(self) -> None:
        self._cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        self._keep = Button(self.tr("Save"), "plain")
        self._wait = Button(self.tr("Save, and put on the waiting list"), "plain")
        self._plan = Button(self.tr("Save, and plan the trainings"), "primary", key="Ctrl+↵")
        self._bar = TopBar(
            [self._cancel, self._keep, self._wait, self._plan], folds=[self._wait, self._keep]
        )
        self.kind = Segments([self.tr("Application"), self.tr("Hospital's plan")], self.tr("Why"))
        self.bases = Segments([tr_basis(one) for one in BASES], self.tr("Legal basis"), -1)
        self.source, self.package = Choice(), Choice()
        self.source.addItems([tr_source(one) for one in SOURCES])
        self.package.addItems(
            [self.tr("Free figures"), *(f"{p.title} · {p.second}" for p in self._packages)]
        )
        self.days = {name: OptionalDateField(None) for name in DAYS}
        self.trainings = NumberField(0, 200, 0)
        self.trainings.setSpecialValueText(self.tr("Not set"))
        self.minutes = NumberField(5, 600, 45, self.tr("min."))
        self.who, self.where = Choice(), Choice()
        self.who.addItems([self.tr("Nobody yet"), *(f"{s.short} · {s.name}" for s in self._staff)])
        self.where.addItems([c.name for c in self._centres])
        self.area, self.level, self.diagnosis = QComboBox(), QLineEdit(), QLineEdit()
        self.area.setEditable(True)
        self._situations: dict[str, Check] = {}
        self._situation_box = row(gap=20)
        self.supplier, self._suppliers = Choice(), [""]
        self.supplier.addItem(self.tr("Not said"))
        self._supplier_box = _field(self.tr("Who &delivers"), self.supplier)
        self._standard = Text("", "body", "text-2", wrap=True)
        self._wrong = Text("", "body", "bad-text", wrap=True)
        words = {"plan_start": self.tr("Earliest start, if the plan says one")}
        self._boxes = {
            name: _field(words.get(name, capital(tr_event(name))), field)
            for name, field in self.days.items()
        }
        self._source_box = _field(self.tr("Who &asks"), self.source)
        plan = [
            _field(self.tr("A&rea"), self.area),
            _field(self.tr("&Level"), self.level),
        ]
        self._plan_box = QWidget()
        col(
            row(*((one, 1) for one in plan), gap=12),
            _field(self.tr("Dia&gnosis, as the plan writes it"), self.diagnosis),
            self._situation_box,
            gap=10,
            on=self._plan_box,
        )
        self.side = IntakeSide()
        inner = Panel("surface")
        col(
            Text(self.tr("Why"), "heading"),
            row(self.kind, None),
            *self._day_rows(),
            self._source_box,
            self._plan_box,
            Rule("line-soft"),
            Text(self.tr("Legal basis"), "heading"),
            Text(self.tr("A person chooses it."), "small", "text-2"),
            row(self.bases, None),
            self._standard,
            Rule("line-soft"),
            Text(self.tr("Package"), "heading"),
            row(
                (_field(self.tr("&Package"), self.package), 2),
                (_field(self.tr("N&umber"), self.trainings), 1),
                (_field(self.tr("&Minutes each"), self.minutes), 1),
                gap=12,
            ),
            row(
                (_field(self.tr("Respons&ible"), self.who), 1),
                (_field(self.tr("&Centre"), self.where), 1),
                (self._supplier_box, 1),
                gap=12,
            ),
            self._wrong,
            None,
            gap=12,
            margins=(24, 16, 24, 16),
            on=inner,
        )
        whole = col(self._bar, row((scrolling(inner), 1), self.side, gap=0), on=self)
        whole.setStretch(1, 1)

    def _day_rows(self) -> list[QLayout]:
        """The days side by side, as many as can be read."""
        boxes = list(self._boxes.values())
        most = len(boxes) if theme.scale < 1.5 else 3
        return [
            row(*((box, 1) for box in boxes[at : at + most]), gap=12)
            for at in range(0, len(boxes), most)
        ]

    def _connect(self) -> None:
        editors: dict[str, QWidget] = {
            **{"kind": self.kind, "bases": self.bases, "source": self.source},
            **self.days,
            **{"package": self.package, "trainings": self.trainings, "minutes": self.minutes},
            **{"who": self.who, "where": self.where, "area": self.area},
            **{"level": self.level, "diagnosis": self.diagnosis},
        }
        self._keeper = Keeper(self.app, "course", editors, self)
        self._look = QTimer(self, interval=PAUSE, singleShot=True)
        self._look.timeout.connect(self._check)
        self.kind.group.idToggled.connect(self._show_kind)
        self.bases.group.idToggled.connect(self._look.start)
        for day in self.days.values():
            day.dateChanged.connect(self._look.start)
        for number in (self.trainings, self.minutes):
            number.valueChanged.connect(self._look.start)
        self.package.currentIndexChanged.connect(self._take_package)
        self.who.currentIndexChanged.connect(self._take_centre)
        self.area.currentTextChanged.connect(self._look.start)
        self.supplier.currentIndexChanged.connect(self._look.start)
        self._cancel.clicked.connect(self.give_up)
        self._keep.clicked.connect(lambda: self.save(then=""))
        self._wait.clicked.connect(lambda: self.save(then="wait"))
        self._plan.clicked.connect(lambda: self.save(then="plan"))
        for key, act in (("Esc", self.give_up), ("Ctrl+Return", self._plan.click)):
            shortcut = QShortcut(QKeySequence(key), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def touched(self) -> bool:
        """Whether something half-filled stands here."""
        return self.citizen is not None and self._keeper.typed

    @Slot()
    def give_up(self) -> None:
        """Leave the form, and what is in it."""
        self._keeper.done()
        self.closed.emit()

    # ---- what is typed

    @property
    def _from_hospital(self) -> bool:
        return self.kind.active == 1

    @Slot()
    def _show_kind(self) -> None:
        names = PLAN if self._from_hospital else APPLICATION
        for name, box in self._boxes.items():
            box.setVisible(name in names)
        self._plan_box.setVisible(self._from_hospital)
        self._source_box.setVisible(not self._from_hospital)
        self._look.start()

    @Slot()
    def _take_package(self) -> None:
        at = self.package.currentIndex() - 1
        if at >= 0:
            self.trainings.setValue(int(self._packages[at].texts["trainings"]))
            self.minutes.setValue(int(self._packages[at].texts["minutes"]))

    @Slot()
    def _take_centre(self) -> None:
        at = self.who.currentIndex() - 1
        names = [c.name for c in self._centres]
        if at >= 0 and self._staff[at].centre in names:
            self.where.setCurrentIndex(names.index(self._staff[at].centre))

    def draft(self) -> Draft:
        """What has been typed."""
        assert self.citizen
        names = PLAN if self._from_hospital else APPLICATION
        events: dict[str, date] = {}
        for name in names:
            if day := self.days[name].chosen():
                events[name] = day
        who, where = self.who.currentIndex() - 1, self.where.currentIndex()
        hospital = self._from_hospital
        return Draft(
            self.citizen,
            BASES[self.bases.active] if self.bases.active >= 0 else "",
            HOSPITAL if hospital else SOURCES[self.source.currentIndex()],
            events,
            self.trainings.value() or None,
            self.minutes.value() if self.trainings.value() else None,
            self._staff[who].id if who >= 0 else None,
            self._centres[where].id if where >= 0 else None,
            supplier=self._suppliers[max(0, self.supplier.currentIndex())],
            area=self.area.currentText().strip() if hospital else "",
            level=self.level.text().strip() if hospital else "",
            diagnosis=self.diagnosis.text().strip() if hospital else "",
            situations=frozenset(n for n, box in self._situations.items() if box.isChecked()),
        )

    @Slot()
    def _check(self) -> None:
        if self.citizen is None:
            return
        draft = self.draft()
        card = self.app.ask(intake.preview, draft)
        self._offer(card)
        self.side.show_card(card, basis=draft.basis)
        said = (
            f"{card.short}, {card.version}" if card.standard else self.tr("No standard is chosen")
        )
        self._standard.setText(said if draft.basis else "")
        wrong = self.app.ask(intake.problems, draft)
        wrong.pop("basis", None)
        self._say(wrong)

    def _offer(self, card: IntakeCard) -> None:
        """The areas and the exceptions of the standard's free choice, where it has one; who may deliver."""
        self._supplier_box.setVisible(bool(card.suppliers))
        if self._suppliers[1:] != list(card.suppliers):
            self._suppliers = ["", *card.suppliers]
            with QSignalBlocker(self.supplier):
                self.supplier.clear()
                self.supplier.addItem(self.tr("Not said"))
                self.supplier.addItems([tr_supplier(one) for one in card.suppliers])
        if [self.area.itemText(n) for n in range(self.area.count())] != list(card.areas):
            text = self.area.currentText()
            with QSignalBlocker(self.area):
                self.area.clear()
                self.area.addItems(card.areas)
                self.area.setCurrentText(text)
        if list(self._situations) == [name for name, _words in card.situations]:
            return
        clear(self._situation_box)
        self._situations = {}
        for name, words in card.situations:
            box = Check(tr_situation(name))
            box.setToolTip(words)
            box.setAccessibleName(box.text())
            box.setAccessibleDescription(words)
            box.toggled.connect(self._look.start)
            self._situations[name] = box
            self._situation_box.addWidget(box)
        self._situation_box.addStretch(1)

    def _say(self, wrong: dict[str, Refused]) -> None:
        words = []
        for name, no in wrong.items():
            title, note = tr_refused(no)
            what = capital(tr_event(name)) if name in self.days else ""
            words.append(
                ": ".join(p for p in (what, ". ".join(q for q in (title, note) if q)) if p)
            )
        self._wrong.setText("\n".join(words))
        self._wrong.setVisible(bool(words))

    def save(self, *, then: str) -> None:
        """Make the course, or say what is missing."""
        if not all_read(self):
            return
        draft = self.draft()
        wrong = self.app.ask(intake.problems, draft)
        if wrong:
            self._say(wrong)
            first = next(iter(wrong))
            (self.days[first] if first in self.days else self.bases.group.buttons()[0]).setFocus()
            return
        made: list[uuid.UUID] = []
        text = self.tr("New course: {name}").format(name=self._name)
        if self.app.do(text, lambda work: made.append(intake.add(work, draft))):
            self._keeper.done()
            self.saved.emit(made[0], draft.citizen_id, then)


def _field(word: str, widget: QWidget) -> QWidget:
    box = QWidget()
    col(*labelled(word, widget), gap=4, on=box)
    return box

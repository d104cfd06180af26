"""The citizen's consent, for one clinic and one course: how it stands, asked anew, refused, withdrawn."""

import uuid
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.rules.gp_status import Consent, Standing
from trainer_desktop.services.messages import consents, overview
from trainer_desktop.services.messages.consents import ConsentStanding
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Icon, Panel, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import DateField, all_read, labelled
from trainer_desktop.ui.parts.one_of import Segments

FORMS = ("mundtligt", "skriftligt")


@guarded
class ConsentStrip(Panel):
    """Nobody answers for the citizen: nothing is chosen beforehand."""

    noted = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__("surface", "b")
        self._app = app
        self._course: uuid.UUID | None = None
        self._stands: tuple[object, ...] = ()
        self._name, self._seen = "", app.saw()
        self._head = row(gap=10)
        self.form = Segments([self.tr("Orally"), self.tr("In writing")], self.tr("How"), -1)
        self.yes = Button(self.tr("Yes, given"), "plain", small=True)
        self.no = Button(self.tr("No"), "plain", small=True)
        self.back = Button(self.tr("Withdrawn"), "plain", small=True)
        self.more = Button(self.tr("Other day or words …"), "link", small=True)
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self._ask = QWidget()
        answers = row(self.yes, self.no, self.back, None, gap=8)
        more = row(self.more, None)
        col(row(self.form, None, gap=8), answers, more, gap=6, on=self._ask)
        today = app.now().date()
        self.day = DateField(today, today, just=True)
        self.taken_by, self.what = QLineEdit(), QLineEdit()
        self.taken_by.setMaxLength(100)
        self.what.setMaxLength(500)
        self.what.setPlaceholderText(self.tr("the end status of this course"))
        self._details = QWidget()
        when = col(*labelled(self.tr("Answered"), self.day), gap=2)
        who = col(*labelled(self.tr("Who asked"), self.taken_by), gap=2)
        both = row(when, who, gap=8)
        both.setStretch(1, 1)
        col(
            both,
            *labelled(self.tr("What was consented to"), self.what),
            gap=4,
            on=self._details,
        )
        self._details.hide()
        col(
            self._head,
            self._ask,
            self._details,
            self._wrong,
            gap=8,
            margins=(24, 12, 24, 12),
            on=self,
        )
        self.more.clicked.connect(self._open_details)
        self.yes.clicked.connect(lambda: self._note(Consent.GIVEN))
        self.no.clicked.connect(lambda: self._note(Consent.REFUSED))
        self.back.clicked.connect(lambda: self._note(Consent.WITHDRAWN))

    def show_course(self, course: uuid.UUID, name: str) -> ConsentStanding:
        """Show how it stands for a course."""
        self._course, self._name, self._seen = course, name, self._app.saw()
        found = self._app.ask(consents.consent, course)
        stands = course, found.standing, found.day
        if stands != self._stands:
            self._stands = stands
            self.form.clear()  # each answer is given in its own way
            self._details.hide()
            self.more.show()
            self.day.show_day(self._app.now().date())
            self.taken_by.clear()
            self.what.clear()
        clear(self._head)
        icon, tone = {
            Standing.HOLDS: ("came-circle", "good-text"),
            Standing.REFUSED: ("stop", "text-2"),
            Standing.WITHDRAWN: ("undo", "text-2"),
        }.get(found.standing, ("warning", "warn-text"))
        self._head.addWidget(Icon(icon, tone, 18))
        said = col(Text(self._title(found), "strong", wrap=True), gap=1)
        if found.day:
            noted = self.tr("Asked by {taken}, noted by {noted}.")
            words = noted.format(taken=found.taken_by, noted=found.noted_by)
            said.addWidget(Text(words, "small", "text-2", wrap=True))
            if found.what:
                said.addWidget(Text(f"«{found.what}»", "small", "text-2", wrap=True))
        self._head.addLayout(said, 1)
        self.back.setVisible(found.standing is Standing.HOLDS)
        self._wrong.clear()
        self._wrong.hide()
        return found

    def _title(self, found: ConsentStanding) -> str:
        day = dates.date_year(found.day) if found.day else ""
        match found.standing:
            case Standing.HOLDS:
                said = self.tr("Consent given {how} {day}, for {clinic}")
                return said.format(how=self._how(found.form), day=day, clinic=found.clinic)
            case Standing.REFUSED:
                return self.tr("The citizen said no {day}").format(day=day)
            case Standing.WITHDRAWN:
                return self.tr("The citizen withdrew it {day}").format(day=day)
            case Standing.OTHER_CLINIC:
                said = self.tr("The consent of {day} was for {clinic}: ask anew")
                clinic = found.for_clinic or self.tr("a clinic that is not noted")
                return said.format(day=day, clinic=clinic)
            case Standing.NO_CLINIC:
                return self.tr("The citizen has no GP clinic: choose it first")
            case _:
                said = self.tr("Ask the citizen: may the status be sent to {clinic}?")
                return said.format(clinic=found.clinic or self.tr("the GP"))

    def _how(self, form: str) -> str:
        return {
            "mundtligt": self.tr("orally"),
            "skriftligt": self.tr("in writing"),
        }.get(form, form)

    @Slot()
    def _open_details(self) -> None:
        """What is seldom otherwise: the day, who asked, what it is about."""
        self._details.show()
        self.more.hide()
        self.day.setFocus()

    @Slot()
    def _note(self, answer: Consent) -> None:
        if self._course is None:
            return
        if self.form.active < 0:
            self._wrong.setText(self.tr("Was it given orally or in writing?"))
            self._wrong.show()
            self.form.group.buttons()[0].setFocus()
            return
        if not all_read(self._details):
            return
        said = self.tr("Answer noted: {name}").format(name=self._name)
        form = FORMS[self.form.active]
        course = self._course
        act = partial(
            consents.note,
            course_id=course,
            answer=answer,
            form=form,
            day=self.day.day(),
            taken_by=self.taken_by.text(),
            what=self.what.text(),
        )
        if self._app.do_as_seen(self._seen, said, act):
            self.noted.emit()
            left = self._app.ask(overview.left_in_outbox, course)
            if left:
                files = self.tr("Take these out of the outbox: {files}")
                self._wrong.setText(files.format(files=", ".join(left)))
                self._wrong.show()

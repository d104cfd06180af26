"""The end status to the GP: consent first, then the therapist's words, then the paper."""

import uuid

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from trainer_desktop.rules.gp_status import Consent
from trainer_desktop.services.courses import events
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.services.papers import gp_status
from trainer_desktop.services.papers.gp_status import StatusWords
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Rule, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Choice, labelled
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.printing.preview_dialog import PreviewDialog
from trainer_desktop.ui.theme import theme

ANSWERS = (Consent.GIVEN, Consent.REFUSED)
FORMS = ("mundtligt", "skriftligt")
NOT_ASKED = -1


class StatusDialog(QDialog):
    """Without a consent that holds nothing is made, and that is recorded."""

    made = Signal(object)  # the preview

    def __init__(self, app: AppContext, card: CourseCard, citizen: str, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.app = app
        self._card = card
        self._page = parent
        self.setWindowTitle(self.tr("End status to the GP"))
        self._answer = Segments([self.tr("Yes"), self.tr("No")], self.tr("Consent"), self._known())
        self._form = Choice(self.tr("How consent was given"))
        self._form.addItems([self.tr("How?"), self.tr("Orally"), self.tr("In writing")])
        if self._card.consent and self._card.consent.form in FORMS:
            self._form.setCurrentIndex(1 + FORMS.index(self._card.consent.form))
        self._missing = Text("", "small", "text-2")
        self._fields: list[QPlainTextEdit] = []
        asked = self.tr("Does the citizen consent that the status is sent to the GP?")
        parts: list[QWidget | object] = [
            Text(citizen, "heading"),
            Text(asked, "body", "text-2", wrap=True),
            row(self._answer, self._form, None, gap=12),
            self._known_note(),
            Rule(),
        ]
        for word, hint in (
            (
                self.tr("&Conclusion"),
                self.tr("Goal reached, partly or not; what is asked of the GP"),
            ),
            (self.tr("&Result"), self.tr("What the citizen can do now")),
            (self.tr("&Plan"), self.tr("Own training, further offers, advice")),
        ):
            field = QPlainTextEdit()
            field.setPlaceholderText(hint)
            field.setTabChangesFocus(True)
            field.setFixedHeight(theme.px(64))
            self._fields.append(field)
            parts += labelled(word, field)
        self._make = Button(self.tr("Make the status"), "primary")
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        cancel.clicked.connect(self.reject)
        self._make.clicked.connect(self._go_on)
        self._answer.group.idToggled.connect(self._name_button)
        self._form.currentIndexChanged.connect(self._name_button)
        self._fields[0].textChanged.connect(self._name_button)
        parts += [8, row(self._missing, None, cancel, self._make)]
        col(*parts, gap=6, margins=(20, 20, 20, 16), on=self)  # type: ignore[arg-type]
        self.setMinimumWidth(theme.px(520))
        self._name_button()

    def _known(self) -> int:
        consent = self._card.consent
        if consent is None:
            return NOT_ASKED  # nobody answers for the citizen
        return 0 if consent.answer is Consent.GIVEN else 1

    def _known_note(self) -> Text:
        consent = self._card.consent
        if consent is None:
            return Text(self.tr("No answer is noted yet."), "small", "text-3")
        said = self.tr("Last answer: {day}, noted by {who}.")
        return Text(
            said.format(day=dates.date_year(consent.day), who=consent.noted_by), "small", "text-3"
        )

    @Slot()
    def _name_button(self) -> None:
        answer = self._answer.active
        yes = answer != 1
        self._make.setText(self.tr("Make the status") if yes else self.tr("Record the refusal"))
        for field in self._fields:
            field.setEnabled(yes)
        form = self._form.currentIndex() > 0 or not self._new_answer(answer)
        concluded = bool(self._fields[0].toPlainText().strip())
        self._make.setEnabled(answer in (0, 1) and form and (concluded or not yes))
        missing = ""
        if answer not in (0, 1):
            missing = self.tr("First the citizen's answer.")
        elif not form:
            missing = self.tr("Was it given orally or in writing?")
        elif yes and not concluded:
            missing = self.tr("The conclusion is missing.")
        self._missing.setText(missing)

    def _new_answer(self, answer: int) -> bool:
        known = self._card.consent
        return known is None or known.answer is not ANSWERS[answer if answer in (0, 1) else 0]

    @Slot()
    def _go_on(self) -> None:
        answer = ANSWERS[self._answer.active]
        form = FORMS[max(0, self._form.currentIndex() - 1)]
        if not self._note_consent(self._card.id, answer, form):
            return  # refused or failed: nothing of what is written is lost
        words = StatusWords(*(field.toPlainText() for field in self._fields))
        text = self.tr("End status to the GP")
        language = self.app.settings.language
        pdf = self.app.make(text, gp_status.gp_status, self._card.id, words, language)
        if answer is not Consent.GIVEN:
            self.accept()
            self.app.done.emit(self.tr("No status was made: the citizen said no. It is recorded."))
            return
        if pdf is None:
            return
        self.accept()
        dialog = PreviewDialog(text, self._page)
        dialog.show_pdf(pdf)
        dialog.open()
        self.made.emit(dialog)

    def _note_consent(self, course: uuid.UUID, answer: Consent, form: str) -> bool:
        known = self._card.consent
        if known and known.answer is answer and known.form == form:
            return True
        return self.app.do(self.tr("Consent noted"), events.note_consent, course, answer, form)

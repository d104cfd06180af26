"""Pictures of what a centre is set up and lived in with: the set-up, a citizen's form, a new course, their dialogs."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from PySide6.QtWidgets import QDialog

from trainer_desktop.services.citizens import page
from trainer_desktop.services.courses import deadline_board
from trainer_desktop.services.messages import signing
from trainer_desktop.services.record.measuring import series, someone_measured
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.citizens.correct_dialog import CorrectDialog
from trainer_desktop.ui.citizens.hand_over_dialog import HandOverDialog
from trainer_desktop.ui.citizens.merge_dialog import MergeDialog
from trainer_desktop.ui.citizens.pause_dialog import PauseDialog
from trainer_desktop.ui.citizens.state_dialog import StateDialog
from trainer_desktop.ui.main_window import MainWindow
from trainer_desktop.ui.places import CALENDAR, SETUP
from trainer_desktop.ui.printing.pack_clock import PackDialog
from trainer_desktop.ui.record.closing_dialog import ClosingDialog
from trainer_desktop.ui.record.complaint_dialog import ComplaintDialog
from trainer_desktop.ui.record.decision_dialog import DecisionDialog
from trainer_desktop.ui.record.fare_dialog import FareDialog
from trainer_desktop.ui.record.letter_dialog import LetterDialog
from trainer_desktop.ui.record.loan_dialog import LoanDialog
from trainer_desktop.ui.record.result_dialog import ResultDialog
from trainer_desktop.ui.record.ride_dialog import RideDialog
from trainer_desktop.ui.record.text_dialog import TextDialog
from trainer_desktop.ui.setup.setup_page import PARTS

Take = Callable[..., None]


def draw(window: MainWindow, app: AppContext, take: Take, citizen: UUID | None) -> None:
    """Take them all, and leave nothing half-filled."""
    window.show_place(SETUP)
    for part in PARTS:
        window.setup.show_part(part)
        take(f"setup-{part}")
    window.setup.show_part("rooms")
    window.setup.begin_new()
    form = window.setup.form
    assert form
    for name, text in (("name", "Køkken"), ("capacity", "0")):
        form.fields[name].show_text(text)
        form.fields[name]._edited()
    take("setup-rooms-wrong")
    window.setup.show_part("check")
    window.open_deadlines()
    window.deadlines._take(app.ask(deadline_board.board))
    take("deadlines")
    if citizen:
        _people(window, take, citizen)
        _dialogs(window, app, take, citizen)
    window.show_place(CALENDAR)


def _decision(dialog: DecisionDialog) -> DecisionDialog:
    dialog.kinds.choose(5)
    dialog.wish.against.choose(1)
    return dialog


def _people(window: MainWindow, take: Take, citizen: UUID) -> None:
    window.new_citizen("kirsten olesen")
    fields = window.citizen_form.fields.fields
    fields["number"].show_text("721257-1840")
    fields["mobile"].show_text("20 00 41 3")
    window.citizen_form._check()
    take("new-citizen")
    window.citizen_form.begin("")
    window.new_course(citizen)
    intake = window.intake
    intake.kind.choose(1)
    intake.bases.choose(2)
    intake.days["discharge"].take_day(window.app.now().date() - timedelta(days=2))
    intake.trainings.setValue(12)
    intake._check()
    take("new-course")
    intake.closed.emit()


def _dialogs(window: MainWindow, app: AppContext, take: Take, citizen: UUID) -> None:
    measured = app.ask(someone_measured) or citizen
    window.app.open_citizen.emit(measured)
    for number, name in enumerate(("tests", "notes", "letters"), start=2):
        window.citizens._page._tabs.setCurrentIndex(number)
        take(name)
    window.citizens._page._tabs.setCurrentIndex(0)
    tested = app.ask(page.page, measured)
    status = next((one for one in tested.courses if not one.ended), tested.courses[0])
    window.open_status(status.id, tested.id, tested.name, status.number)
    window.status.fields["conclusion"].setPlainText("Målet er nået. Ingen opfølgning hos lægen.")
    window.status.fields["plan"].setPlainText("Egentræning hjemme tre gange om ugen.")
    window.status.outcome.choose(1)
    page_ = window.status
    page_.view.show_pdf(app.ask(signing.preview, status.id, page_._texts(), page_._choices(), "da"))
    take("end-status")
    window.open_messages()
    take("end-statuses")
    window.app.open_citizen.emit(citizen)
    card = app.ask(page.page, citizen)
    course = next((one for one in card.courses if not one.ended), None)
    over = window.citizens
    dialogs: list[tuple[str, QDialog]] = [
        ("merge", MergeDialog(app, card, over)),
        ("died", StateDialog(app, card, "deceased", over)),
    ]
    if course:
        dialogs += [
            ("pause", PauseDialog(app, course, card.name, over)),
            ("hand-over", HandOverDialog(app, course, card.name, over)),
            ("correct", CorrectDialog(app, course, card.name, over)),
            ("decision", _decision(DecisionDialog(app, course, card.name, over))),
            ("letter-hearing", LetterDialog(app, course.id, "hearing", over)),
            ("closing", ClosingDialog(app, course, card.name, over)),
            ("ride", RideDialog(app, course, card.name, over)),
            ("own-transport", FareDialog(app, course, card.name, over)),
            ("loan", LoanDialog(app, course, card.name, over)),
            ("examinations", TextDialog(app, course, card.name, over)),
            ("complaint", ComplaintDialog(app, course, card.name, over)),
        ]
    found = app.ask(series, course.id) if course else []
    if found:
        dialogs.append(("result", ResultDialog(app, found[0], found[0].results[-1], over)))
    dialogs.append(("pack-clock", PackDialog(app, window._pack_clock, window)))
    for name, dialog in dialogs:
        dialog.open()
        take(name, dialog)
        dialog.reject()
        dialog.deleteLater()

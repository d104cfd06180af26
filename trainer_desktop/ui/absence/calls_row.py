"""What a call to somebody whom an absence hits came to, with one press."""

from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_desktop.rules.kinds import CallOutcome
from trainer_desktop.services.absence.outage import HitCard, PersonToCall
from trainer_desktop.services.calls import outcomes
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.words import tr_call


class CallsRow(QWidget):
    """A button for each outcome; who it is about is spoken with it."""

    def __init__(self, app: AppContext, hit: HitCard, one: PersonToCall) -> None:
        super().__init__()
        line = row(gap=6, on=self)
        for outcome in (CallOutcome.ACCEPTED, CallOutcome.NO_ANSWER, CallOutcome.MESSAGE):
            said = f"{one.name}: {tr_call(outcome)}"
            button = Button(tr_call(outcome), "quiet", small=True)
            button.setAccessibleName(said)
            note = partial(
                app.do,
                said,
                outcomes.note_call,
                one.citizen_id,
                outcome,
                hit.session_id,
                hit.before.starts,
            )
            button.clicked.connect(lambda _=False, note=note: note())
            line.addWidget(button)
        line.addStretch(1)

"""The fields of a booking and how they lie; what they lead to is in `booking_panel`."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from trainer_desktop.rules.course import Form
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Icon, Panel, Rule, Text, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import (
    Choice,
    DateField,
    NumberField,
    TimeField,
    labelled,
)
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import tr_form


class BookingFields(Panel):
    """Whom, when, where and with whom; the checks below, the button at the foot."""

    closed = Signal()
    forms = (Form.INDIVIDUAL, Form.HOME, Form.OWN)

    def __init__(self, app: AppContext) -> None:
        super().__init__("surface", "l")
        self.app = app
        self.setFixedWidth(theme.size("inspector"))
        self._build()

    def _build(self) -> None:
        close = Button("", "quiet", icon="close", spoken=self.tr("Close the booking"), small=True)
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Name, CPR or phone"))
        self._count = Text("", "small", "text-3")
        self._who = Choice(self.tr("Citizen and course"))
        self._therapist, self._room, self._form = Choice(), Choice(), Choice()
        self._form.setMinimumContentsLength(5)
        self._form.addItems([tr_form(f) for f in self.forms])
        self._package = Text("", "small", "text-2")
        self._whole = Button(self.tr("Whole course …"), "link", small=True)
        self._whole.hide()
        self._new = Button(self.tr("New citizen …"), "link", small=True)
        self._new.clicked.connect(lambda: self.app.citizen_wished.emit(self._words.text()))
        self._new.hide()
        self._weekday = Text("", "body", "text-3")
        self._day = DateField(self.app.now().date())
        self._time = TimeField()
        self._minutes = NumberField(15, 240, 45, self.tr("min."))
        self._minutes.setSingleStep(15)
        self._time.setFixedWidth(theme.px(72))
        self._minutes.setFixedWidth(theme.px(84))
        self._checks = col(gap=8)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Why it is booked all the same"))
        self._reason.setAccessibleName(self.tr("Why it is booked all the same"))
        self._reason.hide()
        self._verdict = Text("", "small", "bad-text", wrap=True)
        self._refusal = QWidget()
        said = row(Icon("refused", "bad", 14), self._verdict, gap=6, on=self._refusal)
        said.setStretch(1, 1)
        self._cancel = Button(self.tr("Cancel"), key="Esc")
        self._book = Button(self.tr("Book the training"), "primary", key="↵", wide=True)
        for button in (close, self._cancel):
            button.clicked.connect(self.closed)
        self._lay_out(close)

    def _lay_out(self, close: Button) -> None:
        live = Text(self.tr("as you type"), "small", "text-3")
        asked = QWidget()
        col(
            self._fields(),
            Rule(),
            col(
                row(Text(self.tr("Checks"), "small", "text-2"), None, live),
                self._checks,
                self._reason,
                gap=8,
                margins=(16, 14, 16, 14),
            ),
            None,
            on=asked,
        ).setSpacing(0)
        column = col(
            row(
                Text(self.tr("New training"), "heading"),
                self._weekday,
                None,
                close,
                margins=(16, 12, 10, 8),
            ),
            (scrolling(asked), 1),
            Rule(),
            col(self._refusal, row(self._cancel, self._book), gap=8, margins=(16, 14, 16, 14)),
            on=self,
        )
        column.setSpacing(0)
        self.setTabOrder(self._reason, self._whole)  # a link never stands between two fields

    def _fields(self) -> QLayout:
        def field(word: str, widget: QWidget) -> QLayout:
            return col(*labelled(word, widget), gap=4)

        def beside(*fields: tuple[QLayout, int]) -> QLayout:
            line = row()
            for layout, share in fields:
                line.addLayout(layout, share)
            return line

        when = beside(
            (field(self.tr("&Day"), self._day), 1),
            (field(self.tr("T&ime"), self._time), 0),
            (field(self.tr("&Length"), self._minutes), 0),
        )
        where = beside(
            (field(self.tr("&Room"), self._room), 1), (field(self.tr("F&orm"), self._form), 1)
        )
        label, field_of_citizen = labelled(self.tr("&Citizen"), self._words)
        return col(
            col(
                row(label, None, self._count),
                field_of_citizen,
                self._who,
                row(self._package, None, self._new, self._whole),
                gap=4,
            ),
            when,
            where,
            field(self.tr("&Therapist"), self._therapist),
            gap=8,
            margins=(16, 0, 16, 14),
        )

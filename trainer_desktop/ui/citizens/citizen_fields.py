"""The fields of a citizen, in the order in which one asks on the phone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from trainer_desktop.rules.fields import Field, Kind, problems
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.citizens.taking_in import FIELDS
from trainer_desktop.services.registers import naming
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.citizens.citizen_words import ALERTS, NEEDS, tr_citizen_field, tr_need
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Panel, Rule, Text, col, row
from trainer_desktop.ui.parts.fields import Check
from trainer_desktop.ui.parts.form_field import FormField
from trainer_desktop.ui.theme import theme

LARGE = 1.5  # text size from which a section's name stands above its fields
KIN = {  # our name -> the kin's field
    "kin": Field("name", Kind.NAME),
    "relation": Field("relation", Kind.NAME),
    "kin_phone": Field("phone", Kind.PHONE),
    "may_act": Field("may_act", Kind.YES_NO),
    "guardian": Field("guardian", Kind.YES_NO),
}


@guarded
class CitizenFields(Panel):
    """Sections with their names at the left; `changed` whenever something is typed."""

    changed = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__("surface")
        self._app = app
        self.fields: dict[str, FormField] = {}
        for field in FIELDS:
            options = app.ask(naming.choices, field.kind) if field.kind is Kind.CLINIC else None
            words = [(text, words) for text, words in options] if options else None
            self._make(field.name, field, words)
        for name, field in KIN.items():
            self._make(name, field, None)
        self.protected = Check(tr_citizen_field("protected"))
        self.protected.setAccessibleName(tr_citizen_field("protected"))
        self.protected.toggled.connect(self.changed)
        self.marks = {need: self._mark(need) for need in (*NEEDS, *ALERTS)}
        f = self.fields
        col(
            self._section(
                self.tr("Who"),
                self.tr("Only the name must be filled in."),
                [
                    [(f["given_name"], 2), (f["family_name"], 2), (f["number"], 2)],
                    [(self.protected, 6)],
                ],
            ),
            Rule("line-soft"),
            self._section(
                self.tr("Contact"),
                "",
                [
                    [(f["address"], 3), (f["postcode"], 1), (f["town"], 2)],
                    [(f["mobile"], 2), (f["phone"], 2), (f["email"], 2)],
                    [(f["digital_post"], 6)],
                ],
            ),
            Rule("line-soft"),
            self._section(
                self.tr("GP and kin"),
                "",
                [
                    [(f["gp_clinic_id"], 2), (f["kin"], 2), (f["relation"], 2)],
                    [(f["kin_phone"], 2), (f["may_act"], 2), (f["guardian"], 2)],
                ],
            ),
            Rule("line-soft"),
            self._section(
                self.tr("For the training"),
                self.tr("Shown in the calendar, on the day sheet and the roster."),
                [
                    [(self._row_of([f["ride"], *(self.marks[n] for n in NEEDS)]), 6)],
                    [(self._row_of([self.marks[n] for n in ALERTS]), 4), (f["language"], 2)],
                ],
            ),
            Rule("line-soft"),
            self._section(self.tr("Note"), "", [[(f["note"], 6)]]),
            None,
            gap=12,
            margins=(24, 16, 24, 16),
            on=self,
        )

    def _make(self, name: str, field: Field, options: list[tuple[str, str]] | None) -> None:
        made = FormField(field, tr_citizen_field(name), options)
        made.changed.connect(self.changed)
        made.entered.connect(self.focusNextChild)  # Enter goes on, as on the phone
        self.fields[name] = made

    def _mark(self, need: str) -> Check:
        made = Check(tr_need(need))
        made.setAccessibleName(tr_need(need))
        made.toggled.connect(self.changed)
        return made

    def _row_of(self, widgets: list[QWidget]) -> QWidget:
        box = QWidget()
        row(*widgets, None, gap=20, on=box)
        return box

    def _section(self, title: str, note: str, lines: list[list[tuple[QWidget, int]]]) -> QWidget:
        box, grid = QWidget(), QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(10))
        for column in range(6):
            grid.setColumnStretch(column, 1)
        for number, line in enumerate(lines):
            at = 0
            for widget, wide in line:
                grid.addWidget(widget, number, at, 1, wide, Qt.AlignmentFlag.AlignTop)
                at += wide
        head = QWidget()
        head.setFixedWidth(theme.px(150))
        said = [Text(note, "small", "text-2", wrap=True)] if note else []
        col(Text(title, "heading"), *said, None, gap=2, on=head)
        if theme.scale >= LARGE:  # the fields need the whole width
            head.setFixedWidth(theme.px(420))
            col(head, grid, gap=8, on=box)
        else:
            row(head, gap=16, on=box).addLayout(grid, 1)
        return box

    # ---- what stands in them

    def texts(self) -> dict[str, str]:
        """The citizen's fields; a mark that is set stands in the note, in the words that the calendar knows."""
        found = {field.name: self.fields[field.name].text() for field in FIELDS}
        note = found["note"].strip()
        said = note.casefold()
        missing = [need for need, box in self.marks.items() if box.isChecked() and need not in said]
        found["note"] = "; ".join(part for part in (note, ", ".join(missing)) if part)
        return found

    def kin(self) -> dict[str, str]:
        """The relative."""
        return {field.name: self.fields[name].text() for name, field in KIN.items()}

    def show_texts(self, texts: dict[str, str], kin: dict[str, str], *, protected: bool) -> None:
        """Show a citizen, as if nobody had touched anything."""
        for field in FIELDS:
            self.fields[field.name].show_text(texts.get(field.name, field.default))
        for name, field in KIN.items():
            self.fields[name].show_text(kin.get(field.name, ""))
        note = texts.get("note", "").casefold()
        for need, box in self.marks.items():
            box.setChecked(need in note)
        self.protected.setChecked(protected)

    def kin_problems(self) -> dict[str, Refused]:
        """What is wrong with the kin's fields, by our names."""
        wrong = problems(tuple(KIN.values()), self.kin())
        return {name: wrong[field.name] for name, field in KIN.items() if field.name in wrong}

    @property
    def touched(self) -> bool:
        """Whether anything has been typed."""
        return any(field.touched for field in self.fields.values())

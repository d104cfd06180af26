"""Beside a new course: the deadlines that follow from the days, what the standard checks, and free choice where it has it."""

from PySide6.QtWidgets import QLayout, QWidget

from trainer_desktop.rules.deadlines import Deadline
from trainer_desktop.rules.eligibility import CheckResult, Finding
from trainer_desktop.services.courses.intake import IntakeCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.citizens.intake_words import tr_finding
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Icon, Panel, Rule, Text, clear, col, row, scrolling
from trainer_desktop.ui.rule_words import tr_basis_name, tr_counted, tr_deadline, tr_event
from trainer_desktop.ui.theme import theme

ICONS = {
    Finding.FINE: ("came", "good"),
    Finding.ASK: ("info", "text-3"),
    Finding.WEIGH: ("info", "warn"),
}


@guarded
class IntakeSide(Panel):
    """Read again whenever something is typed."""

    def __init__(self) -> None:
        super().__init__("surface", "l")
        self.setFixedWidth(theme.beside(420))
        inner = QWidget()
        self._box = col(gap=8)
        col(self._box, None, margins=(20, 16, 20, 16), on=inner)
        col((scrolling(inner), 1), on=self).setContentsMargins(1, 0, 0, 0)

    def show_card(self, card: IntakeCard, *, basis: str) -> None:
        """Show what follows."""
        clear(self._box)
        add = self._box.addWidget
        add(Text(self.tr("Deadlines"), "heading"))
        if not basis:
            add(
                Text(
                    self.tr("They follow when a person has chosen the legal basis."),
                    "body",
                    "text-2",
                    wrap=True,
                )
            )
        elif not card.standard:
            add(
                Text(
                    self.tr("No standard is chosen for this basis: nothing is said."),
                    "body",
                    "text-2",
                    wrap=True,
                )
            )
        elif not card.deadlines:
            add(
                Text(
                    self.tr("None yet: fill in the days that they count from."),
                    "body",
                    "text-2",
                    wrap=True,
                )
            )
        for due in card.deadlines:
            self._box.addLayout(self._deadline(due))
            add(Rule("line-soft"))
        self._running(card)
        if card.checks:
            add(Text(self.tr("Who it is for"), "heading"))
            add(Text(self.tr("The program warns, a person decides."), "small", "text-2"))
        for check in card.checks:
            self._box.addLayout(self._check(check))
        self._choice(card)

    def _deadline(self, due: Deadline) -> QLayout:
        met = self.tr("met by: {what}").format(what=tr_event(due.met_by))
        about = " · ".join((tr_counted(due), met))
        place = Text(f"«{due.rule.text}» ({due.rule.place})", "small", "text-3", wrap=True)
        return col(
            row(Text(tr_deadline(due), "strong"), None, Text(dates.short_day(due.due), "strong")),
            Text(about, "small", "text-2", wrap=True),
            place,
            gap=2,
        )

    def _running(self, card: IntakeCard) -> None:
        there = [one for one in card.running if one.ended is None]
        for one in there:
            since = (
                self.tr("since {day}").format(day=dates.date_year(one.since)) if one.since else ""
            )
            said = " ".join(
                p for p in (self.tr("A course runs:"), tr_basis_name(one.basis), since) if p
            )
            self._box.addLayout(
                row(Icon("warning", "warn", 14), (Text(said, "body", wrap=True), 1), gap=6)
            )

    def _check(self, check: CheckResult) -> QLayout:
        icon, tone = ICONS.get(check.finding, ("warning", "warn"))
        said = tr_finding(check.finding)
        if check.from_day:
            from_day = self.tr("from {day}").format(day=dates.date_year(check.from_day))
            said = f"{said} · {from_day}"
        words = f"«{check.rule.text}» ({check.rule.place})" if check.rule else ""
        lines: list[QWidget] = [Text(said, "strong")]
        if words:
            lines.append(Text(words, "small", "text-2", wrap=True))
        box = QWidget()
        col(*lines, gap=2, on=box)
        return row(Icon(icon, tone, 14), (box, 1), gap=6)

    def _choice(self, card: IntakeCard) -> None:
        offer = card.choice
        if offer is None or offer.rule is None:
            return
        self._box.addWidget(Rule())
        self._box.addWidget(Text(self.tr("Free choice"), "heading"))
        said = {
            True: self.tr("The citizen may choose"),
            False: self.tr("There is no choice"),
            None: self.tr("It depends on the area that the citizen was discharged from"),
        }[offer.offered]
        if offer.by:
            until = self.tr("by {day}").format(day=dates.date_year(offer.by))
            said = f"{said}, {until}"
        self._box.addWidget(Text(said, "body", wrap=True))
        words = f"«{offer.rule.text}» ({offer.rule.place})"
        self._box.addWidget(Text(words, "small", "text-2", wrap=True))

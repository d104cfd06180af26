"""A course's days, which deadlines count from, and what its standard gives the citizen today."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QDialog, QLayout, QLineEdit, QWidget

from trainer_desktop.rules.choice import InTime
from trainer_desktop.rules.deadlines import Standing
from trainer_desktop.services.courses import rights
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.services.courses.events import MAY_COME
from trainer_desktop.services.courses.rights_cards import Right, RightLine, RightsCard, Said
from trainer_desktop.services.record import decisions
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Rule, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Check, Choice, OptionalDateField, all_read, labelled
from trainer_desktop.ui.parts.rule_dialog import show_rule
from trainer_desktop.ui.record.decision_dialog import DecisionDialog
from trainer_desktop.ui.rule_words import capital, tr_deadline, tr_event, tr_standing, tr_supplier
from trainer_desktop.ui.theme import theme


class CourseDaysDialog(QDialog):
    """Days on the left, what follows from them on the right. Only days that were changed are written."""

    def __init__(self, app: AppContext, course: CourseCard, who: str, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.app = app
        self._course = course
        self._who = who
        self._seen = app.saw()
        self._area: str | None = None
        self._situations: set[str] = set()
        self.setWindowTitle(self.tr("Days and rights"))
        self._fields: dict[str, OptionalDateField] = {}
        card = self._ask()
        left = self._day_fields(card)
        right = QWidget()
        self._lines = col(gap=10, margins=(0, 0, 0, 0))
        asked = self._choice_rests_on(card)
        outer = col(gap=10, margins=(14, 0, 4, 0), on=right)
        for part in asked:
            outer.addWidget(part)
        outer.addLayout(self._lines)
        self._save_button = Button(self.tr("Save the days"), "primary", key="↵")
        self._save_button.setDefault(True)
        self._save_button.clicked.connect(self._save)
        close = Button(self.tr("Close"), "plain", key="Esc")
        close.clicked.connect(self.reject)
        self._why, self._why_box = QLineEdit(), QWidget()
        said = self.tr("&Why a day that was noted is corrected")
        col(*labelled(said, self._why), gap=4, on=self._why_box)
        self._why_box.hide()
        about = self.tr("{who} · {standard}").format(who=who, standard=course.standard or "–")
        body = QWidget()
        days, given = scrolling(left), scrolling(right)
        days.setAccessibleName(self.tr("The course's days"))
        given.setAccessibleName(self.tr("What the standard gives"))
        days.setMinimumWidth(theme.px(250))
        given.setMinimumWidth(theme.px(430))
        row(days, (given, 1), gap=8, on=body)
        col(
            Text(self.tr("Days and rights"), "heading"),
            Text(about, "small", "text-2"),
            8,
            (body, 1),
            8,
            self._why_box,
            row(None, close, self._save_button, gap=8),
            gap=4,
            margins=(20, 20, 20, 16),
            on=self,
        )
        self.resize(theme.px(780), theme.px(620))
        self._fill(card)

    def _day_fields(self, card: RightsCard) -> QWidget:
        """Who delivers, and every day that can be noted."""
        left = QWidget()
        form = col(gap=4, margins=(0, 0, 14, 0), on=left)
        self._supplier = Choice()
        self._suppliers = tuple(dict.fromkeys(("", *card.suppliers, card.supplier)))
        for one in self._suppliers:
            self._supplier.addItem(tr_supplier(one) if one else self.tr("not noted"))
        self._supplier.setCurrentIndex(self._suppliers.index(card.supplier))
        if len(self._suppliers) > 1:
            for part in labelled(self.tr("Who delivers"), self._supplier):
                form.addWidget(part)
            form.addSpacing(theme.px(4))
        for event, day in card.days.items():
            field = OptionalDateField(day, None if event in MAY_COME else self.app.now().date())
            field.setPlaceholderText(self.tr("not noted"))
            self._fields[event] = field
            label, _ = labelled(capital(tr_event(event)), field)
            form.addWidget(label)
            form.addWidget(field)
            form.addSpacing(theme.px(4))
        form.addStretch(1)
        return left

    def _ask(self) -> RightsCard:
        return self.app.ask(rights.rights, self._course.id, self._area, frozenset(self._situations))

    @Slot()
    def _refill(self) -> None:
        self._fill(self._ask())

    def _fill(self, card: RightsCard) -> None:
        clear(self._lines)
        if card.deadlines:
            self._lines.addLayout(self._deadlines(card))
            self._lines.addWidget(Rule())
        for line in card.lines:
            self._lines.addLayout(self._line(line))
            self._lines.addWidget(Rule())
        if not card.lines:
            said = self.tr("The standard says nothing of choice, length or complaint.")
            self._lines.addWidget(Text(said, "body", "text-2", wrap=True))
        self._lines.addStretch(1)

    def _deadlines(self, card: RightsCard) -> QLayout:
        """Each deadline with its day, and how it stands; what is not noted shows which day is missing."""
        box = col(Text(self.tr("Deadlines"), "strong"), gap=3)
        for one in card.deadlines:
            said = self.tr("{what}: {day}. {standing}").format(
                what=tr_deadline(one), day=dates.date_year(one.due), standing=tr_standing(one)
            )
            tone = "bad-text" if one.standing in (Standing.OVER, Standing.MET_LATE) else "text-2"
            place = Button(self.tr("Rule"), "link", small=True)
            place.setAccessibleName(self.tr("The rule for: {what}").format(what=tr_deadline(one)))
            place.setAccessibleDescription(said)
            place.clicked.connect(lambda _=False, rule=one.rule: show_rule(self, rule))
            line = row(Text(said, "body", tone, wrap=True), place, gap=8)
            line.setStretch(0, 1)
            box.addLayout(line)
        return box

    def _line(self, line: RightLine) -> QLayout:
        sentences = self._sentences(line)
        title = row(Text(_title(line.right), "strong"), None)
        rule = line.rule
        if rule is not None:
            place = Button(self.tr("Rule"), "link", small=True)
            place.setAccessibleName(self.tr("The rule for: {what}").format(what=_title(line.right)))
            place.setAccessibleDescription(" ".join(said for said, _tone in sentences))
            place.clicked.connect(lambda: show_rule(self, rule))
            title.addWidget(place)
        box = col(title, gap=3)
        for said, tone in sentences:
            box.addWidget(Text(said, "body", tone, wrap=True))
        if line.right is Right.EXTENSION and line.said is Said.YES and not self._course.ended:
            extend = Button(self.tr("Extend the course …"), "plain", small=True)
            extend.clicked.connect(self._extend)
            box.addLayout(row(extend, None))
        return box

    def _choice_rests_on(self, card: RightsCard) -> list[QWidget]:
        """Fields for what the standard's choice rests on; the answers are not kept."""
        line = next((one for one in card.lines if one.right is Right.CHOICE), None)
        if line is None or not (line.areas or line.situations):
            return []
        found: list[QWidget] = [
            Text(self.tr("The choice of supplier depends on"), "label", "text-2")
        ]
        if line.areas:
            areas = Choice(self.tr("Discharged from"))
            for area in line.areas:
                areas.addItem(capital(area), area)
            areas.addItem(self.tr("Another area"), "")
            areas.leave_open()
            areas.currentIndexChanged.connect(lambda: self._area_chosen(areas.currentData()))
            found.append(areas)
        for situation, words in line.situations:
            tick = Check("")
            tick.setAccessibleName(words)
            tick.toggled.connect(lambda on, s=situation: self._situation(s, on))
            whole = QWidget()
            beside = row(tick, Text(words, "body", wrap=True), gap=6, on=whole)
            beside.setStretch(1, 1)
            found.append(whole)
        return [*found, Rule()]

    def _area_chosen(self, area: str) -> None:
        self._area = area
        self._refill()

    def _situation(self, situation: str, on: bool) -> None:
        (self._situations.add if on else self._situations.discard)(situation)
        self._refill()

    def _sentences(self, line: RightLine) -> list[tuple[str, str]]:
        found = [(said, "text-2") for said in self._answer(line)]
        if line.came is InTime.NO and line.noted:
            found.append((self.tr("It did not come in time."), "bad-text"))
        elif line.came is InTime.NO:
            found.append((self.tr("The day has passed, and nothing is noted."), "text-2"))
        elif line.came is InTime.YES:
            found.append((self.tr("It came in time."), "good-text"))
        return found

    def _answer(self, line: RightLine) -> list[str]:
        words = [line.rule.text] if line.rule else []
        day = dates.date_year(line.day) if line.day else ""
        match line.right:
            case Right.CHOICE:
                return self._choice(line, day)
            case Right.NATIONAL_CHOICE if line.said is Said.YES:
                said = self.tr("Yes: the start is later than {day}, the last day for it.")
                return [said.format(day=day)]
            case Right.NATIONAL_CHOICE if line.said is Said.ASK:
                said = self.tr("It cannot be said before this is noted: {event}.")
                return [said.format(event=tr_event(line.waits_for))]
            case Right.NATIONAL_CHOICE:
                said = self.tr("Not now: the last day for the start is {day}.")
                return [said.format(day=day)]
            case Right.LONGEST:
                return [self.tr("Until {day} at the longest.").format(day=day), *words]
            case Right.EXTENSION:
                return [*words, *self._extension(line)]
            case Right.COMPLAINT if line.said is Said.YES:
                return self._complaint(line, day)
            case Right.RIDE if line.copayment:
                if line.price is None:
                    return words
                return [*words, self.tr("The citizen pays {price} kr.").format(price=line.price)]
            case _:
                return words

    def _choice(self, line: RightLine, day: str) -> list[str]:
        if line.said is Said.ASK:
            return [self.tr("It depends on where the citizen was discharged from.")]
        if line.said is Said.NO:
            found = [self.tr("The citizen has no choice of supplier.")]
        elif day:
            found = [self.tr("The citizen chooses a supplier by {day}.").format(day=day)]
        elif line.waits_for:
            said = self.tr("The citizen chooses a supplier; the time counts from: {event}.")
            found = [said.format(event=tr_event(line.waits_for))]
        else:
            found = [self.tr("The citizen chooses a supplier.")]
        if line.default:
            found.append(self.tr("Without a choice: {who}.").format(who=line.default))
        if line.said is Said.YES and line.may_switch is not None:
            may, not_ = (
                self.tr("It may be changed later."),
                self.tr("It holds for the whole course."),
            )
            found.append(may if line.may_switch else not_)
        return found

    def _complaint(self, line: RightLine, day: str) -> list[str]:
        found = [self.tr("A complaint must be received by {day}.").format(day=day)]
        if line.waits_for:
            said = self.tr("Counted from: {event}; the decision's own day is not noted.")
            found.append(said.format(event=tr_event(line.waits_for)))
        if line.forms:
            found.append(self.tr("It may be made: {how}.").format(how=", ".join(line.forms)))
        if line.suspensive is not None:
            stays, runs = (
                self.tr("The decision waits for the answer."),
                self.tr("The decision holds meanwhile."),
            )
            found.append(stays if line.suspensive else runs)
        if line.professional:
            said = self.tr("Complaints over the treatment itself: {who}.")
            found.append(said.format(who=line.professional))
        return found

    def _extension(self, line: RightLine) -> list[str]:
        found = []
        if line.weighs:
            found.append(self.tr("Weighed: {what}.").format(what=", ".join(line.weighs)))
        for given, why in line.extended:
            said = self.tr("Extended {day}, {why}")
            found.append(said.format(day=dates.date_year(given), why=why or "–"))
        if line.said is Said.NO:
            found.append(self.tr("It cannot be extended again."))
        return found

    @Slot()
    def _extend(self) -> None:
        dialog = DecisionDialog(self.app, self._course, self._who, self)
        dialog.kinds.choose(decisions.KINDS.index(decisions.EXTENSION))
        dialog.accepted.connect(self._refill)
        dialog.open()

    @Slot()
    def _save(self) -> None:
        if not all_read(self):
            return
        card = self._ask()
        given: dict[str, date | None] = {e: f.chosen() for e, f in self._fields.items()}
        changed = {
            event: day
            for event, day in given.items()
            if self._fields[event].changed() and day != card.days.get(event)
        }
        chosen = self._suppliers[max(0, self._supplier.currentIndex())]
        supplier = None if chosen == card.supplier else chosen
        if not changed and supplier is None:
            self.reject()
            return
        noted = [event for event in changed if card.days.get(event)]
        if noted and not self._why.text().strip():
            self._why_box.show()
            self._why.setFocus()
            return
        text = self.tr("Days noted: {who}").format(who=self._who)
        args = self._course.id, changed, supplier, self._why.text() if noted else ""
        if self.app.do_as_seen(self._seen, text, rights.set_events, *args):
            self.accept()


def _title(right: Right) -> str:
    translate = QCoreApplication.translate
    return {
        Right.CHOICE: translate("Right", "Choice of supplier"),
        Right.NATIONAL_CHOICE: translate("Right", "National free choice"),
        Right.LONGEST: translate("Right", "Longest duration"),
        Right.EXTENSION: translate("Right", "Extension"),
        Right.EARLY_END: translate("Right", "Ending with trainings left"),
        Right.COMPLAINT: translate("Right", "Complaint over the decision"),
        Right.RIDE: translate("Right", "Ride"),
        Right.RIDE_LAPSES: translate("Right", "When the ride lapses"),
        Right.RIDE_TIME: translate("Right", "How long a ride takes"),
        Right.REIMBURSEMENT: translate("Right", "Own transport"),
    }[right]

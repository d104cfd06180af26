"""Hold: the teams, their meetings, and the roster as a working surface: one key a name, the rest came."""

import uuid
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trainer_desktop.rules.course import Form, State
from trainer_desktop.services import Work
from trainer_desktop.services.attendance.look import TO_MARK
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking
from trainer_desktop.services.centre import roster
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.papers import sheets
from trainer_desktop.services.teams import cards, meetings, members
from trainer_desktop.services.teams.meetings import HeldCard
from trainer_desktop.services.teams.team_cards import MeetingCard, RosterCard, SeatCard, TeamCard
from trainer_desktop.services.waiting import waiting_list
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.marking.marking import Marking
from trainer_desktop.ui.parts.basics import Panel, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import CellItemModel, Column
from trainer_desktop.ui.parts.menu_button import Drop
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.side_fold import SideFold
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.parts.top_bar import TopBar, menu_for
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.refusals import tr_refused
from trainer_desktop.ui.teams.seat_lines import seat_line, team_line
from trainer_desktop.ui.teams.team_dialog import TeamDialog
from trainer_desktop.ui.teams.team_side import TeamSide
from trainer_desktop.ui.theme import theme


class TeamsPage(Page):
    """Hold."""

    shows = (
        *("team", "team_series", "team_member", "training_session", "participant"),
        *("waiting_entry", "course", "citizen"),
    )

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._team: uuid.UUID | None = None
        self._meeting: uuid.UUID | None = None
        self._asked_for = False  # somebody went to this very meeting
        self._meetings: list[MeetingCard] = []
        self._card: RosterCard | None = None
        self._paper = False
        self._build()
        self._connect()

    # ---- what others call

    def show_meeting(self, session_id: uuid.UUID) -> None:
        """Go to one meeting of a team."""
        card = self.app.ask(cards.roster, session_id)
        self._team, self._meeting, self._asked_for = card.team_id, session_id, True
        self.refresh()
        self.names.setFocus()

    def refresh(self) -> None:
        """Read again what is shown."""
        teams = self.app.ask(cards.teams)
        if self._team not in [team.id for team in teams]:
            self._team = teams[0].id if teams else None
        with QSignalBlocker(self._list.selectionModel()):
            self._teams.show_lines([team_line(team) for team in teams])
            for number, team in enumerate(teams):
                if team.id == self._team:
                    self._list.selectRow(number)
        self._bar.say(self.tr("Teams"), self.tr("%n team(s)", "", len(teams)))
        self._read_meetings()

    def print_page(self) -> None:
        """Preview the attendance list."""
        if self._meeting:
            title = self.tr("Attendance list")
            preview(self, title, self.app, sheets.roster_sheet, self._meeting)

    # ---- building

    def _build(self) -> None:
        self._paper_button = Button(self.tr("Type from paper"), "plain", icon="note")
        self._paper_button.setCheckable(True)
        self._print = Button(self.tr("Attendance list"), "plain", icon="print")
        self._new = Button(self.tr("New team …"), icon="plus")
        self._who_button = Button(self.tr("Who takes part …"), icon="team")
        self._bar = TopBar(
            [self._who_button, self._new, self._paper_button, self._print],
            folds=[self._print, self._paper_button],
        )
        self._teams = CellItemModel(
            [Column(self.tr("Team")), Column(self.tr("Next"), 76, right=True)], self
        )
        self._list = Table(self._teams, self.tr("Teams"), Shape(row=52))
        self._list.setFixedWidth(theme.px(300 if theme.scale < 1.5 else 220))
        self._back = Button("", icon="prev", spoken=self.tr("Meeting before"))
        self._on = Button("", icon="next", spoken=self.tr("Meeting after"))
        self._which = Drop("", self.tr("Meeting"))
        self._count = Text("", "small", "text-2")
        self._rest = Button(self.tr("The rest came"), "primary", key="R")
        self._phones = theme.scale < 1.5  # at large text the name needs the room
        phone = [Column(self.tr("Phone"), 120)] if self._phones else []
        columns = [
            Column("", 52, right=True),
            Column(self.tr("Citizen")),
            Column(self.tr("Package"), 90),
            *phone,
            Column(self.tr("State"), 180),
        ]
        self._items = CellItemModel(columns, self)
        self.names = Table(self._items, self.tr("Roster"), Shape(row=46))
        head = Panel("surface", "b")
        top = row(self._back, self._which, self._on, None, self._rest)
        col(top, self._count, gap=2, margins=(16, 8, 16, 8), on=head)
        keys = Text(
            self.tr("M came · A cancelled · U stayed away · F late · Backspace takes back"),
            "small",
            "text-3",
            wrap=True,
        )
        hint = Panel("surface", "t")
        row((keys, 1), margins=(16, 6, 16, 6), on=hint)
        middle = QWidget()
        col(head, (self.names, 1), hint, on=middle)
        self._take_side()
        self._marking = Marking(self.app, self.names)
        self._marking.place_at(self._beside)
        self._fold = SideFold(self, self._side, self._who_button, 1100, self._list)
        whole = col(self._bar, row(self._list, (middle, 1), self._side, gap=0), on=self)
        whole.setStretch(1, 1)
        for key, state in (("M", State.ATTENDED), ("A", State.CANCELLED), ("U", State.MISSED)):
            self._key(key, partial(self._mark, state))
        self._key("F", self._late)
        self._key("Backspace", self._unmark)
        self._key("R", self._rest_came)

    def _take_side(self) -> None:
        side = self._side = TeamSide(self.app)
        self._find, self._times, self._colleague = side.who, side.times, side.colleague
        self._join, self._drop_in, self._wait = side.join, side.drop_in, side.wait
        self._leave, self._cover, self._waiting = side.leave, side.cover, side.waiting
        self._until, self._hold, self._held = side.until, side.hold, side.held
        self._staff = self.app.ask(roster.therapists)
        self._others: list[NamedKey] = []  # those who could take the meeting

    def _key(self, key: str, act: object) -> None:
        action = QAction(self.names)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        assert callable(act)
        action.triggered.connect(lambda: act())
        self.names.addAction(action)

    def _connect(self) -> None:
        self._list.selectionModel().currentRowChanged.connect(self._choose_team)
        for key, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            step = QShortcut(QKeySequence(key), self, partial(self._step, by))
            step.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._back.clicked.connect(lambda: self._step(-1))
        self._on.clicked.connect(lambda: self._step(1))
        self._rest.clicked.connect(self._rest_came)
        self._print.clicked.connect(self.print_page)
        self._paper_button.toggled.connect(self._typing)
        self._find.changed.connect(self._enable)
        self._join.clicked.connect(self._do_join)
        self._drop_in.clicked.connect(self._do_drop_in)
        self._wait.clicked.connect(self._do_wait)
        self._leave.clicked.connect(self._do_leave)
        self._cover.clicked.connect(self._do_cover)
        self._colleague.currentIndexChanged.connect(self._enable)
        self._hold.clicked.connect(self._do_hold)
        self._new.clicked.connect(self._make_team)
        self.names.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self._marking.saved.connect(self._marked)

    # ---- reading

    def _read_meetings(self) -> None:
        self._meetings = []
        if self._team:
            asked = self._meeting if self._asked_for else None
            self._meetings = self.app.ask(cards.meetings, self._team, asked=asked)
        keys = [m.session_id for m in self._meetings]
        if self._meeting not in keys:
            now = self.app.now()
            unmarked = [m for m in self._meetings if m.ends <= now and m.unmarked]
            coming = [m for m in self._meetings if m.ends > now]
            near = unmarked[-1:] or coming or self._meetings[-1:]
            self._meeting = near[0].session_id if near else None
        choices = [(self._meeting_words(m), m.session_id) for m in self._meetings]
        menu_for(self._which, [choices], self._choose_meeting)
        self._read_roster()

    def _meeting_words(self, meeting: MeetingCard) -> str:
        when = f"{dates.short_day(meeting.starts.date())} {dates.clock_range(meeting.starts, meeting.ends)}"
        return f"{when} · {meeting.taken}/{meeting.capacity}"

    def _read_roster(self) -> None:
        chosen = self._seat()
        self._card = self.app.ask(cards.roster, self._meeting) if self._meeting else None
        card = self._card
        seats = card.seats if card else ()
        self._items.show_lines(
            [seat_line(n, seat, self._phones) for n, seat in enumerate(seats, 1)]
        )
        if card:
            self._which.say(self._meeting_words(card.meeting))
            place = " · ".join(p for p in (card.meeting.room, card.meeting.therapist) if p)
            free = [s for s in self._staff if s.short != card.meeting.therapist]
            if free != self._others:
                self._others = free
                self._colleague.clear()
                self._colleague.addItems([f"{s.short} · {s.name}" for s in free])
                self._colleague.leave_open()
            left = len(card.unmarked)
            said = self.tr("%n without a mark", "", left) if card.begun else ""
            self._count.setText(" · ".join(p for p in (place, said) if p))
        else:
            self._which.say(self.tr("No meeting in the calendar"))
            self._count.setText("")
        self._restore(chosen.participant_id if chosen else None)
        self._show_waiting()
        self._enable()

    def _show_waiting(self) -> None:
        clear(self._waiting)
        waiting = self.app.ask(waiting_list.entries, None, self._team) if self._team else []
        if not waiting:
            self._waiting.addWidget(Text(self.tr("Nobody waits."), "small", "text-2"))
        for one in waiting:
            take = Button(self.tr("Take in"), "link", small=True)
            word = self.tr("Take in")
            take.setAccessibleName(f"{one.citizen}: {word}")
            take.clicked.connect(lambda _=False, w=one: self._take_in(w.id, w.course_id, w.citizen))
            since = self.tr("since {day}").format(day=dates.short_date(one.since))
            self._waiting.addLayout(
                row(col(Text(one.citizen, "body"), Text(since, "small", "text-3")), None, take)
            )

    def _seat(self) -> SeatCard | None:
        thing = self._items.thing(self.names.currentIndex())
        return thing if isinstance(thing, SeatCard) else None

    def _restore(self, participant: uuid.UUID | None) -> None:
        lines = self._items.lines
        place = next(
            (n for n, line in enumerate(lines) if line.thing.participant_id == participant), 0
        )
        if lines:
            self.names.selectRow(place)

    # ---- slots

    @Slot()
    def _choose_team(self) -> None:
        thing = self._teams.thing(self._list.currentIndex())
        if isinstance(thing, TeamCard) and thing.id != self._team:
            self._team, self._meeting = thing.id, None
            self._read_meetings()

    def _choose_meeting(self, session_id: uuid.UUID) -> None:
        self._meeting = session_id
        self._read_roster()

    def _step(self, by: int) -> None:
        keys = [m.session_id for m in self._meetings]
        if self._meeting in keys:
            place = keys.index(self._meeting) + by
            if 0 <= place < len(keys):
                self._choose_meeting(keys[place])

    @Slot(bool)
    def _typing(self, on: bool) -> None:
        """What is typed now is from paper, and stamped so."""
        self._paper = on
        self._marking.from_paper = on
        self.names.setFocus()

    def _mark(self, state: State) -> None:
        seat = self._seat()
        if seat is None:
            return
        self._marking.mark(seat.participant_id, state)

    @Slot(object, object)
    def _marked(self, participant: uuid.UUID, mark: Mark) -> None:
        """Go on to the next without a mark."""
        if mark.state is not State.PLANNED:
            self._next_unmarked(participant)

    def _next_unmarked(self, participant: uuid.UUID) -> None:
        seats = list(self._card.seats) if self._card else []
        keys = [s.participant_id for s in seats]
        place = keys.index(participant) if participant in keys else -1
        for number in [*range(place + 1, len(seats)), *range(0, place + 1)]:
            if seats[number].look in TO_MARK:
                self.names.selectRow(number)
                return

    def _late(self) -> None:
        seat = self._seat()
        if seat:
            self._marking.late(seat.participant_id)

    def _unmark(self) -> None:
        seat = self._seat()
        if seat and seat.look not in TO_MARK:
            self._marking.unmark(seat.participant_id)

    @Slot()
    def _rest_came(self) -> None:
        card = self._card
        if card is None or not card.unmarked:
            return
        text = self.tr("The rest came: {team}, %n", "", len(card.unmarked)).format(team=card.team)
        marks = [(seat.participant_id, Mark(State.ATTENDED)) for seat in card.unmarked]
        self.app.do(text, members.mark_all, marks, self._paper)

    @Slot()
    def _enable(self) -> None:
        found, there = self._find.choice() is not None, self._card is not None
        for button in (self._join, self._drop_in):
            button.setEnabled(found and there)
        self._wait.setEnabled(found and self._team is not None)
        seat = self._seat()
        self._leave.setEnabled(seat is not None)
        leaves = self.tr("{who} leaves the team")
        self._leave.setText(leaves.format(who=seat.name) if seat else self.tr("Leave the team"))
        self._cover.setEnabled(there and self._colleague.currentIndex() >= 0)
        self._hold.setEnabled(self._team is not None)
        self._rest.setEnabled(bool(self._card and self._card.begun and self._card.unmarked))

    @Slot()
    def _do_join(self) -> None:
        choice, card = self._find.choice(), self._card
        if choice is None or card is None or self._team is None:
            return
        self._join_team(choice.course_id, choice.name, card.meeting.starts.date())

    def _join_team(self, course_id: uuid.UUID, who: str, since: date) -> bool:
        text = self.tr("Joined {team}: {who}").format(
            team=self._card.team if self._card else "", who=who
        )
        times = self._times.value() or None
        assert self._team is not None
        joined = self.app.do(text, members.join, self._team, course_id, since, times=times)
        if joined:
            self._find.clear()
        return joined

    @Slot()
    def _do_drop_in(self) -> None:
        choice, card = self._find.choice(), self._card
        if choice and card:
            text = self.tr("Dropped in: {who}").format(who=choice.name)
            if self.app.do(text, booking.join_team, card.meeting.session_id, choice.course_id):
                self._find.clear()

    @Slot()
    def _do_wait(self) -> None:
        choice = self._find.choice()
        if choice and self._team:
            text = self.tr("Waits for a place: {who}").format(who=choice.name)
            minutes = (
                self._card.meeting.ends - self._card.meeting.starts
                if self._card
                else timedelta(hours=1)
            )
            length = int(minutes.total_seconds()) // 60
            if self.app.do(
                text, waiting_list.add, choice.course_id, Form.TEAM, length, team_id=self._team
            ):
                self._find.clear()

    def _take_in(self, entry_id: uuid.UUID, course_id: uuid.UUID, who: str) -> None:
        since = self._card.meeting.starts.date() if self._card else self.app.now().date()
        text = self.tr("Taken in from the waiting list: {who}").format(who=who)
        self.app.do(text, waiting_list.take_in, entry_id, since)

    @Slot()
    def _do_leave(self) -> None:
        seat = self._seat()
        if seat and self._team:
            text = self.tr("Left the team: {who}").format(who=seat.name)
            self.app.do(text, members.leave, self._team, seat.course_id)

    @Slot()
    def _do_cover(self) -> None:
        place = self._colleague.currentIndex()
        if self._card and 0 <= place < len(self._others):
            who = self._others[place]
            text = self.tr("{who} takes {team}").format(who=who.short, team=self._card.team)
            self.app.do(text, members.cover, self._card.meeting.session_id, who.id)

    @Slot()
    def _do_hold(self) -> None:
        """Put a team's meetings in the calendar, and tell on which days it could not be."""
        held: list[HeldCard] = []
        team, until = self._team, self._until.day()
        if team is None:
            return

        def hold(work: Work) -> None:
            held.append(meetings.hold_meetings(work, team, until))

        text = self.tr("Meetings put in the calendar through {day}")
        if self.app.do(text.format(day=dates.short_date(until)), hold):
            self._tell_held(held[0])

    @Slot()
    def _make_team(self) -> None:
        dialog = TeamDialog(self.app, self.window())
        dialog.made.connect(self._show_made)
        dialog.open()

    @Slot(object)
    def _show_made(self, held: HeldCard) -> None:
        self._team, self._meeting = held.team_id, None
        self.refresh()
        self._tell_held(held)

    def _tell_held(self, held: HeldCard) -> None:
        said = self.tr("%n meeting(s) made.", "", held.made)
        left = [f"{dates.short_day(day)}: {tr_refused(no)[0]}" for day, no in held.left_out]
        self._held.setText("\n".join([said, *left]))

    def _beside(self) -> QPoint:
        window = self.window()
        box = self.names.visualRect(self.names.currentIndex())
        corner = self.names.viewport().mapTo(window, box.bottomLeft())
        return QPoint(corner.x() + theme.px(240), corner.y() + 4)

"""Ctrl+K: one field that finds citizens, colleagues, rooms, teams, days in words, recent things and every action."""

import uuid
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRectF,
    Qt,
    Slot,
)
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QWidget,
)

from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.centre import roster
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.citizens import finding
from trainer_desktop.services.citizens.finding import FoundCitizen
from trainer_desktop.services.citizens.search import search_fold
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import (
    chip_width,
    draw_chip,
    draw_text,
)
from trainer_desktop.ui.palette_list import HIGH, Hit, HitDelegate, HitItemModel
from trainer_desktop.ui.parts.basics import Icon, Painted, Rule, row
from trainer_desktop.ui.parts.day_words import day_meant
from trainer_desktop.ui.parts.float_card import FloatCard
from trainer_desktop.ui.rule_words import tr_basis
from trainer_desktop.ui.theme import RIGHT, font, theme, width

# What people call an action that has another name in the menu, by its key.
ALSO = {
    "Ctrl+Shift+I": "syg sygdom ferie kursus fravær lukkedag lukket ringeliste sick holiday closing call list",
    "F1": "hjælp genveje tastatur help shortcuts keyboard",
    "Ctrl+P": "print papir skriv ud paper",
    "Ctrl++": "zoom skrift bigger",
    "Ctrl+-": "zoom skrift",
    "Ctrl+Z": "undo fortryd",
}


class Ways(Protocol):
    """What the window does with what is chosen."""

    app: AppContext

    def open_citizen(self, one: FoundCitizen) -> None:
        """Go to the citizen's next training, or to the page when there is none."""

    def cancel(self, one: FoundCitizen) -> None:
        """Note a cancellation of the next training."""

    def book(self, course_id: uuid.UUID) -> None:
        """Begin a booking."""

    def plan(self, course_id: uuid.UUID) -> None:
        """Plan a whole course."""

    def letter(self, citizen_id: uuid.UUID) -> None:
        """Preview the schedule."""

    def page(self, citizen_id: uuid.UUID) -> None:
        """Open the citizen's page."""

    def week_of(self, staff: NamedKey) -> None:
        """Show a colleague's week."""

    def ill(self, staff_id: uuid.UUID) -> None:
        """A colleague is away."""

    def equipment(self, room: NamedKey) -> None:
        """Say what is in a room."""

    def room(self, room: NamedKey) -> None:
        """Show a room."""

    def team(self, team_id: uuid.UUID) -> None:
        """Show a team's next meeting."""

    def recent(self) -> list[Hit]:
        """What was opened last."""

    def lately(self) -> list[uuid.UUID]:
        """Whom somebody here had open lately."""

    def remember(self, hit: Hit) -> None:
        """Keep it among the recent things."""


LEAST = 3  # letters of what is to be done
DOES = ("ill", "enter")  # the icons of what does something with a colleague or a room
# What people call what can be done for a citizen, by its icon.
ALSO_FOR_CITIZEN = {
    "cancelled": "syg sygdom afbud afmeld aflys sick ill",
    "plus": "book ny træning tid",
    "plan": "plan hele forløbet",
    "print": "mødeplan brev papir udskriv letter",
    "user": "side forløb page",
}


def _is_called(what: str, words: str) -> bool:
    """Whether one of the words begins as somebody typed."""
    return any(word.startswith(search_fold(what)) for word in search_fold(words).split())


@guarded
class Palette(FloatCard):
    """Type, arrow, Enter; Tab goes to what can be done for the citizen."""

    def __init__(self, ways: Ways, actions: list[QAction], over: QWidget) -> None:
        super().__init__(over, 640, 12)
        self.app, self._ways, self._actions = ways.app, ways, actions
        self._for: FoundCitizen | None = None
        self._staff = self.app.ask(roster.therapists)
        self._rooms = self.app.ask(roster.rooms)
        self._teams = self.app.ask(finding.teams)
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Find a citizen, a day or something to do"))
        self._words.setAccessibleName(self.tr("Find a citizen, a day or something to do"))
        self._words.setFont(font("title", weight=400))
        self._words.setStyleSheet(
            f"QLineEdit {{ border: 0; background: transparent; padding: 0;"
            f" min-height: {theme.px(56)}px; color: {theme['text'].name()}; }}"
        )
        self._words.installEventFilter(self)
        self._items = HitItemModel(self)
        self._delegate = HitDelegate(self)
        self._list = QListView()
        self._list.setModel(self._items)
        self._list.setItemDelegate(self._delegate)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setStyleSheet("QListView { background: transparent; }")
        self._list.setAccessibleName(self.tr("Found"))
        self._list.clicked.connect(self._take)
        escape = Painted(lambda p, r: draw_chip(p, r, "Esc"), 36, 20)
        self.box.addLayout(
            row(
                Icon("search", "text-2", 18),
                (self._words, 1),
                escape,
                gap=12,
                margins=(20, 0, 20, 0),
            )
        )
        self.box.addWidget(Rule())
        self.box.addWidget(self._list)
        self.box.addWidget(Rule())
        self.box.addWidget(Painted(self._paint_foot, 0, 38))
        self._words.textChanged.connect(self._typed)
        self._search()

    def place(self, at: QPoint) -> None:
        """Put it at a point, with the keyboard on what is pressed most."""
        super().place(at)
        self._words.setFocus()

    @property
    def words(self) -> QLineEdit:
        """The field."""
        return self._words

    @property
    def hits(self) -> list[Hit]:
        """What is shown."""
        return self._items.hits

    def _paint_foot(self, p: QPainter, rect: QRectF) -> None:
        px, x = theme.px, rect.left() + theme.px(20)
        for key, word in (
            ("↑↓", self.tr("choose")),
            ("↵", self.tr("open")),
            ("Tab", self.tr("actions")),
        ):
            cap = QRectF(x, rect.center().y() - px(10), chip_width(key), px(20))
            draw_chip(p, cap, key)
            x = cap.right() + px(7)
            x += draw_text(
                p, QRectF(x, rect.top(), px(120), rect.height()), word, "small", "text-2"
            )
            x += px(18)
        said = self.tr("The last four digits are shown at the citizen's own page")
        room = QRectF(x, rect.top(), rect.right() - px(20) - x, rect.height())
        if width(said, "small") <= room.width():
            draw_text(p, room, said, "small", "text-3", RIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter walk the hits while the words keep the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down:
                    self._step(1)
                case Qt.Key.Key_Up:
                    self._step(-1)
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._take(self._list.currentIndex())
                case Qt.Key.Key_Tab:
                    self._to_actions()
                case Qt.Key.Key_Escape:
                    self.dismiss()
                case _:
                    return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, _on: bool) -> bool:
        """Tab stays in the words."""
        return True

    def _step(self, by: int) -> None:
        row = self._list.currentIndex().row() + by
        while 0 <= row < len(self._items.hits):
            if self._items.hits[row].act:
                self._list.setCurrentIndex(self._items.index(row))
                return
            row += by

    def _to_actions(self) -> None:
        """Go to what can be done for the chosen citizen."""
        hits, place = self._items.hits, self._list.currentIndex().row()
        chosen = hits[place].found if 0 <= place < len(hits) else None
        if chosen and chosen != self._for:
            self._for = chosen
            self._search()
        headings = [n for n, hit in enumerate(self._items.hits) if hit.act is None]
        after = [n for n in headings if n > self._list.currentIndex().row()]
        target = next((n + 1 for n in after if n + 1 < len(self._items.hits)), None)
        if target is not None:
            self._list.setCurrentIndex(self._items.index(target))

    @Slot()
    def _typed(self) -> None:
        self._for = None
        self._search()

    @Slot()
    def _search(self) -> None:
        text = self._words.text().strip()
        self._delegate.words = text
        hits, meant = self._found(text), self._whom_and_what(text)
        called_so = hits and hits[0].title == self.tr("Citizens")  # «Per Hel…» is somebody
        hits = [*hits, *meant] if called_so else [*meant, *hits]
        if not hits:
            hits = [Hit(self.tr("Nothing is found. Try fewer letters."))]
        if text and not any(hit.found or hit.about for hit in hits):
            new = self.tr("New citizen: {words}").format(words=text)
            hits.append(Hit(new, "", "plus", act=partial(self.app.citizen_wished.emit, text)))
        self._show_hits(hits)

    def _whom_and_what(self, text: str) -> list[Hit]:
        """«thea bach afbud», «oskar syg»: each who is meant, by name, and what is to be done."""
        whom, _, what = text.rpartition(" ")
        if not whom.strip() or len(what) < LEAST:
            return []
        found = self.app.ask(finding.find, whom.strip(), 4, self._ways.lately())
        hits = []
        for one in found.citizens if not found.near else ():
            for hit in self._for_citizen(one):
                if _is_called(what, f"{hit.title} {ALSO_FOR_CITIZEN.get(hit.icon, '')}"):
                    note = f"{one.card.name} · {hit.note}" if hit.note else one.card.name
                    hits.append(replace(hit, title=f"{hit.title}: {one.card.name}", note=note))
        if hits and found.more:
            more = self.tr("There are more: type some letters more")
            hits.append(Hit(more, "", "more", act=self._words.setFocus))
        others = [*self._colleagues(whom.strip()), *self._places(whom.strip())]
        hits += [hit for hit in others if hit.icon in DOES and _is_called(what, hit.title)]
        return [Hit(self.tr("Actions")), *hits] if hits else []

    def _found(self, text: str) -> list[Hit]:
        """Everything that has these words, under its headings; who is only nearly called so comes last."""
        hits: list[Hit] = []
        people, doing, near = self._citizens(text)
        first = people[0].title if people else ""
        citizens = [
            (self.tr("Citizens"), people),
            (self._doing_title(self._for.card.name if self._for else first), doing),
        ]
        others = [
            (self.tr("Recent"), self._recent() if not text else []),
            (self.tr("Actions"), self._doings(text)),
            (self.tr("Colleagues"), self._colleagues(text)),
            (self.tr("Rooms and teams"), self._places(text)),
        ]
        rest = [*others, *citizens] if near else [*citizens, *others]
        for title, some in ((self.tr("Dates"), self._dates(text)), *rest):
            if some:
                hits += [Hit(title), *some]
        return hits

    def _show_hits(self, hits: list[Hit]) -> None:
        self._items.show_hits(hits)
        self._list.setCurrentIndex(QModelIndex())
        self._step(1)
        high = sum(theme.px(HIGH if h.act else 30) for h in hits)
        room = self._over.height() - theme.px(190)
        self._list.setFixedHeight(min(high, theme.px(560), max(theme.px(200), room)))
        if self.isVisible():
            spot = self.pos()
            super().place(QPoint(spot.x() + 28, spot.y() + 28))

    def _citizens(self, text: str) -> tuple[list[Hit], list[Hit], bool]:
        """Who was found, what can be done for the first (or the one that Tab chose), and whether by a mistake only."""
        if not text:
            return [], [], False
        found = self.app.ask(finding.find, text, 4, self._ways.lately())
        hits = [self._citizen(one) for one in found.citizens]
        if found.more:
            more = self.tr("There are more: type some letters more")
            hits.append(Hit(more, "", "more", act=self._words.setFocus))
        chosen = self._for or (found.citizens[0] if found.citizens else None)
        return hits, self._for_citizen(chosen) if chosen else [], found.near

    def _recent(self) -> list[Hit]:
        """What was opened last, citizens as they are now."""
        hits = self._ways.recent()
        ids = [hit.found.card.id for hit in hits if hit.found]
        now = self.app.ask(finding.again, ids) if ids else {}
        fresh = [(hit, now.get(hit.found.card.id) if hit.found else None) for hit in hits]
        return [self._citizen(one) if one else hit for hit, one in fresh if one or not hit.found]

    def _citizen(self, one: FoundCitizen) -> Hit:
        card = one.card
        parts = [card.number, self.tr("{n} years").format(n=card.age) if card.age else ""]
        parts += [tr_basis(card.active) if card.active else "", card.responsible]
        if one.whole is not None:
            parts.append(self.tr("{n} of {whole} used").format(n=one.used, whole=one.whole))
        side = ""
        if one.next_time:
            when = f"{dates.short_day(one.next_time.date())} {dates.at_clock(one.next_time)}"
            side = self.tr("Next {when}").format(when=when)
        note = " · ".join(p for p in parts if p)
        act = partial(self._ways.open_citizen, one)
        return Hit(card.name, note, act=act, side=side, found=one)

    def _doing_title(self, who: str) -> str:
        return self.tr("Actions for {who}").format(who=who)

    def _for_citizen(self, one: FoundCitizen) -> list[Hit]:
        ways, hits = self._ways, []
        if one.next_session and one.next_time:
            when = f"{dates.middle_day(one.next_time.date())} {dates.at_clock(one.next_time)}"
            cancel = partial(ways.cancel, one)
            words = self.tr("Note a cancellation")
            hits.append(Hit(words, when, "cancelled", "A", cancel, about=one))
        if one.card.course_id:
            free = self.tr("No package is granted.")
            if one.free is not None:
                free = self.tr("%n training(s) can be booked", "", max(0, one.free))
            course = one.card.course_id
            book = partial(ways.book, course)
            hits.append(Hit(self.tr("Book a training"), free, "plus", "B", book, about=one))
            if one.free is None or one.free > 1:
                plan = partial(ways.plan, course)
                hits.append(
                    Hit(self.tr("Plan the whole course"), free, "plan", "", plan, about=one)
                )
        said = self.tr("%n training(s), large print", "", one.booked)
        letter = partial(ways.letter, one.card.id)
        hits.append(Hit(self.tr("Print the schedule"), said, "print", "", letter, about=one))
        page = partial(ways.page, one.card.id)
        words = self.tr("The citizen's page")
        hits.append(Hit(words, spaced_phone(one.card.phone), "user", "", page, about=one))
        return hits

    def _dates(self, text: str) -> list[Hit]:
        day = day_meant(text, self.app.now().date())
        if day is None:
            return []
        week = self.tr("Week {n}").format(n=dates.week_number(day))
        go = partial(self.app.open_day.emit, day, None, None)
        return [Hit(dates.long_day_year(day), week, "calendar", act=go)]

    def _doings(self, text: str) -> list[Hit]:
        wanted = search_fold(text).split()
        hits = []
        for action in self._actions:
            title = action.text().replace("&", "")
            key = action.shortcut().toString()
            known = search_fold(f"{title} {ALSO.get(key, '')}")
            if action.isEnabled() and all(word in known for word in wanted):
                hits.append(Hit(title, "", "enter", key, act=action.trigger))
        return hits[:6]

    def _colleagues(self, text: str) -> list[Hit]:
        if not text:
            return []
        wanted = search_fold(text)
        hits = []
        for staff in self._staff:
            if wanted in search_fold(staff.name) or wanted == search_fold(staff.short):
                note = f"{staff.short} · {staff.centre}"
                hits.append(Hit(staff.name, note, act=partial(self._ways.week_of, staff)))
                ill = self.tr("{who} is ill or away …").format(who=staff.short)
                hits.append(Hit(ill, staff.name, "ill", act=partial(self._ways.ill, staff.id)))
        return hits[:6]

    def _places(self, text: str) -> list[Hit]:
        if not text:
            return []
        wanted = search_fold(text)
        hits: list[Hit] = []
        for room in self._rooms:
            if wanted in search_fold(room.short):
                gear = self.tr("Equipment in {room} …").format(room=room.short)
                hits.append(
                    Hit(room.short, room.centre, "door", act=partial(self._ways.room, room))
                )
                hits.append(
                    Hit(gear, room.centre, "enter", act=partial(self._ways.equipment, room))
                )
        hits += [
            Hit(name, where, "teams", act=partial(self._ways.team, key))
            for key, name, where in self._teams
            if wanted in search_fold(name)
        ]
        return hits[:5]

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        hit = self._items.hit(index)
        if hit and hit.act:
            self.dismiss()
            self._ways.remember(self._citizen(hit.about) if hit.about else hit)
            hit.act()

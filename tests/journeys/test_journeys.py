"""Whole journeys, as a person at the desk would go through them."""

from datetime import date

from PySide6.QtCore import Qt

from trainer_desktop.demo import morning
from trainer_desktop.rules.course import State
from trainer_desktop.rules.kinds import Outcome
from trainer_desktop.rules.reevaluation import Trigger
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.endings import Step
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.places import MY_DAY, TASKS


def test_phone_a_sick_call_with_the_keyboard_alone(qtbot, window):
    """Ctrl+K, letters of the name, Enter; to the calendar; A, Enter."""
    found = window.open_palette()
    qtbot.keyClicks(found.words, "thea bach")
    qtbot.keyClick(found.words, Qt.Key.Key_Return)
    window.citizens._page._to_calendar()
    view = window.calendar.view
    block = view.current()
    assert block.title == "Thea Bach"

    qtbot.keyClick(view, Qt.Key.Key_A)
    qtbot.keyClick(window.calendar.marking.card, Qt.Key.Key_Return)

    assert view.current().look in (Look.IN_TIME, Look.LATE_CANCEL)
    window.app.undo_stack.undo()
    assert view.current().look is Look.PLANNED


def no_show_under_ishoj(window):
    """A planned training today under the standard that acts on a first no-show, in a course without one."""
    day = window.app.now()
    for block in window.calendar.view._items().blocks:
        for person in block.people:
            facts = window.app.ask(courses.one, person.course_id)
            fresh = not facts.open_reevaluations(day.date())
            if facts.book.basis == "SEL86.1" and fresh and person.look is Look.PLANNED:
                return block, person
    raise AssertionError("the demo's Wednesday has none")


def test_no_show_opens_a_re_evaluation_and_ending_releases(qtbot, window, context):
    window.calendar.look_at(window.calendar.shown.of_centre(None))
    block, person = no_show_under_ishoj(window)
    window.app._store.clock.wall = block.starts.replace(hour=15, minute=45)
    used = window.app.ask(courses.one, person.course_id).ledger.used
    window.calendar.view.select_session(block.id)
    window.calendar.marking.mark(person.id, State.MISSED)
    card = window.calendar.marking.card
    qtbot.keyClick(card, Qt.Key.Key_Return)

    facts = window.app.ask(courses.one, person.course_id)
    assert facts.ledger.used == used + 1
    opened = facts.open_reevaluations(date(2026, 11, 18))
    assert Trigger.NO_SHOW in [r.why for r in opened]

    window.show_place(TASKS)
    qtbot.waitUntil(lambda: window.tasks.table.cells().rowCount() > 0)
    lines = window.tasks.table.cells().lines
    row = next(
        n
        for n, x in enumerate(lines)
        if x.thing
        and x.thing.course_id == person.course_id
        and x.thing.reevaluation
        and x.thing.reevaluation.why is Trigger.NO_SHOW
    )
    window.tasks.table.selectRow(row)
    panel = window.tasks.panel
    panel.box.group.button(list(Outcome).index(Outcome.END)).setChecked(True)
    panel.box.reason.setText("Aftalt i telefonen")
    qtbot.mouseClick(panel.box.button, Qt.MouseButton.LeftButton)

    assert window.app.ask(courses.one, person.course_id).course.ended is None
    # the course ends with its decision, not before; what was agreed needs no hearing
    take_next_step(qtbot, window, person.course_id, Step.HEARING)

    ended = window.app.ask(courses.one, person.course_id)
    assert ended.course.ended == date(2026, 11, 18)
    assert ended.ledger.booked == 0
    window.app.undo_stack.undo()
    assert window.app.ask(courses.one, person.course_id).course.ended is None


def take_next_step(qtbot, window, course_id, step):
    def there():
        lines = window.tasks.table.cells().lines
        return [n for n, x in enumerate(lines) if x.thing and _ends(x.thing, course_id, step)]

    qtbot.waitUntil(lambda: len(there()) == 1)
    [row] = there()
    window.tasks.table.selectRow(row)
    buttons = window.tasks.panel.findChildren(Button)
    assert [b.text() for b in buttons if b.kind == "primary"] == ["Skriv brevet …"]
    [button] = [b for b in buttons if "enig" in b.text()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _ends(task, course_id, step):
    ending = getattr(task, "ending", None)
    return ending and ending.step is step and task.course_id == course_id


def test_morning_everyone_is_marked_with_one_key_each(qtbot, window):
    window.app._store.clock.wall = window.app.now().replace(hour=15, minute=30)
    window.show_place(MY_DAY)
    page = window.my_day
    page.refresh()

    for _ in range(20):
        if page._items.next_to_mark() < 0 or not any(
            r.card and r.card.look is Look.NEEDS_MARK for r in page._items._rows
        ):
            break
        qtbot.keyClick(page.list, Qt.Key.Key_M)

    left = [r for r in page._items._rows if r.card and r.card.look is Look.NEEDS_MARK]
    assert left == []


def test_the_morning_without_a_window_writes_its_papers(tmp_path):
    told = []

    papers = morning.play(tmp_path, told.append, date(2026, 11, 21))

    assert {p.name for p in papers} == {
        "dagsseddel.pdf",
        "mødeplan.pdf",
        "lokale-uge.pdf",
        "slutstatus.pdf",
    }
    assert all(p.read_bytes().startswith(b"%PDF") for p in papers)
    story = "\n".join(told)
    for words in (
        "Booket",
        "afvist",
        "afbud i tide",
        "sent afbud",
        "udeblevet",
        "Revurdering åbnes",
        "afsluttes",
        "ikke lavet",
        "Regel:",
    ):
        assert words in story

"""Lists for the desk and the manager on paper: the deadlines of one part of the board."""

import uuid

from trainer_desktop.documents.table_list import TableList, table_list_pdf
from trainer_desktop.documents.wording import long_date, words
from trainer_desktop.models.work import Work
from trainer_desktop.services.centre import roster
from trainer_desktop.services.courses.deadline_board import When, board
from trainer_desktop.services.papers.sheets import printed
from trainer_desktop.services.store.moments import today


def deadline_list(
    work: Work,
    *,
    title: str,
    part: When,
    centre: uuid.UUID | None = None,
    language: str = "da",
) -> bytes:
    """The deadlines of one part of the board, with the rule that each rests on."""
    say = words(language)["deadlines"]
    found = board(work, centre)
    rows = tuple(
        (
            long_date(line.deadline.due, language),
            line.citizen,
            f"{line.deadline.rule.text} ({line.deadline.rule.place})",
            line.responsible,
            long_date(line.deadline.met_on, language) if line.deadline.met_on else "",
        )
        for line in found.of(part)
    )
    names = {one.id: one.name for one in roster.centres(work)}
    where = names.get(centre, "") if centre else say["all"]
    note = say["kept"].format(met=found.met, whole=found.whole) if found.whole else ""
    head = f"{say['title']}: {title}, {long_date(today(work), language)}"
    table = TableList(head, where, note, tuple(say["head"]), rows, *printed(work, language))
    return table_list_pdf(table, language)

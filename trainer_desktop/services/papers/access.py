"""The access log of one citizen on paper, for the manager or for the citizen. GDPR art. 15; Datatilsynet, 6 June 2024."""

import uuid
from datetime import date

from trainer_desktop.documents.table_list import TableList, table_list_pdf
from trainer_desktop.documents.wording import long_date, words
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.work import Work
from trainer_desktop.services.papers.sheets import printed
from trainer_desktop.services.store import looking


def access_list(
    work: Work,
    citizen_id: uuid.UUID,
    first: date,
    last: date,
    *,
    login: str = "",
    changes: bool | None = None,
    language: str = "da",
) -> bytes:
    """What `looking.log` answers, as a list; raises Refused NOT_ALLOWED."""
    say = words(language)["access"]
    found = looking.log(work, citizen_id, first, last, login=login, changes=changes)
    citizen = work.get_one(Citizen, citizen_id)
    rows = tuple(
        (
            f"{one.at:%d.%m.%Y %H.%M}",
            one.name,
            one.what if one.changed else say["seen"].get(one.what, one.what),
            one.login,
            one.place,
        )
        for one in found
    )
    name = f"{citizen.given_name} {citizen.family_name}".strip()
    span = say["span"].format(first=long_date(first, language), last=long_date(last, language))
    table = TableList(say["title"], name, span, tuple(say["head"]), rows, *printed(work, language))
    return table_list_pdf(table, language)

"""A protected address: on no paper, no list, no page and in no answer; shown on purpose only, with a reason kept."""

import json
from io import BytesIO

import pypdf
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from sqlalchemy import select

from tests.conftest import at
from trainer_desktop.models.citizen import Citizen, Look
from trainer_desktop.rules.gp_status import Consent
from trainer_desktop.services.absence import outage
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.citizens import page, same, search, standing, taking_in
from trainer_desktop.services.courses import events
from trainer_desktop.services.messages import signing
from trainer_desktop.services.papers import letter_names, letters, pack, sheets, writing
from trainer_desktop.services.record import rides
from trainer_desktop.ui.places import CITIZENS

SECRET = ("Hemmeligvej", "9998", "Skjulby")


@pytest.fixture
def hidden(store, small):
    """The citizen of the small centre, with a ride and a training on Thursday, protected."""
    with store.work("hide") as work:
        row = work.get_one(Citizen, small.citizen)
        row.address, row.postcode, row.town = "Hemmeligvej 77", "9998", "Skjulby"
        rides.grant(work, small.course, rides.Asked("kan ikke selv", door="3. sal, Hemmeligvej"))
        wish = Wish(small.course, small.dos, small.box, at(10), 45, override="test")
        booking.book(work, wish)
        events.note_consent(work, small.course, Consent.GIVEN, "mundtligt")
        standing.protect(work, small.citizen, on=True)
    return small


def words_of(pdf):
    return " ".join(one.extract_text() for one in pypdf.PdfReader(BytesIO(pdf)).pages)


def test_it_is_on_no_paper(store, hidden):
    day = at(10).date()
    with store.work("papers") as work:
        papers = {
            "letter": letters.schedule_letter(work, hidden.citizen),
            "day": sheets.day_sheet(work, hidden.dos, day),
            "room": sheets.room_week(work, hidden.box, day),
            "driver": pack.driver_list(work, day),
            "pack": pack.pack(work, day),
            "status": signing.sign(work, hidden.course, {"conclusion": "a"})[1],
        }
        papers |= {kind: writing.preview(work, hidden.course, kind) for kind in letter_names.KINDS}
    assert "Beskyttet" in words_of(papers["driver"])
    for name, pdf in papers.items():
        assert not any(secret in words_of(pdf) for secret in SECRET), name


def test_it_is_in_no_answer(store, hidden):
    with store.work("another") as work:
        other = taking_in.add(work, {"given_name": "Ny", "family_name": "Borger"})
    with store.read() as work:
        said = [
            page.page(work, hidden.citizen),
            same.preview(work, other, hidden.citizen),
            search.find(work, "", 50),
            outage.affected(work, outage.Outage(outage.Cause.STAFF, hidden.dos, at(8), at(16))),
        ]
    assert not any(secret in str(said) for secret in SECRET)


def test_its_form_covers_it_and_leaves_it_as_it_was(qtbot, window, context):
    with context._store.read() as work:
        row = work.scalars(select(Citizen).where(Citizen.address != "").limit(1)).one()
        key, before = row.id, (row.address, row.number)
    context.do("protect", standing.protect, key, on=True)
    window.change_citizen(key)
    form = window.citizen_form
    shown = [one.text() for one in form.findChildren(QLineEdit)]
    shown += [one.text() for one in form.findChildren(QLabel)]
    assert not any(before[0] in text or before[1] in text for text in shown)
    form.fields.fields["email"].editor.setText("a@b.dk")
    form.fields.fields["email"].editor.textEdited.emit("a@b.dk")
    assert not form._problems(form._texts())
    form.save(course=False)
    with context._store.read() as work:
        row = work.get_one(Citizen, key)
        assert (row.address, row.number, row.email) == (*before, "a@b.dk")

    window.show_place(CITIZENS)
    window.app.open_citizen.emit(key)
    QApplication.processEvents()
    texts = [one.text() for one in window.citizens.findChildren(QLabel)]
    assert not any(before[0] in text for text in texts)


def test_looking_is_written_down(store, hidden):
    with store.work("look") as work:
        standing.note_look(work, hidden.citizen, "Lægen ringede")
    with store.read() as work:
        [look] = work.scalars(select(Look))
    assert (look.citizen_id, look.reason) == (hidden.citizen, "Lægen ringede")
    assert "Lægen" in json.dumps(look.reason, ensure_ascii=False)

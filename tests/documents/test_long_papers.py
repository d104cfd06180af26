"""Every paper with long names, places and notes: nothing runs off the sheet, and nothing is smaller than 8 points."""

from datetime import date, datetime, time, timedelta

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

from tests.documents.test_papers import text_of
from trainer_desktop.documents.call_list import CallList, CallRow, call_list_pdf
from trainer_desktop.documents.day_sheet import DaySheet, SheetRow, day_sheet_pdf
from trainer_desktop.documents.gp_status import GpStatus, TestCurve, gp_status_pdf
from trainer_desktop.documents.paper import LEAST, MM
from trainer_desktop.documents.room_week import RoomTime, RoomWeek, room_week_pdf
from trainer_desktop.documents.roster_sheet import RosterRow, RosterSheet, roster_sheet_pdf
from trainer_desktop.documents.schedule_letter import (
    LetterTime,
    ScheduleLetter,
    schedule_letter_pdf,
)

NAME = "Maximiliana-Alexandrine Østergård-Wærnes"
PLACE = "Træningssalen på første sal i Sundheds- og Genoptræningscent"
CENTRE = "Sundheds- og Genoptræningscentret Nordøstsjællands Kommuner"
TEAM = "Faldforebyggelse og balance for begyndere"
NOTE = ("Kommer med rollator og skal hjælpes fra døren; tager medicin. " * 40)[:2000]
DAY = date(2026, 11, 25)
PRINTED = ("25. november 2026 kl. 8.00", NAME)


def day_sheet(count, language):
    rows = tuple(
        SheetRow(time(7 + n // 4, n % 4 * 15), time(8 + n // 4), NAME, PLACE, "12 af 14", NOTE, "")
        for n in range(count)
    )
    return day_sheet_pdf(DaySheet(DAY, CENTRE, "MAWØ", NAME, TEAM, rows, *PRINTED), language)


def letter(count, language, phone="48123456"):
    begins = datetime(2026, 12, 20, 9)
    times = tuple(
        LetterTime(begins + timedelta(days=3 * n), 45, PLACE if n % 2 else "", NAME, TEAM)
        for n in range(count)
    )
    address = (PLACE, "3400 Hillerød")
    made = ScheduleLetter(
        NAME, NAME, address, CENTRE, PLACE, phone, DAY, times, (NOTE[:200],), True
    )
    return schedule_letter_pdf(made, language)


def roster(count, language):
    rows = tuple(RosterRow(NAME, "12 af 14", NOTE, "") for _ in range(count))
    at, until = datetime(2026, 11, 25, 9), datetime(2026, 11, 25, 10)
    sheet = RosterSheet(TEAM, CENTRE, NAME, PLACE, at, until, 12, rows, *PRINTED)
    return roster_sheet_pdf(sheet, language)


def calls(count, language):
    before, now = datetime(2026, 12, 30, 9), datetime(2027, 1, 2, 10)
    rows = tuple(
        CallRow(
            NAME, ("48 12 34 56", "20 12 34 56"), before, now, NAME, PLACE, True, "Svarede ikke"
        )
        for _ in range(count)
    )
    return call_list_pdf(CallList(TEAM * 2, CENTRE, rows, *PRINTED), language)


def room(count, language):
    days = tuple(date(2026, 12, 28) + timedelta(days=n) for n in range(5))
    times = tuple(
        RoomTime(
            days[n % 5],
            time(8 + n // 5),
            time(8 + n // 5, 15 if n % 2 else 45),
            TEAM,
            "MAWØ",
            n % 2,
            2,
        )
        for n in range(count)
    )
    closed = {days[4]: "Nytårsdag og lukkedag i hele kommunen efter aftale med ledelsen"}
    return room_week_pdf(RoomWeek(PLACE, CENTRE, days, times, closed, *PRINTED), language)


def status(count, language):
    body = NOTE if count else "Nået."
    parts = tuple((f"Del {n}", body) for n in range(max(1, count)))
    points = tuple((n / 4, n / 4, str(n), f"0{n}.01") for n in range(5))
    curves = tuple(
        TestCurve(f"Test {n} med et langt navn", "1 → 4", points) for n in range(min(count, 4))
    )
    made = GpStatus(
        *(NAME, "610203-4567", PLACE, NAME, "123456", CENTRE, "48 12 34 56", NAME, TEAM, DAY),
        *(parts, curves, "Samtykke til at sende denne status blev givet mundtligt."),
        "Rettelse til slutstatus af 1. januar 2026" if count else "",
    )
    return gp_status_pdf(made, language)


@pytest.fixture
def drawn(monkeypatch):
    """Every string as it is drawn: its size, and how far it is from the left and the right edge."""
    seen = []
    usual = canvas.Canvas.drawString

    def noting(self, x, y, text, *rest, **more):
        width = stringWidth(text, self._fontname, self._fontsize)
        seen.append((self._fontsize, x, self._pagesize[0] - x - width, y, text))
        return usual(self, x, y, text, *rest, **more)

    monkeypatch.setattr(canvas.Canvas, "drawString", noting)
    return seen


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("count", [0, 1, 2, 40])
@pytest.mark.parametrize("paper", [day_sheet, letter, roster, calls, room, status])
def test_nothing_runs_off_and_nothing_is_too_small(drawn, paper, count, language):
    pdf = paper(count, language)

    assert pdf.startswith(b"%PDF")
    assert drawn
    for size, left, right, foot, text in drawn:
        assert size >= LEAST, text
        assert left > 10 * MM, text
        assert right > 10 * MM, text
        assert foot > 5 * MM, text


def test_a_long_status_goes_on_over_the_sheets_and_loses_nothing():
    words = " ".join(f"ord{n}" for n in range(1500))
    made = GpStatus(
        *(NAME, "610203-4567", PLACE, NAME, "123456", CENTRE, "", NAME, "", DAY),
        *((("Konklusion", words),), (), "Samtykke givet."),
    )

    text = " ".join(text_of(gp_status_pdf(made)).split())

    assert all(f"ord{n}" in text for n in range(1500))
    assert "Samtykke" in text


def test_the_letter_of_one_training_says_where_how_long_and_with_whom():
    starts = datetime(2027, 1, 4, 9)
    one = LetterTime(starts, 45, "Boks A", "Dorthe Sørensen")
    made = ScheduleLetter(
        "Bo", "Bo Li", ("Vej 1",), "Centret", "Vej 2", "48123456", DAY, (one,), (), False
    )

    text = text_of(schedule_letter_pdf(made))

    for words in ("45 minutter", "Boks A", "Dorthe Sørensen", "4. januar 2027", "48123456"):
        assert words in text
    assert "4 January 2027" in text_of(schedule_letter_pdf(made, "en"))

"""The registers of packages, of GP clinics and of teams."""

from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.citizen import GpClinic
from trainer_desktop.models.package import Package
from trainer_desktop.models.training import Team
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import Form
from trainer_desktop.rules.fields import Field, Kind
from trainer_desktop.rules.limits import COUNT, MINUTES, PLACES
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.registers.naming import in_use, main_centre
from trainer_desktop.services.registers.register import Columns, Register
from trainer_desktop.services.registers.standing import standing


def _one_name(model: type[Any], column: str = "name") -> Any:
    def refuse(work: Work, columns: Columns, row: Any) -> None:
        wanted = str(columns[column]).casefold()
        query = select(model.id, getattr(model, column)).where(in_use(model, work))
        for key, name in work.execute(query):
            if wanted and name.casefold() == wanted and (row is None or key != row.id):
                raise Refused(Reason.TAKEN, field=column, text=columns[column])

    return refuse


def _refuse_team(work: Work, columns: Columns, row: Any) -> None:
    columns["centre_id"] = columns.get("centre_id") or main_centre(work)
    _one_name(Team)(work, columns, row)
    room = work.get(Room, columns["room_id"]) if columns.get("room_id") else None
    if room and room.capacity < columns["capacity"]:
        raise Refused(
            Reason.ROOM_TOO_SMALL,
            field="capacity",
            what=room.name,
            capacity=room.capacity,
            people=columns["capacity"],
        )


def _of_team(work: Work, row: Any) -> str:
    room = work.get(Room, row.room_id) if row.room_id else None
    staff = work.get(Staff, row.therapist_id) if row.therapist_id else None
    return " · ".join(
        part
        for part in (room.name if room else "", staff.initials if staff else "", str(row.capacity))
        if part
    )


PACKAGES = Register(
    "packages",
    Package,
    (
        Field("name", Kind.NAME, required=True),
        Field("trainings", Kind.COUNT, required=True, least=COUNT[0], most=COUNT[1]),
        Field(
            "minutes", Kind.COUNT, required=True, least=MINUTES[0], most=MINUTES[1], default="45"
        ),
        Field(
            "form",
            Kind.CHOICE,
            required=True,
            choices=tuple(f.value for f in Form),
            default="individual",
        ),
    ),
    title=lambda row: str(row.name),
    second=lambda _work, row: f"{row.trainings} x {row.minutes} min.",
    enums={"form": Form},
    refuse=_one_name(Package),
)
CLINICS = Register(
    "clinics",
    GpClinic,
    (
        Field("name", Kind.NAME, required=True),
        Field("ydernummer", Kind.PRACTICE, required=True),
        Field("gln", Kind.GLN),
        Field("sor", Kind.SOR),
        Field("phone", Kind.PHONE),
        Field("address"),
        Field("takes_fhir", Kind.YES_NO, default="nej"),
    ),
    title=lambda row: str(row.name),
    second=lambda _work, row: " · ".join(p for p in (row.ydernummer, row.phone) if p),
    refuse=_one_name(GpClinic, "ydernummer"),
)
TEAMS = Register(
    "teams",
    Team,
    (
        Field("name", Kind.NAME, required=True),
        Field("capacity", Kind.COUNT, required=True, least=PLACES[0], most=PLACES[1], default="8"),
        Field("room_id", Kind.ROOM),
        Field("therapist_id", Kind.STAFF),
        Field("centre_id", Kind.CENTRE),
    ),
    title=lambda row: str(row.name),
    second=_of_team,
    refuse=_refuse_team,
    standing=standing,
)

"""A signed status made ready for sending: written as messages, checked, staged beside their place, recorded, then shown there.

Nothing is said to be sent: that is the municipality's transport. The files are staged as «.part», the record is
committed, and only then they get their names; what a crash left between is finished or cleared away by `settle`.
"""

import hashlib
import os
import time
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import event, select

from trainer_desktop.medcom import oioxml
from trainer_desktop.medcom.carecommunication import as_json, bundle
from trainer_desktop.medcom.checking import check_files
from trainer_desktop.medcom.finding import Finding
from trainer_desktop.medcom.numbers import FORMS
from trainer_desktop.medcom.oioxml import TooLong
from trainer_desktop.medcom.values import Author, Ids, Party, Person, Status
from trainer_desktop.models.centre import Centre
from trainer_desktop.models.citizen import Citizen, GpClinic
from trainer_desktop.models.course import Course
from trainer_desktop.models.journal import Me
from trainer_desktop.models.message import EndStatus, Message
from trainer_desktop.models.work import Work
from trainer_desktop.rules.gp_status import Standing
from trainer_desktop.rules.kinds import DECEASED
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.messages.consents import consent
from trainer_desktop.services.messages.signing import (
    copy,
    given,
    last_ready,
    record_try,
    statuses,
    whom,
)
from trainer_desktop.services.store.moments import today, wall_time
from trainer_desktop.services.store.trouble import os_words

PLACE = ZoneInfo("Europe/Copenhagen")
FHIR, OIOXML = "fhir", "oioxml"
KINDS = (FHIR, OIOXML)
LEVELS = 5  # of centres above each other; more are no house
OTHER = "anden-form"  # where the form goes that the clinic does not take
STALE = 600  # seconds after which a staged file that nobody recorded is cleared away


@dataclass(frozen=True, slots=True)
class Ready:
    """What is staged: the records, and each staged file with the name it gets."""

    messages: tuple[uuid.UUID, ...]
    staged: tuple[tuple[Path, Path], ...]
    lost: str  # characters that XDIS91 cannot hold; each became «?»


class NotSound(Refused):
    """The check found faults; nothing was written."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        # What a rule of the message says comes before what FHIR's types say of the same thing.
        first = min(findings, key=lambda one: one.key == "base")
        every = [{"key": one.key, "where": one.where, "said": one.said} for one in findings]
        text = f"{first.said} ({first.where})"
        super().__init__(
            Reason.NOT_SOUND, text=text, count=len(findings), key=first.key, findings=every
        )
        self.findings = findings


def make_ready(
    work: Work,
    status_id: uuid.UUID,
    folder: Path,
    *,
    make: Callable[[], uuid.UUID] = uuid.uuid4,
    again: bool = False,
) -> Ready | None:
    """Write the PDF, CareCommunication and XDIS91 with XBIN01 of a signed status for the citizen's clinic.

    `again`: the same letter once more; else one that lies ready already is refused with READY_ALREADY.
    Without a consent for this clinic and course the try is recorded, and None answered. Raises NotSound where the check
    finds a fault (a clinic without a GLN, a number that is none), and Refused: TOO_LONG, or FOLDER where that cannot be written.
    """
    try:
        return _make_ready(work, status_id, folder, make, again=again)
    except OSError as wrong:
        said = os_words(wrong)
        raise Refused(Reason.FOLDER, folder=str(folder), text=said) from wrong


def _make_ready(
    work: Work,
    status_id: uuid.UUID,
    folder: Path,
    make: Callable[[], uuid.UUID],
    *,
    again: bool,
) -> Ready | None:
    settle(work, folder)
    row = work.get_one(EndStatus, status_id)
    work.rely_on(row)
    course = work.get_one(Course, row.course_id)
    answer = consent(work, course.id)
    if answer.standing is not Standing.HOLDS:
        record_try(work, course.id, made=False, why=f"not ready: {answer.standing.value}")
        return None
    citizen = work.get_one(Citizen, course.citizen_id)
    work.rely_on(citizen)
    if citizen.standing == DECEASED:
        raise Refused(Reason.NO_LETTER)
    if any(one.id == row.id and one.corrected for one in statuses(work, course.id)):
        raise Refused(Reason.CHANGED_SINCE)
    settled = row.choices["settled"]
    rests_on = whom(citizen) | (given(answer) if "consent" in settled else {})
    if any(settled[name] != value for name, value in rests_on.items()):
        raise Refused(Reason.SIGNED_OTHERWISE)
    clinic = work.get_one(GpClinic, citizen.gp_clinic_id)
    if clinic.ended and clinic.ended < today(work):
        raise Refused(Reason.NOT_IN_USE, text=clinic.name)
    if not again and _latest_ids(work, row.id, clinic.id):
        raise Refused(Reason.READY_ALREADY)
    status = _status(work, row, course, citizen, clinic)
    _refuse_without_numbers(status)
    ids = _ids(work, row, clinic.id, make)
    files = _files(status, ids, takes_fhir=clinic.takes_fhir)
    found = [one for c in check_files([data for _n, data, _k in files[1:]]) for one in c.findings]
    if found:
        raise NotSound(tuple(found))
    site = _site(work)
    stamp = status.sent.strftime("%Y%m%d-%H%M")
    stem = f"{stamp}-{ids.bundle[:8]}"
    staged: list[tuple[Path, Path]] = []
    records: dict[str, list[dict[str, object]]] = {FHIR: [], OIOXML: []}
    try:
        for name, data, kind in files:
            place = folder / name.format(stem=stem)
            staged.append((_stage(place, data, site), place))
            digest = hashlib.sha256(data).hexdigest()
            noted = {"name": place.relative_to(folder).as_posix(), "digest": digest}
            for wanted in KINDS if kind == "pdf" else (kind,):
                records[wanted].append({**noted, "size": len(data)})
    except OSError:
        discard(tuple(staged))
        raise
    event.listen(work, "after_rollback", lambda _work: discard(tuple(staged)), once=True)
    made = []
    for kind in KINDS:
        record = Message(
            end_status_id=row.id,
            clinic_id=clinic.id,
            kind=kind,
            ids=asdict(ids),
            files=records[kind],
            made_by=work.actor,
            made_at=work.now,
        )
        work.add(record)
        made.append(record)
    work.flush()
    return Ready(tuple(m.id for m in made), tuple(staged), oioxml.lost_signs(status))


def _refuse_without_numbers(status: Status) -> None:
    """What nobody has written in a register is told by its name, before any rule of a message is asked."""
    lacks = []
    for unit in (status.sender, status.receiver):
        names = [name for name, said in (("GLN", unit.gln), ("SOR", unit.sor)) if not said.strip()]
        if names:
            lacks.append(f"{unit.department or unit.name}: {', '.join(names)}")
    if lacks:
        raise Refused(Reason.NUMBERS_MISSING, text="; ".join(lacks))
    if not any(form.fullmatch(status.patient.number) for form in FORMS.values()):
        raise Refused(Reason.NO_CPR)


def _stage(place: Path, data: bytes, site: str) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        raise FileExistsError(17, "exists", str(place))
    part = place.with_name(f".{place.name}.{site}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        part.unlink(missing_ok=True)  # half a letter names somebody, too
        raise
    return part


def _site(work: Work) -> str:
    return str(work.connection().scalar(select(Me.site)))


def publish(ready: Ready) -> None:
    """Give the staged files their names, once the record is committed; one that another desk has settled has it. Raises OSError."""
    for part, place in ready.staged:
        try:
            part.replace(place)
        except FileNotFoundError:
            if not place.exists():
                raise


def discard(staged: tuple[tuple[Path, Path], ...]) -> None:
    """Take staged files away again: nothing was recorded."""
    for part, _place in staged:
        part.unlink(missing_ok=True)


def settle(work: Work, folder: Path) -> int:
    """Finish what a crash left: recorded files get their names, others that are old are cleared away; how many were finished."""
    if not folder.is_dir():
        return 0
    end = f".{_site(work)}.part"  # another store's are not ours to judge, and others' not at all
    found = [*folder.glob(f".*{end}"), *(folder / OTHER).glob(f".*{end}")]
    parts = [part for part in found if part.is_file()]
    if not parts:
        return 0
    known = {
        (str(file["name"]), str(file["digest"]))
        for files in work.scalars(select(Message.files))
        for file in files
    }
    done = 0
    for part in parts:
        place = part.with_name(part.name[1:].removesuffix(end))
        name = place.relative_to(folder).as_posix()
        digest = hashlib.sha256(part.read_bytes()).hexdigest()
        if (name, digest) in known:
            part.replace(place)
            done += 1
        elif time.time() - part.stat().st_mtime > STALE:
            part.unlink(missing_ok=True)
    return done


def _files(status: Status, ids: Ids, *, takes_fhir: bool) -> list[tuple[str, bytes, str]]:
    """Name, bytes and kind of each; the form that the clinic does not take lies in a folder of its own."""
    try:
        mail, file = oioxml.xdis91(status, ids), oioxml.xbin01(status, ids)
    except TooLong as long:
        raise Refused(Reason.TOO_LONG, value=long.count, most=oioxml.MOST) from None
    care, old = ("", f"{OTHER}/") if takes_fhir else (f"{OTHER}/", "")
    return [
        ("{stem}.pdf", status.pdf, "pdf"),
        (f"{care}{{stem}}-carecommunication.json", as_json(bundle(status, ids)), FHIR),
        (f"{old}{{stem}}-xdis91.xml", mail, OIOXML),
        (f"{old}{{stem}}-xbin01.xml", file, OIOXML),
    ]


def _ids(work: Work, row: EndStatus, clinic: uuid.UUID, make: Callable[[], uuid.UUID]) -> Ids:
    """New ones; those of the same letter to the same clinic but for the bundle; a correction keeps the thread."""
    earlier = _latest_ids(work, row.id, clinic)
    if earlier:
        return earlier.sent_again(make)
    before = last_ready(work, row.corrects)
    corrected = _latest_ids(work, before.id, clinic) if before else None
    return corrected.corrected(make) if corrected else Ids.new(make)


def _latest_ids(work: Work, status_id: uuid.UUID | None, clinic: uuid.UUID) -> Ids | None:
    m = Message
    query = select(m.ids).where(m.end_status_id == status_id, m.clinic_id == clinic)
    found = work.scalars(query.order_by(m.id.desc()).limit(1)).first()
    return Ids(**{name: str(found[name]) for name in Ids.__slots__}) if found else None


def _status(
    work: Work, row: EndStatus, course: Course, citizen: Citizen, clinic: GpClinic
) -> Status:
    settled = {name: str(said) for name, said in row.choices["settled"].items()}
    sent = _moment(work.now)
    family, given = citizen.family_name, citizen.given_name
    if not family.strip():
        family, given = given, ""  # one name alone is the family name
    therapist = settled["therapist"].rsplit(" ", 1)
    signed = wall_time(row.signed_at)
    assert signed is not None
    return Status(
        _sender(work, course, settled["phone"]),
        Party(clinic.name, clinic.gln, clinic.sor, clinic.ydernummer, phone=clinic.phone),
        Person(citizen.number, family, given),
        Author(
            therapist[-1],
            therapist[0] if len(therapist) > 1 else "",
            settled["profession"] or "Træningsterapeut",
            settled["phone"],
        ),
        settled["text"],
        copy(work, row.id),
        signed.replace(tzinfo=PLACE),
        sent,
    )


def _sender(work: Work, course: Course, phone: str) -> Party:
    """The centre, or the first above it that has numbers of its own: both of one unit, and never of two."""
    centre = above = work.get_one(Centre, course.centre_id)
    for _level in range(LEVELS):
        if (above.gln and above.sor) or not above.parent_id:
            break
        above = work.get_one(Centre, above.parent_id)
    name = centre.municipality or above.municipality or centre.name
    return Party(
        name,
        above.gln,
        above.sor,
        department=centre.name if centre.name != name else "",
        phone=phone,
    )


def _moment(at: datetime) -> datetime:
    utc = at if at.tzinfo else at.replace(tzinfo=UTC)
    return utc.astimezone(PLACE).replace(microsecond=0)

"""Keeps each course's day of ending beside it, so that the running courses are found without reading every event."""

import uuid

from sqlalchemy import func, select, update

from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.journal import Op
from trainer_desktop.models.prepared import PreparedSession, key_param

END = "course_end"
CHUNK = 400
_COURSE_OF = select(CourseEvent.course_id).where(
    CourseEvent.id.in_(key_param("ids", many=True)), CourseEvent.event == END
)
_DAY = (
    select(func.max(CourseEvent.day))
    .where(
        CourseEvent.course_id == Course.id,
        CourseEvent.event == END,
        CourseEvent.withdrawn.is_(False),
    )
    .scalar_subquery()
)
_PUT = (
    update(Course.__table__)  # type: ignore[arg-type]
    .where(Course.id.in_(key_param("courses", many=True)))
    .values(ended=_DAY)
)


def keep_ended(work: PreparedSession, ops: list[Op]) -> None:
    """Bring the courses of the events that these changes touch up to date."""
    ids = [uuid.UUID(row) for table, row, _kind, _noted in ops if table == "course_event"]
    for start in range(0, len(ids), CHUNK):
        touched = {row.course_id for row in work.rows(_COURSE_OF, ids=ids[start : start + CHUNK])}
        if touched:
            work.connection().execute(_PUT, {"courses": list(touched)})

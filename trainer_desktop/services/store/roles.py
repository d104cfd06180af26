"""Which role whoever works here has: what a check does depends on it."""

from sqlalchemy import bindparam, select

from trainer_desktop.models.centre import Staff
from trainer_desktop.models.prepared import standing
from trainer_desktop.models.work import Work
from trainer_desktop.rules.checks import Role, role_of

_TITLE = standing(select(Staff.title).where(Staff.initials == bindparam("initials")))


def role(work: Work) -> Role:
    """The actor's role, by job title; asked for once in a unit of work."""
    found = work.info.get("role")
    if not isinstance(found, Role):
        titles = work.rows(_TITLE, initials=work.actor)
        found = work.info["role"] = role_of(titles[0].title if titles else "")
    return found

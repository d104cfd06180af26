"""Counted things in sentences that no widget says: only `tr` of an object knows of one and many."""

from PySide6.QtCore import QObject

from trainer_desktop.services.waiting.fitting import Misfit


class Plurals(QObject):
    """Each method says so many of something."""

    def citizens(self, n: int) -> str:
        """Those on a team's training."""
        return self.tr("%n citizen(s)", "", n)

    def working_days(self, n: int) -> str:
        """Days that a deadline has left, or is over."""
        return self.tr("%n working day(s)", "", n)

    def extra(self, n: int) -> str:
        """Trainings beyond the package."""
        return self.tr("%n extra", "", n)

    def booked(self, n: int) -> str:
        """Trainings to come."""
        return self.tr("%n booked", "", n)

    def over(self, n: int) -> str:
        """Trainings booked that the package has not."""
        return self.tr("%n over", "", n)

    def free(self, n: int) -> str:
        """Trainings of a package that can be booked."""
        return self.tr("%n free", "", n)

    def left(self, n: int) -> str:
        """Trainings of a package that are left, as a sentence."""
        return self.tr("%n is (are) left.", "", n)

    def to_book(self, n: int) -> str:
        """The word beside a number of trainings that can be booked."""
        return self.tr("Free", "%n trainings", n)

    def cancellations(self, n: int) -> str:
        """Cancellations that do not count."""
        return self.tr("%n cancellation(s)", "", n)

    def by_centre(self, n: int) -> str:
        """Trainings that the centre called off."""
        return self.tr("%n cancelled by the centre", "", n)

    def other_absences(self, n: int) -> str:
        """Late cancellations and no-shows that do not count."""
        return self.tr("%n late cancellation(s) or no-show(s)", "", n)

    def misfits(self, why: Misfit, n: int) -> str:
        """Why a freed time does not fit so many of those who wait."""
        return {
            Misfit.TEAM: self.tr("%n want(s) another team, or none", "", n),
            Misfit.CENTRE: self.tr("%n wait(s) at another centre", "", n),
            Misfit.FORM: self.tr("%n want(s) another form", "", n),
            Misfit.PACKAGE: self.tr("%n has (have) used the package", "", n),
            Misfit.THERAPIST: self.tr("%n want(s) another therapist", "", n),
            Misfit.DAY: self.tr("%n cannot on that weekday", "", n),
            Misfit.LENGTH: self.tr("%n need(s) a longer time", "", n),
            Misfit.HOURS: self.tr("%n cannot at that hour", "", n),
            Misfit.ELSEWHERE: self.tr("%n train(s) elsewhere then", "", n),
        }[why]

"""What else can be done with a course: corrected, paused, handed over, decided on, closed."""

from PySide6.QtWidgets import QMenu, QWidget

from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.citizens.correct_dialog import CorrectDialog
from trainer_desktop.ui.citizens.hand_over_dialog import HandOverDialog
from trainer_desktop.ui.citizens.pause_dialog import PauseDialog
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.menu_button import Drop
from trainer_desktop.ui.record.closing_dialog import ClosingDialog
from trainer_desktop.ui.record.complaint_dialog import ComplaintDialog
from trainer_desktop.ui.record.decision_dialog import DecisionDialog
from trainer_desktop.ui.record.fare_dialog import FareDialog
from trainer_desktop.ui.record.loan_dialog import LoanDialog
from trainer_desktop.ui.record.ride_dialog import RideDialog
from trainer_desktop.ui.record.text_dialog import TextDialog


@guarded
class CourseMenu(Drop):
    """A button with a menu, for one course that runs."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, page: QWidget) -> None:
        super().__init__("", "")
        self.say(self.tr("Change"))
        self.setAccessibleName(self.tr("Change the course of {name}").format(name=name))
        menu = QMenu(self)
        for words, dialog in (
            (self.tr("&Pause …"), PauseDialog),
            (self.tr("&Hand over …"), HandOverDialog),
            (self.tr("&Correct figures and basis …"), CorrectDialog),
            (self.tr("&Decision …"), DecisionDialog),
            (self.tr("&Rides …"), RideDialog),
            (self.tr("Own &transport …"), FareDialog),
            (self.tr("&Lent things …"), LoanDialog),
            (self.tr("&Examinations and plan …"), TextDialog),
            (self.tr("C&omplaint …"), ComplaintDialog),
            (self.tr("Close &with the checklist …"), ClosingDialog),
        ):
            open_ = menu.addAction(words)
            open_.triggered.connect(
                lambda _=False, kind=dialog: kind(app, course, name, page).open()
            )
        self.use_menu(menu)

"""The Danish words for what commands list."""

from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.courses.endings import Step
from trainer_desktop.services.courses.rights_cards import Right, Said
from trainer_desktop.services.courses.tasks import Group

LOOKS = {
    Look.PLANNED: "booket",
    Look.NEEDS_MARK: "mangler at blive noteret",
    Look.CAME: "mødt",
    Look.LATE: "mødt for sent",
    Look.IN_TIME: "afbud i tide",
    Look.LATE_CANCEL: "sent afbud",
    Look.CANCELLED: "afbud",
    Look.TURNED_AWAY: "aflyst for sent fremmøde",
    Look.STAYED_AWAY: "udeblevet",
    Look.CENTRE: "aflyst af centret",
}


GROUPS = {
    Group.OVER: "overskredet",
    Group.SOON: "snart",
    Group.NO_DATE: "uden frist",
    Group.LATER: "senere",
}


STEPS = {
    Step.HEARING: "Partshøring før forløbet afsluttes",
    Step.DECISION: "Afgørelse om, at forløbet afsluttes",
    Step.LETTER: "Brev om, at forløbet er afsluttet",
    Step.STATUS: "Slutstatus til egen læge",
}


RIGHTS = {
    Right.CHOICE: "Valg af leverandør",
    Right.NATIONAL_CHOICE: "Nationalt frit valg",
    Right.LONGEST: "Længste varighed",
    Right.EXTENSION: "Forlængelse",
    Right.EARLY_END: "Slut før pakken er brugt",
    Right.COMPLAINT: "Klage over afgørelsen",
    Right.RIDE: "Kørsel",
    Right.RIDE_LAPSES: "Kørsel ophører",
    Right.RIDE_TIME: "Rejsetid",
    Right.REIMBURSEMENT: "Egen transport",
}


RIGHT_SAID = {
    Said.YES: "ja",
    Said.NO: "nej",
    Said.ASK: "det skal en person svare på",
    Said.READ: "læs",
}

"""The systems, profiles and codes of CareCommunication 5.0 (medcom-core 3.0.1, messaging 4.0.2, terminology 2.0.1, dk-core 3.4.0)."""

IG = "http://medcomfhir.dk/ig/"
CARE = f"{IG}carecommunication/StructureDefinition/"
CORE = f"{IG}core/StructureDefinition/"
MESSAGING = f"{IG}messaging/StructureDefinition/"
TERMS = f"{IG}terminology/CodeSystem/"
DEFINITION = f"{IG}messagedefinitions/MessageDefinition/MedComCareCommunicationMessageDefinition"

EVENTS = f"{TERMS}medcom-messaging-eventCodes"
DESTINATION_USE = f"{TERMS}medcom-messaging-destinationUse"
CATEGORIES = f"{TERMS}medcom-careCommunication-categoryCodes"
ACTIVITIES = f"{TERMS}medcom-messaging-activityCodes"
ROLES = f"{TERMS}medcom-core-PractitionerRolesSKSadministrativ"

CPR, X_ECPR, D_ECPR = (
    "urn:oid:1.2.208.176.1.2",
    "urn:oid:1.2.208.176.1.6.1.1",
    "urn:oid:1.2.208.176.1.6.1.3",
)
GLN, SOR = "https://www.gs1.org/gln", "urn:oid:1.2.208.176.1.1"

USE = f"{MESSAGING}medcom-messaging-destinationUseExtension"
DATE, IDENTIFIER, AUTHOR, CONTACT = (
    f"{CORE}medcom-core-datetime-extension",
    f"{CORE}medcom-core-identifier-extension",
    f"{CORE}medcom-core-practitioner-extension",
    f"{CORE}medcom-core-contact-extension",
)
SENDER_EXTENSION = f"{CORE}medcom-core-sender-extension"

PROFILES = {  # resource -> the profile it follows in a message of ours
    "Bundle": f"{CARE}medcom-careCommunication-message",
    "MessageHeader": f"{CARE}medcom-careCommunication-messageHeader",
    "Communication": f"{CARE}medcom-careCommunication-communication",
    "Provenance": f"{CARE}medcom-careCommunication-provenance",
    "Patient": f"{CORE}medcom-core-patient",
    "PractitionerRole": f"{CORE}medcom-core-practitionerrole",
    "Practitioner": f"{CORE}medcom-core-practitioner",
    "Organization": f"{MESSAGING}medcom-messaging-organization",
}

CATEGORY_CODES = frozenset(
    [
        "alcohol-and-drug-treatment",
        "assistive-devices",
        "carecoordination",
        "decease",
        "discharge",
        "examination-results",
        "healthcare",
        "home-care-assessment",
        "medicine",
        "nursing",
        "outpatient",
        "psychiatry-social-disability",
        "regarding-referral",
        "telemedicine",
        "training",
        "acute-ambulant",
        "extended-care-responsibility",
        "other",
    ]
)
ACTIVITY_CODES = frozenset(("new-message", "reply-message", "forward-message"))
PRIORITY_CODES = frozenset(("routine", "asap"))
FILE_TYPES = frozenset(
    ("application/pdf", "image/gif", "image/jpeg", "image/png", "image/tiff", "image/bmp")
)

ROLE_CODES = {  # a title in small letters -> its code; another title is written as text
    "fysioterapeut": ("fysioterapeut", "Physiotherapist"),
    "ergoterapeut": ("ergoterapeut", "Occupational therapist"),
    "sygeplejerske": ("sygeplejerske", "Nurse"),
    "diætist": ("diaetist", "Dietitian"),
    "social- og sundhedsassistent": (
        "socialogsundhedsassistent",
        "Social and health care assistant",
    ),
    "psykolog": ("psykolog", "Psychologist"),
}

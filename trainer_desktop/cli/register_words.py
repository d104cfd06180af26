"""The registers' commands and options, and what they are called in Danish."""

from trainer_desktop.rules.fields import Kind

COMMANDS = {
    "centre": ("centres", "centret og dets satellitter"),
    "room": ("rooms", "lokaler"),
    "staff": ("staff", "medarbejdere"),
    "absence": ("absences", "fravær; hvem det rammer, flyttes med «away» først"),
    "closing": ("closing", "lukkedage; helligdagene kommer af sig selv"),
    "package": ("packages", "pakker, som kommunen bevilger"),
    "team": ("teams", "hold"),
    "clinic": ("clinics", "lægehuse"),
}
FIELDS = {  # column -> option, Danish
    "name": ("name", "navn"),
    "municipality": ("municipality", "kommune"),
    "parent_id": ("of", "centret, den er satellit under"),
    "address": ("address", "adresse"),
    "phone": ("phone", "telefon"),
    "opening": ("opening", "åbningstid"),
    "sor": ("sor", "SOR-kode"),
    "gln": ("gln", "GLN-nummer (EAN)"),
    "staff_id": ("who", "medarbejder"),
    "first": ("from", "fra og med"),
    "last": ("to", "til og med; uden: samme dag"),
    "note": ("note", "note"),
    "kind": ("kind", "slags"),
    "capacity": ("places", "pladser"),
    "equipment": ("equipment", "udstyr, med komma imellem"),
    "centre_id": ("centre", "center; uden: hovedcentret"),
    "initials": ("initials", "initialer"),
    "title": ("title", "stilling"),
    "day": ("day", "dag"),
    "trainings": ("trainings", "antal træninger"),
    "minutes": ("minutes", "minutter pr. træning"),
    "form": ("form", "form"),
    "room_id": ("room", "lokale"),
    "therapist_id": ("therapist", "terapeut"),
    "ydernummer": ("number", "ydernummer"),
    "takes_fhir": ("fhir", "tager imod FHIR: ja eller nej"),
}
METAVARS = {
    Kind.COUNT: "TAL",
    Kind.DAY: "DATO",
    Kind.CHOICE: "VALG",
    Kind.PHONE: "NUMMER",
    Kind.GLN: "NUMMER",
    Kind.SOR: "NUMMER",
    Kind.PRACTICE: "NUMMER",
    Kind.CENTRE: "NAVN",
    Kind.ROOM: "NAVN",
    Kind.STAFF: "INITIALER",
}

"""The fields a letter may name, in both languages, and the letters there are."""

KINDS = (
    *("grant", "refusal", "hearing", "reevaluation", "end"),
    *("ride_grant", "ride_refusal", "ride_end"),
    *("own_plan", "summary", "reimbursement"),
)
DECISIONS = ("refusal", "end")  # letters that must say how one complains
FIELDS = {  # our name -> the Danish and the English one
    **{"given_name": ("fornavn", "given_name"), "name": ("navn", "name")},
    **{"centre": ("center", "centre"), "phone": ("telefon", "phone")},
    **{"responsible": ("ansvarlig", "responsible"), "today": ("dato", "today")},
    **{"basis": ("lovgrundlag", "legal_basis"), "standard": ("standard", "standard")},
    **{"training": ("træning", "training"), "grant": ("bevilling", "grant")},
    **{"goals": ("mål", "goals"), "reasons": ("begrundelse", "reasons")},
    **{"facts": ("fakta", "facts"), "rule": ("regel", "rule"), "applied": ("søgt", "applied")},
    **{"other": ("andre_muligheder", "other_offers"), "intended": ("påtænkt", "intended")},
    **{"answer_by": ("svarfrist", "answer_by"), "outcome": ("udfald", "outcome")},
    **{"notice": ("afbudsregler", "cancelling_rules"), "no_show": ("udeblivelse", "staying_away")},
    **{"reevaluation_by": ("revurdering_senest", "reevaluation_by")},
    **{"again": ("søg_igen", "apply_again")},
    **{"last_day": ("sidste_dag", "last_day"), "later": ("senere_træninger", "later_trainings")},
    **{
        "own_plan": ("egentræning", "own_training"),
        "complain": ("klagevejledning", "complaint_guidance"),
    },
    **{"complain_ride": ("klagevejledning_kørsel", "ride_complaint_guidance")},
    **{"ride": ("kørsel", "ride"), "ride_ends": ("kørsel_slutter", "ride_ends")},
    **{"ride_from": ("fra_dag", "from_day"), "ride_facts": ("kørsel_oplysninger", "ride_facts")},
    **{
        "ride_price": ("kørsel_pris", "ride_price"),
        "ride_lapses": ("kørsel_bortfald", "ride_lapses"),
    },
    **{"ride_rule": ("kørsel_regel", "ride_rule"), "last_ride": ("sidste_kørsel", "last_ride")},
    **{"course": ("forløb", "course"), "tests": ("test", "tests")},
    **{"trainings": ("træninger", "trainings"), "examinations": ("undersøgelser", "examinations")},
    **{"travel": ("befordring", "travel"), "travel_total": ("befordring_samlet", "travel_total")},
    **{"travel_paid": ("befordring_udbetales", "travel_paid")},
}


def names(language: str) -> tuple[str, ...]:
    """Every field as a language writes it."""
    return tuple(pair[0 if language == "da" else 1] for pair in FIELDS.values())

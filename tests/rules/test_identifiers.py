from datetime import date

import pytest

from trainer_desktop.rules.identifiers import (
    BadNumber,
    NumberKind,
    Sex,
    is_gln,
    parse_personal_number,
    parse_ydernummer,
)
from trainer_desktop.rules.phone import normal_phone, spaced_phone

MEDCOM = (
    *("0201609995", "0201609996", "0201919990", "0201919995", "0201919996"),
    *("0504909989", "0504909995", "0108589995", "1502779995", "2512489996"),
)


@pytest.mark.parametrize("number", MEDCOM)
def test_medcoms_numbers_are_taken_although_modulus_11_fails(number):
    parsed = parse_personal_number(number)

    assert parsed.kind is NumberKind.CPR
    assert not parsed.modulus_11


def test_the_last_digit_says_the_sex_and_the_seventh_the_century():
    assert parse_personal_number("020160-9995").sex is Sex.MALE
    assert parse_personal_number("0201609996").sex is Sex.FEMALE
    assert parse_personal_number("0201609995").born == date(1960, 1, 2)
    assert parse_personal_number("6201154995").born == date(2015, 1, 2)


def test_replacement_numbers_add_sixty_to_the_day():
    parsed = parse_personal_number("6702609995")

    assert parsed.kind is NumberKind.REPLACEMENT
    assert parsed.born == date(1960, 2, 7)


@pytest.mark.parametrize("number", ["3102601234", "12345", "", "0013601234", "9902601234", "ABC"])
def test_impossible_numbers_are_refused(number):
    with pytest.raises(BadNumber):
        parse_personal_number(number)


def test_electronic_numbers_are_told_apart():
    assert parse_personal_number("0201601AB3").kind is NumberKind.X_ECPR
    assert parse_personal_number("0201600AB3").kind is NumberKind.D_ECPR


def test_masking_hides_the_last_four():
    assert parse_personal_number("0201609995").masked == "020160-••••"


def test_gln_checks_its_digit():
    assert is_gln("5798000362055")
    assert not is_gln("5798000362056")
    assert not is_gln("579800036205")


def test_ydernummer_keeps_its_zeros():
    assert parse_ydernummer("17226") == "017226"
    with pytest.raises(BadNumber):
        parse_ydernummer("1234567")


@pytest.mark.parametrize("text", ["6252 7601", "+45 62 52 76 01", "62527601", "0045 62527601"])
def test_telephone_numbers_are_one_however_typed(text):
    assert normal_phone(text) == "62527601"
    assert spaced_phone("62527601") == "62 52 76 01"

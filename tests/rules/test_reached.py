"""What the rules can work out, but no user reaches yet, is named here: these lists can only grow shorter."""

import ast
from pathlib import Path

import msgspec

from trainer_desktop.rules import standard, standard_absences, standard_rights
from trainer_desktop.rules.local_settings import LocalSettings

PROGRAM = Path(standard.__file__).parents[1]
RULES = PROGRAM / "rules"
PARTS = (standard, standard_absences, standard_rights)  # the schema
ONLY_FOR_AUTHORS = {"examples.py", "example_answers.py", "history.py", "standard.py"}
ONLY_FOR_AUTHORS |= {"standard_absences.py", "standard_rights.py"}
WAITING_RULES = {  # what each needs, to be asked of a user
    "ride_lapses",  # that a citizen can go by public transport
}
MEASURES = {"usable_days", "cost_of"}  # what a plan is held against, by tests
WAITING_SETTINGS = {
    "basis_over_words",  # the basis rules everywhere; there is nothing else to choose yet
    "end_needs_person",  # as above: nothing ends by itself
    "new_time_after_no_show",
    "passive_treatment",
}
WAITING_KEYS = {
    "adopted",
    "consent_required",
    "granted_by",
    "is_default",
    "new_time_may_be_booked",
    "release_later",
}


def trees(*, of_rules):
    for path in sorted(PROGRAM.rglob("*.py")):
        inside = path.parent == RULES
        if inside is of_rules and not (inside and path.name in ONLY_FOR_AUTHORS):
            yield path, ast.parse(path.read_text())


MODULES = {path.stem for path in RULES.glob("*.py")}


def names(node):
    """Every name in use; of attributes only a module's, for a field may be called as a function is."""
    for one in ast.walk(node):
        if isinstance(one, ast.Name):
            yield one.id
        elif isinstance(one, ast.Attribute):
            if isinstance(one.value, ast.Name) and one.value.id in MODULES:
                yield one.attr
        elif isinstance(one, ast.alias):
            yield one.name


def test_every_rule_is_reached_by_a_user_or_waits_by_name():
    bodies, reached = {}, set()
    for _path, tree in trees(of_rules=False):
        reached |= set(names(tree))
    for _path, tree in trees(of_rules=True):
        for part in tree.body:
            if isinstance(part, ast.FunctionDef):
                bodies.setdefault(part.name, set()).update(names(part))
            elif not isinstance(part, ast.Import | ast.ImportFrom):
                reached |= set(names(part))
    before = None
    while before != len(reached):
        before = len(reached)
        for name in list(bodies):
            if name in reached:
                reached |= bodies[name]

    assert {n for n in bodies if not n.startswith("_")} - reached - MEASURES == WAITING_RULES


def attributes():
    found = set()
    for of_rules in (True, False):
        for path, tree in trees(of_rules=of_rules):
            if path.name == "local_settings.py":
                continue
            found |= {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
    return found


def test_every_setting_is_read_or_waits_by_name():
    assert set(LocalSettings.__struct_fields__) - attributes() == WAITING_SETTINGS


def test_every_key_of_a_standard_is_read_or_waits_by_name():
    kept, read = set(), attributes()
    for table in [t for part in PARTS for t in vars(part).values()]:
        if isinstance(table, type) and issubclass(table, msgspec.Struct):
            if table.__name__.endswith("Facts") or table is standard.Example:
                continue  # an example's own
            kept |= set(table.__struct_fields__)

    assert kept - read == WAITING_KEYS

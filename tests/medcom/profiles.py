"""The official profiles read as they are: how often elements stand, what is fixed, and their invariants by FHIRPath."""

import json
import re

import fhirpathpy
from fhirpathpy.models import models

SKIPPED = re.compile(r"txt-|dom-|ele-|ext-|bdl-10|per-|x-ecpr|d-ecpr|sdf-")


class Profiles:
    """Every StructureDefinition of a folder, by its address."""

    def __init__(self, folder):
        self.by_url = {}
        for file in folder.glob("*/StructureDefinition-*.json"):
            definition = json.loads(file.read_text())
            self.by_url[definition["url"]] = definition

    def faults(self, bundle):
        """What does not hold, each as «profile: element: why»."""
        found = []
        for resource in [bundle, *(e["resource"] for e in bundle["entry"])]:
            for url in resource["meta"]["profile"]:
                found += self._resource(bundle, resource, self.by_url[url])
        return found

    def _resource(self, bundle, resource, definition):
        found = []
        for element in definition["snapshot"]["element"]:
            path = element["id"]
            if ":" in path:
                continue  # slices are named in our own checks
            parents = _at(resource, path.split(".")[1:-1]) if "." in path else [None]
            for parent in parents:
                found += self._element(bundle, resource, element, parent)
        found += self._identifiers(bundle, resource)
        return [f"{definition['name']}: {fault}" for fault in found]

    def _element(self, bundle, resource, element, parent):
        name = element["id"].rsplit(".", 1)[-1]
        values = [resource] if parent is None else _values(parent, name)
        found = []
        if parent is not None and not element["id"].startswith("Bundle.entry.resource."):
            most = element["max"]
            if len(values) < element["min"] or (most != "*" and len(values) > int(most)):
                found.append(f"{element['id']} {len(values)} of {element['min']}..{most}")
        for key, wanted in element.items():
            if key.startswith(("fixed", "pattern")) and isinstance(wanted, str):
                found += [f"{element['id']} is {v}" for v in values if v != wanted]
        for rule in element.get("constraint", []):
            if rule["severity"] == "error" and "expression" in rule:
                found += self._rule(bundle, values, element["id"], rule)
        return found

    def _rule(self, bundle, values, where, rule):
        if SKIPPED.match(rule["key"]) or "conformsTo" in rule["expression"]:
            return []
        return [
            f"{where} {rule['key']}"
            for value in values
            if evaluate(value, rule["expression"], bundle) not in ([True], True)
        ]

    def _identifiers(self, bundle, resource):
        """An organization's and a patient's numbers, by the identifier's own profile."""
        systems = {
            "https://www.gs1.org/gln": "dk-core-gln-identifier",
            "urn:oid:1.2.208.176.1.1": "dk-core-sor-identifier",
            "urn:oid:1.2.208.176.1.2": "dk-core-cpr-identifier",
        }
        found = []
        listed = resource.get("identifier", [])
        for identifier in listed if isinstance(listed, list) else []:
            name = systems.get(identifier.get("system"))
            for url, definition in self.by_url.items():
                if name and url.endswith(f"/{name}"):
                    for element in definition["snapshot"]["element"]:
                        if element["id"] == "Identifier.value":
                            for rule in element.get("constraint", []):
                                found += self._rule(bundle, [identifier["value"]], name, rule)
        return found


def evaluate(value, expression, bundle):
    """FHIRPath over a value, within a bundle; references are looked up in it."""

    def resolve(_ctx, things):
        found = []
        for thing in things:
            data = getattr(thing, "data", thing)
            name = data.get("reference") if isinstance(data, dict) else data
            for entry in bundle["entry"]:
                resource = entry["resource"]
                if name in (entry["fullUrl"], f"{resource['resourceType']}/{resource['id']}"):
                    found.append(resource)
        return found

    options = {
        "userInvocationTable": {
            "resolve": {"fn": lambda things: resolve(None, things), "arity": {0: []}}
        },
        "traceFn": lambda *_args: None,
    }
    context = {"resource": bundle, "rootResource": bundle}
    return fhirpathpy.evaluate(value, expression, context, models["r4"], options)


def _values(parent, name):
    if not isinstance(parent, dict):
        return []
    if name.endswith("[x]"):
        stem = name[:-3]
        found = [
            v for k, v in parent.items() if k.startswith(stem) and k[len(stem) :][:1].isupper()
        ]
    else:
        found = [parent[name]] if name in parent else []
    return [one for value in found for one in (value if isinstance(value, list) else [value])]


def _at(resource, names):
    found = [resource]
    for name in names:
        found = [value for parent in found for value in _values(parent, name)]
    return found

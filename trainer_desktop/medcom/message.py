"""A FHIR bundle looked at without trust: whatever stands where, an answer of the asked kind comes back."""

from collections.abc import Iterator
from typing import Any

Resource = dict[str, Any]


def many(thing: Any) -> list[Resource]:
    """The objects of a list; one object alone counts as a list of it."""
    if isinstance(thing, dict):
        return [thing]
    return [one for one in thing if isinstance(one, dict)] if isinstance(thing, list) else []


def one(thing: Any) -> Resource:
    """An object, an empty one where there is none."""
    return thing if isinstance(thing, dict) else {}


def said(thing: Any) -> str:
    """A text, an empty one where there is none."""
    return thing if isinstance(thing, str) else ""


def extension(resource: Resource, url: str) -> Resource:
    """The extension with an address."""
    found = (x for x in many(resource.get("extension")) if x.get("url") == url)
    return next(found, {})


class Message:
    """The resources of a bundle, found by kind and by reference."""

    def __init__(self, bundle: Resource) -> None:
        self.bundle = bundle
        self.entries = many(bundle.get("entry"))
        self.resources = [one(entry.get("resource")) for entry in self.entries]
        self._by_reference: dict[str, Resource] = {}
        for entry, resource in zip(self.entries, self.resources, strict=True):
            kind, key = said(resource.get("resourceType")), said(resource.get("id"))
            for name in (said(entry.get("fullUrl")), f"{kind}/{key}" if kind and key else ""):
                if name:
                    self._by_reference.setdefault(name, resource)

    def of(self, kind: str) -> list[Resource]:
        """Every resource of a kind, in their order."""
        return [r for r in self.resources if r.get("resourceType") == kind]

    def resolve(self, reference: Any) -> Resource:
        """What a reference points at within the bundle; nothing where it points outside."""
        name = said(one(reference).get("reference"))
        if name in self._by_reference:
            return self._by_reference[name]
        tail = "/".join(name.rsplit("/", 2)[-2:])
        return self._by_reference.get(tail, {}) if "/" in tail else {}

    def references(self) -> Iterator[tuple[str, str]]:
        """Every reference, with the path where it stands."""
        for resource in self.resources:
            kind = said(resource.get("resourceType"))
            stack: list[tuple[str, Any]] = [(kind, resource)]
            while stack:
                path, thing = stack.pop()
                if isinstance(thing, dict):
                    if isinstance(thing.get("reference"), str):
                        yield path, thing["reference"]
                    stack += [(f"{path}.{k}", v) for k, v in thing.items() if k != "text"]
                elif isinstance(thing, list):
                    stack += [(f"{path}[{n}]", v) for n, v in enumerate(thing)]

"""What a check of a message finds: the rule's key, where, and what to mend."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from trainer_desktop import paths

MOST = 200  # faults of one file that are told


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `said` is a Danish sentence; `where` a path in the message."""

    key: str
    where: str
    said: str


@lru_cache(maxsize=1)
def sentences() -> dict[str, str]:
    """The Danish sentence of each key."""
    with (paths.resources() / "medcom" / "checks.toml").open("rb") as file:
        return {str(key): str(said) for key, said in tomllib.load(file).items()}


class Findings(list[Finding]):
    """Faults as they are found."""

    def note(self, key: str, where: str, value: object = "") -> None:
        """Add one; `value` is what stood there, cut short."""
        if len(self) >= MOST:
            return  # nobody reads more, and a hostile file would have millions
        shown = str(value)
        shown = f"{shown[:60]}…" if len(shown) > 60 else shown
        every = sentences()
        said = every.get(key) or every["field"]  # an element of OIOXML, by its name
        self.append(Finding(key, where, said.format(value=shown)))

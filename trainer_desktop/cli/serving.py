"""`server` and `move`: a PostgreSQL server made ready and looked at; a whole store moved to another place."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trainer_desktop.cli.arguments import text
from trainer_desktop.cli.store import DONE, WrongUse, answer, clock, common, file_of, opened, target
from trainer_desktop.services.store import moving, opening, server
from trainer_desktop.services.store.server import Finding, Point

LACKS = 1  # the exit status when a point is not as it must be
WORDS = {
    Point.VERSION: "PostgreSQL 15 eller nyere",
    Point.TLS: "forbindelsen er krypteret (TLS)",
    Point.ENCODING: "databasen er i UTF8",
    Point.CHECKSUMS: "sidernes kontrolsum er slået til",
    Point.EXTENSION: "udvidelsen btree_gist er der",
    Point.SCHEMA: "tabellerne er som dette program kender dem",
    Point.GUARDS: "vagterne mod dobbeltbooking og ændret journal er der",
}


def add_to(commands: Any) -> None:
    """Add the commands to the parser."""
    made = commands.add_parser("server", help="gør en PostgreSQL-server klar, og se den efter")
    ways = made.add_subparsers(dest="way", required=True, metavar="HVAD")
    for name, said, run in (
        ("init", "lav tabeller og vagter i en tom database", init),
        ("upgrade", "bring tabellerne op til dette program", init),
        ("check", "se efter; intet ændres", check),
    ):
        way = ways.add_parser(name, help=said)
        way.add_argument("url", metavar="URL", type=text(2000), help="postgresql://…")
        way.add_argument("--json", action="store_true", help="svar som JSON")
        way.set_defaults(run=run)
    moved = commands.add_parser(
        "move",
        parents=[common()],
        help="flyt hele databasen til en server eller en ny fil; den gamle bliver, som den er",
    )
    moved.add_argument("to", metavar="HVORHEN", type=text(2000), help="postgresql://… eller en fil")
    moved.set_defaults(run=move)


def init(options: argparse.Namespace) -> int:
    """Make or upgrade, then look."""
    return _tell(options, server.prepare(_address(options.url)))


def check(options: argparse.Namespace) -> int:
    """Look."""
    return _tell(options, server.check(_address(options.url)))


def _address(url: str) -> str:
    if not url.startswith("postgres"):
        raise WrongUse("en servers adresse begynder med postgresql://")
    return url


def _tell(options: argparse.Namespace, found: list[Finding]) -> int:
    value = [{"point": f.point.value, "good": f.good, "said": f.said} for f in found]

    def tell() -> Iterator[str]:
        for one in found:
            said = f" ({one.said})" if one.said else ""
            yield f"{'i orden' if one.good else 'MANGLER':8} {WORDS[one.point]}{said}"

    answer(options, value, tell)
    return DONE if all(one.good for one in found) else LACKS


def move(options: argparse.Namespace) -> int:
    """Move everything."""
    where: str = options.to
    with opened(target(options), options) as source:
        if where.startswith("postgres"):
            new = opening.open_server(where, clock(options), source.actor)
        else:
            file = file_of(where)
            if file.exists():
                raise WrongUse(f"{file} findes i forvejen; nævn en fil, der ikke gør")
            new = opening.open_store(file, clock(options), source.actor, make=True)
        try:
            made = moving.move(source, new)
        except moving.NotEmpty:
            raise WrongUse(
                "der er noget i databasen i forvejen; der flyttes kun til en tom"
            ) from None
        except moving.NotTheSame as wrong:
            raise WrongUse(f"tabellen {wrong} kom ikke helt frem; intet er flyttet") from None
        finally:
            new.close()

    def tell() -> Iterator[str]:
        yield f"{made.whole} rækker i {len(made.rows)} tabeller er flyttet og holdt op mod hinanden."
        yield "Den gamle database er, som den var. Skriv ikke mere i den."
        if not where.startswith("postgres"):
            yield "Den nye fil er åben: giv den en bruger med «protect»."

    value = {"rows": made.rows, "journal": made.journal, "to": str(Path(where).name)}
    return answer(options, value, tell)

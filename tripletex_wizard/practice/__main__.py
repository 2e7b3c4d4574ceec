"""The practice servers alone: `python -m tripletex_wizard.practice`."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.launch import PracticeServers, clock
from tripletex_wizard.practice.mystore.orders_file import read_orders
from tripletex_wizard.practice.mystore.present import SHOP_ZONE
from tripletex_wizard.practice.switches import Switches

WRONG_USE = 2
LAST_PORT = 65535


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until SIGTERM or SIGINT; 2 with a line on stderr when nothing could be started."""
    given = _parser().parse_args(arguments)
    stop = Event()
    try:
        with _servers(given) as servers:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stop.set())
            sys.stdout.write(json.dumps(servers.description()) + "\n")
            sys.stdout.flush()
            stop.wait()
    except (OSError, ValueError, TypeError) as problem:
        sys.stderr.write(f"practice: {problem}\n")
        return WRONG_USE
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tripletex_wizard.practice",
        description="Mystore and Tripletex for practice, on 127.0.0.1 only.",
    )
    parser.add_argument("--orders", type=Path, metavar="FILE", help="order documents, as JSON")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the shop's own orders")
    for name in ("tripletex", "mystore", "control"):
        parser.add_argument(
            f"--{name}-port", type=_port, default=0, metavar="P", help="0 (default): a free one"
        )
    parser.add_argument(
        "--switch",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        type=_switch,
        help="an unproved fact; may be repeated",
    )
    parser.add_argument("--faults", type=Path, metavar="FILE", help="a list of faults, as JSON")
    return parser


def _servers(given: argparse.Namespace) -> PracticeServers:
    local = clock().astimezone(SHOP_ZONE)
    return PracticeServers(
        seed=given.seed,
        orders=None if given.orders is None else read_orders(given.orders, now=local),
        switches=dict(given.switch),
        faults=_faults(given.faults),
        tripletex_port=given.tripletex_port,
        mystore_port=given.mystore_port,
        control_port=given.control_port,
    )


def _faults(path: Path | None) -> list[Fault]:
    if path is None:
        return []
    faults = json.loads(path.read_text(encoding="utf-8"))
    return [Fault.of(fault) for fault in (faults if isinstance(faults, list) else [faults])]


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def _switch(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    try:
        Switches({name: value})
    except KeyError as problem:
        raise argparse.ArgumentTypeError("there is no switch " + name) from problem
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from problem
    return name, value


if __name__ == "__main__":
    sys.exit(main())

"""Batches of orders that meet with their fate at one of their boundaries."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.e2e import five_invoices, returned_sales
from tests.e2e.mortal_program import Fate
from tests.e2e.mortals import Lived, Mortals, mortals
from tests.e2e.office import PROFILE, child_environment, setup_document
from tripletex_wizard.practice.launch import PracticeServers


@dataclass(frozen=True)
class Batch:
    """What the shop has, how it is transferred, and what is amiss in the books afterwards."""

    servers: Callable[..., PracticeServers]
    amiss: Callable[[Mapping[str, Any]], list[str]]
    numbers: Collection[str]
    words: tuple[str, ...] = ()


FIVE_INVOICES = Batch(
    five_invoices.servers_of_five_orders, five_invoices.amiss, five_invoices.AMOUNTS
)
RETURNED_SALES = Batch(
    returned_sales.servers_of_returned_sales,
    returned_sales.amiss,
    returned_sales.NUMBERS,
    ("--refunded",),
)


@dataclass(frozen=True)
class Bench:
    """Where they are run; `boundaries` are those of a batch with which nothing goes wrong."""

    mortals: Mortals
    folder: Path
    profile: Path
    batch: Batch = FIVE_INVOICES
    boundaries: tuple[str, ...] = ()

    def transfer(
        self, servers: PracticeServers, folder: Path, place: int = 0, fate: Fate = Fate.DEATH
    ) -> Lived:
        where: tuple[str | Path, ...] = ("--profile", PROFILE, "--profile-dir", folder)
        words = ("transfer", "--pending", "--json", *self.batch.words)
        return self.mortals.run(
            *words, *where, env=child_environment(servers), place=place, fate=fate
        )

    @contextmanager
    def new_program(self) -> Iterator[Path]:
        """The folder of a program that is set up, and has transferred nothing."""
        folder = shutil.copytree(self.profile, self.folder / "program")
        yield folder
        shutil.rmtree(folder)


@contextmanager
def prepared_bench(folder: Path, batch: Batch = FIVE_INVOICES) -> Iterator[Bench]:
    """A bench in `folder`, its boundaries recorded."""
    setup_file, profile = folder / "oppsett.json", folder / "profile"
    setup_file.write_text(json.dumps(setup_document()), encoding="utf-8")
    with mortals(folder) as started, batch.servers() as servers:
        where = ("--profile", PROFILE, "--profile-dir", profile)
        made = started.run("setup", "import", setup_file, *where, env=child_environment(servers))
        assert made.status == 0, made.err
        bench = Bench(started, folder, profile, batch)
        with bench.new_program() as program:
            ran = bench.transfer(servers, program)
        assert (ran.status, batch.amiss(servers.tripletex.state())) == (0, []), ran.err
        yield replace(bench, boundaries=ran.boundaries)

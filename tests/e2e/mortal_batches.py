"""Batches of five invoices that meet with their fate at one of their boundaries."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.e2e.five_invoices import amiss, servers_of_five_orders
from tests.e2e.mortal_program import Fate
from tests.e2e.mortals import Lived, Mortals, mortals
from tests.e2e.office import PROFILE, child_environment, setup_document
from tripletex_wizard.practice.launch import PracticeServers


@dataclass(frozen=True)
class Bench:
    """Where they are run; `boundaries` are those of a batch with which nothing goes wrong."""

    mortals: Mortals
    folder: Path
    profile: Path
    boundaries: tuple[str, ...] = ()

    def transfer(
        self, servers: PracticeServers, folder: Path, place: int = 0, fate: Fate = Fate.DEATH
    ) -> Lived:
        words = ("transfer", "--pending", "--json", "--profile", PROFILE, "--profile-dir", folder)
        return self.mortals.run(*words, env=child_environment(servers), place=place, fate=fate)

    @contextmanager
    def new_program(self) -> Iterator[Path]:
        """The folder of a program that is set up, and has transferred nothing."""
        folder = shutil.copytree(self.profile, self.folder / "program")
        yield folder
        shutil.rmtree(folder)


@contextmanager
def prepared_bench(folder: Path) -> Iterator[Bench]:
    """A bench in `folder`, its boundaries recorded."""
    setup_file, profile = folder / "oppsett.json", folder / "profile"
    setup_file.write_text(json.dumps(setup_document()), encoding="utf-8")
    with mortals(folder) as started, servers_of_five_orders() as servers:
        where = ("--profile", PROFILE, "--profile-dir", profile)
        made = started.run("setup", "import", setup_file, *where, env=child_environment(servers))
        assert made.status == 0, made.err
        bench = Bench(started, folder, profile)
        with bench.new_program() as program:
            ran = bench.transfer(servers, program)
        assert (ran.status, amiss(servers.tripletex.state())) == (0, []), ran.err
        yield replace(bench, boundaries=ran.boundaries)

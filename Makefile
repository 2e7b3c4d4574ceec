# Prerequisites: make and Python 3.11 or later. Each target prepares the rest (.venv) by itself.

bin := .venv/bin
i18n := resources/i18n
TAPES ?= 20000
ANSWERS ?= 100000
ORDERS ?= 5000
SEED ?= $(shell od -An -N4 -tu4 /dev/urandom | tr -d " ")
update := $(bin)/pyside6-lupdate -silent -locations none -no-obsolete -source-language en

.DEFAULT_GOAL := practice
.PHONY: practice test check exactly-once fuzz to-the-ore worked-orders package \
	check-package translations lock ready

practice: ready
	$(bin)/tripletex-wizard practice $(ARGS)

test: ready
	.ci/test $(ARGS)

check: ready
	$(bin)/ruff format --check .
	$(bin)/ruff check .
	$(bin)/mypy
	$(bin)/lint-imports

# Ten times the tapes of `make test`, others each time; every boundary of a batch, killed and without
# room on the disk; then what happens without each guard, as a story.
exactly-once: ready
	TAPES=$(TAPES) $(bin)/python -m pytest --numprocesses auto -o faulthandler_timeout=7200 \
	    tests/exactly_once/test_tapes.py $(ARGS)
	EXACTLY_ONCE=all $(bin)/python -m pytest --numprocesses auto -o faulthandler_timeout=7200 \
	    tests/e2e/test_killed_at_every_boundary.py tests/e2e/test_journal_fails_midway.py
	$(bin)/python -m pytest --quiet --capture=no tests/exactly_once/test_guards.py

# Fifty times the mutated answers of `make test`, others each time, or those of SEED again.
fuzz: ready
	ANSWERS=$(ANSWERS) $(bin)/python -m pytest --numprocesses auto --hypothesis-seed=$(SEED) \
	    -o faulthandler_timeout=7200 tests/unit/adapters/test_*_mutations.py $(ARGS)

# More orders than `make test` has, drawn anew each time, through to the practice Tripletex' books;
# tells how many were stopped, and why.
to-the-ore: ready
	ORDERS=$(ORDERS) $(bin)/python -m pytest --quiet --capture=no -o faulthandler_timeout=7200 \
	    tests/to_the_ore $(ARGS)

# Writes the figures of tests/orders/*.json anew by the accountant's calculation, to be looked over.
worked-orders: ready
	$(bin)/python -m tests.orders.calculation

# dist/tripletex-wizard: a folder that runs without Python.
package: ready
	.ci/package

# Tries that folder as its users have it.
check-package:
	.ci/check-package

# Rewrites what is generated: the .ts from the sources, .qm from .ts, resources_rc.py from all.
# English is the source; its .ts holds the texts with a count alone, in singular and plural.
translations: ready
	sources=$$(find tripletex_wizard/gui -name '*.py' ! -name resources_rc.py | LC_ALL=C sort) && \
	$(update) -target-language nb_NO $$sources -ts $(i18n)/tripletex_wizard_nb.ts && \
	$(update) -target-language en_GB -pluralonly $$sources -ts $(i18n)/tripletex_wizard_en.ts
	for ts in $(i18n)/*.ts; do $(bin)/pyside6-lrelease -silent "$$ts" || exit 1; done
	$(bin)/pyside6-rcc --format-version 1 --compress-algo zlib \
	    resources/resources.qrc -o tripletex_wizard/gui/resources_rc.py

# Pins stay as they are unless ARGS says otherwise: make lock ARGS=--upgrade
lock:
	.ci/lock $(ARGS)

ready:
	@.ci/prepare

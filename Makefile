# Prerequisites: make and Python 3.11 or later. Each target prepares the rest (.venv) by itself.

bin := .venv/bin
nb := resources/i18n/tripletex_wizard_nb.ts

.DEFAULT_GOAL := practice
.PHONY: practice test check package check-package translations lock ready

practice: ready
	$(bin)/tripletex-wizard practice $(ARGS)

test: ready
	.ci/test $(ARGS)

check: ready
	$(bin)/ruff format --check .
	$(bin)/ruff check .
	$(bin)/mypy
	$(bin)/lint-imports

# dist/tripletex-wizard: a folder that runs without Python.
package: ready
	.ci/package

# Tries that folder as its users have it.
check-package:
	.ci/check-package

# Rewrites what is generated: the .ts from the sources, .qm from .ts, resources_rc.py from all.
translations: ready
	$(bin)/pyside6-lupdate -silent -locations none -no-obsolete \
	    -source-language en -target-language nb_NO \
	    $$(find tripletex_wizard/gui -name '*.py' ! -name resources_rc.py | LC_ALL=C sort) -ts $(nb)
	for ts in resources/i18n/*.ts; do $(bin)/pyside6-lrelease -silent "$$ts" || exit 1; done
	$(bin)/pyside6-rcc --format-version 1 --compress-algo zlib \
	    resources/resources.qrc -o tripletex_wizard/gui/resources_rc.py

# Pins stay as they are unless ARGS says otherwise: make lock ARGS=--upgrade
lock:
	.ci/lock $(ARGS)

ready:
	@.ci/prepare

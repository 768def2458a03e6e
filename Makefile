# Menteo's everyday commands; `make` lists them. What sets up is stamped, and done again only when a lock file changes.

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3.11)
CHROMIUM ?= /usr/bin/chromium
PYTEST_ARGS ?=
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes

# A program that a test starts would be compiled each time, were its bytecode not kept.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run setup test test-quick faults check format bench pictures lock browser

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name what; do \
		printf '  make %-11s %s\n' "$$name" "$$what"; done

run: .venv/run.stamp ## set up what is missing, migrate, start (options: ARGS="--port 8080")
	@exec $(BIN)/python -m bot run $(ARGS)

setup: .venv/dev.stamp ## set up everything a developer needs, the browser aside

test: .venv/dev.stamp browser ## every test but the long faults, with branch coverage (13 min on 2 cores; the aim is 10)
	$(BIN)/pytest -n auto --dist worksteal --cov=bot --cov-branch $(PYTEST_ARGS)

QUICK := not faults and not browser and not discord and not telegram and not postgres
WHOLE := browser faults security simulation stories surfaces

test-quick: .venv/dev.stamp ## the parts by themselves: no whole program, no browser, no PostgreSQL, few examples (under 60 s)
	$(BIN)/pytest -n auto --dist worksteal -m "$(QUICK)" $(WHOLE:%=--ignore=tests/%) --hypothesis-profile quick $(PYTEST_ARGS)

faults: .venv/dev.stamp ## the long faults: kills, full disks, wrong clocks (under 15 min)
	$(BIN)/pytest -n auto --dist worksteal -m faults --timeout 840 $(PYTEST_ARGS) tests/faults

check: .venv/dev.stamp ## lint, format, types, the contracts of the layers, declared dependencies
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry bot

format: .venv/dev.stamp ## mend what the linter can and set the format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: .venv/dev.stamp ## print the figures that the README quotes
	$(BIN)/python -m benchmarks $(ARGS)

pictures: .venv/dev.stamp browser ## make README's pictures anew, by walking the loop in a browser
	$(BIN)/python -m tools.pictures

# Kept pins stay as they are; `make lock UPGRADE=1` moves every pin to the newest release that pyproject.toml allows.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade)

lock: .venv/made.stamp ## pin the dependencies of pyproject.toml, with hashes, in requirements/
	$(INSTALL) -r requirements/lock.txt
	$(COMPILE) pyproject.toml --extra scale -o requirements/run.txt
	$(COMPILE) pyproject.toml --extra scale --group dev -c requirements/run.txt -o requirements/dev.txt
	$(COMPILE) --group lock -o requirements/lock.txt

# Set-up ---------------------------------------------------------------------------------------------------------

.venv/made.stamp:
	@command -v $(PYTHON) >/dev/null && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Menteo needs Python 3.11 or later: apt-get install python3.11 python3.11-venv"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
		|| { echo "Python's venv module is incomplete here: apt-get install python3-venv"; exit 1; }
	@echo "Setting up .venv (once)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@ln -sf ../../tools/menteo $(BIN)/menteo
	@touch $@

.venv/run.stamp: requirements/run.txt .venv/made.stamp
	@echo "Installing the pinned dependencies (once)"
	@$(INSTALL) -r $<
	@touch $@

# dev.txt holds every pin of run.txt, so that it is installed alone.
.venv/dev.stamp: requirements/dev.txt requirements/run.txt .venv/made.stamp
	@echo "Installing the pinned developer's dependencies (once)"
	@$(INSTALL) -r $<
	@touch .venv/run.stamp $@

browser:
	@test -x "$(CHROMIUM)" || command -v chromium >/dev/null || { \
		test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		&& echo "Installing Chromium (once)" \
		&& apt-get update -qq >/dev/null \
		&& DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core >/dev/null; \
	} || echo "No Chromium here: the browser tests are skipped until \`apt-get install chromium\` is done."

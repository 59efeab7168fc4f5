# Needs Python 3.11+ and git; everything else is installed into .venv, Node.js included.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
FIXTURE := fixtures/igny8/before
DEMO := build/demo
CONTRACT := --contract rules/igny8.md
export PATH := $(CURDIR)/$(BIN):$(PATH)
# Without its cache of bytecode, every process would compile every package again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test lint bench picture backend tables

demo: $(READY)
	@rm -rf $(DEMO) && mkdir -p $(dir $(DEMO)) && cp -R $(FIXTURE) $(DEMO)
	@printf '\n== The frontend as it is: fixer check $(FIXTURE) $(CONTRACT)\n\n'
	@$(BIN)/fixer check $(FIXTURE) $(CONTRACT) --exit-zero
	@printf '\n== The reference and its own checklist: fixer checklist $(FIXTURE) $(CONTRACT)\n\n'
	@$(BIN)/fixer checklist $(FIXTURE) $(CONTRACT) --exit-zero
	@printf '\n== A copy, fixed: fixer check $(DEMO) $(CONTRACT) --fix --unsafe-fixes\n\n'
	@$(BIN)/fixer check $(DEMO) $(CONTRACT) --fix --unsafe-fixes --exit-zero
	@printf '\n== The checklist now: fixer checklist $(DEMO) $(CONTRACT)\n\n'
	@$(BIN)/fixer checklist $(DEMO) $(CONTRACT) --exit-zero
	@printf '\nWhat was changed: diff -r $(FIXTURE) $(DEMO)\n'

test: $(READY)
	$(BIN)/pytest $(ARGS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Serves fixtures/igny8/backend, seeded, on 127.0.0.1:8000.
backend: $(READY)
	$(BIN)/python fixtures/igny8/backend/manage.py serve $(ARGS)

# Times fixer beside ast-grep; the other measurements need checkouts (docs/accuracy.md).
bench: $(READY)
	$(BIN)/python -m bench.speed.run $(ARGS)

# Draws docs/check.svg, the picture in the README, from what fixer really prints.
picture: $(READY)
	$(BIN)/python docs/picture.py

# Writes the README's table of rules from their pages.
tables: $(READY)
	$(BIN)/python docs/tables.py

$(READY): pyproject.toml
	@test -n "$(PYTHON)" || { echo "fixer needs Python 3.11 or newer; set PYTHON=/path/to/it" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "$(PYTHON) has no venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check -e '.[dev,diff,probe]'
	@touch $@

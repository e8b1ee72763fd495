# Everything starts here: `make demo` to see it work, `make test` to check a change.

PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
STAMP := .venv/.ready
DEMO := demo-run

.DEFAULT_GOAL := help
.PHONY: help env demo lint types test test-all catalogues coverage bench validation docs wheel clean

help:  ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

env: $(STAMP)  ## create .venv with tabletop and everything the checks need

$(STAMP): setup.cfg pyproject.toml
	@test -n "$(PYTHON)" || { echo "tabletop needs Python 3.11 or later; set PYTHON=…"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -qq --editable '.[dev]' --config-settings editable_mode=compat
	@touch $(STAMP)

demo: env  ## run the shipped exercise and say where its debrief is
	$(BIN)/tabletop run kumanovo_cat --out $(DEMO) --force
	@echo "The debrief is $(CURDIR)/$(DEMO)/debrief.html: open it in a browser."

lint: env
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: env
	$(BIN)/mypy tabletop tests validation documentation

test: lint types  ## all checks: lint, format, types, layers, tests
	$(BIN)/pytest

test-all: lint types  ## the same, with the slow tests, and with what is optional installed
	$(BIN)/python -m pip install -qq --editable '.[benchmarks,distributed,docs,tables]' --config-settings editable_mode=compat
	$(BIN)/pytest -m ""

catalogues: env  ## gather every sentence anew and compile the translations
	$(BIN)/python -m tabletop.debrief.catalogues

coverage: env  ## what the tests reach
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

bench: env  ## our engine beside others, on the same work
	$(BIN)/python -m pip install -qq --editable '.[benchmarks]' --config-settings editable_mode=compat
	$(BIN)/python -m benchmarks

validation: env  ## the simulator against what is known; writes docs/validation.md
	$(BIN)/python -m validation

docs: env  ## the documentation as a site, in docs/_build/html
	$(BIN)/python -m pip install -qq --editable '.[docs]' --config-settings editable_mode=compat
	$(BIN)/python -m documentation
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs docs/_build/html
	@echo "The site is $(CURDIR)/docs/_build/html/index.html: open it in a browser."

wheel: env  ## wheel and source archive, in dist/
	$(BIN)/python -m build --outdir dist .

clean:  ## remove the environment and everything made
	rm -rf .venv build dist docs/_build docs/generated *.egg-info $(DEMO) .*_cache .coverage .hypothesis

# `make brief` and `make test` are all the set-up there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEVELOPING := $(VENV)/.developing

.PHONY: brief test check format lock clean

brief: $(INSTALLED)  ## read examples/documents and write the briefing
	$(BIN)/parley brief examples/documents --output briefing

test: $(DEVELOPING)  ## run the tests
	$(BIN)/python -m pytest -n auto

check: $(DEVELOPING)  ## style, types, and the order of imports
	$(BIN)/ruff format --check src tests benchmarks examples
	$(BIN)/ruff check src tests benchmarks examples
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEVELOPING)  ## put the code in our style
	$(BIN)/ruff format src tests benchmarks examples
	$(BIN)/ruff check --fix src tests benchmarks examples

lock: $(DEVELOPING)  ## pin anew what requirements*.lock name
	$(BIN)/uv pip compile --universal --quiet --no-header --no-emit-index-url --upgrade pyproject.toml --all-extras -o requirements.lock
	$(BIN)/uv pip compile --universal --quiet --no-header --no-emit-index-url --upgrade pyproject.toml --all-extras --group dev -o requirements-dev.lock

clean:  ## remove what the other targets made
	rm -rf $(VENV) briefing

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Parley needs Python 3.11 or newer; name one with make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(INSTALLED): $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(DEVELOPING): $(INSTALLED) requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	touch $@

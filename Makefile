# Two commands do everything on a machine that has Python 3.11 or newer, git and make: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := requirements/locked.txt

.DEFAULT_GOAL := help
.PHONY: help setup site serve check test quick-test lint lock bless benchmark clean

help: ## Say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

setup: $(VENV)/.installed ## Install this project and all that its tests need into .venv

$(VENV)/.installed: $(LOCK) pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

site: setup ## Publish this repository's own catalog and say where it is
	$(BIN)/outcomes build

serve: setup ## Show the catalog on this machine and follow every saved file
	$(BIN)/outcomes serve

check: setup ## Check this repository's own catalog
	$(BIN)/outcomes check

test: setup ## Pass every test, the browser's too
	@bash tests/chromium.sh
	$(MAKE) --no-print-directory lint
	$(BIN)/outcomes check
	$(BIN)/pytest -n auto --dist loadgroup

quick-test: setup ## Pass the tests that need no browser and no build
	$(BIN)/pytest -n auto -m "not browser and not acceptance and not realworld"

lint: setup ## Style, types and architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

lock: setup ## Pin every dependency by hash again, for all platforms
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --no-emit-index-url --no-header --group dev -o $(LOCK) pyproject.toml

bless: setup ## Take what the golden repository gives now as what is expected; read the difference before you commit it
	$(BIN)/python -m tests.golden.bless

benchmark: setup ## Show how time grows with the number of artifacts, as ratios
	$(BIN)/python -m tests.benchmarks.growth_benchmark

clean: ## Remove what was built and installed here
	rm -rf $(VENV) site dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Every command sets up its own environment first: a .venv from requirements.txt, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE := build/site
# Only installs, faster than pip: what is installed comes from the lock file, with its hashes.
UV := uv==0.13.9
# Another data folder than the shipped one: make report DATA=my_folder
DATA :=
# JupyterLab runs each notebook in its own folder: there the name has to be a whole path.
ABSOLUTE = import pathlib, sys; print(pathlib.Path(sys.argv[1]).resolve())
WITH_DATA = $(if $(DATA),--data "$(DATA)")
# Only the plug-ins that are named: others would only slow the start.
PYTEST := PYTEST_DISABLE_PLUGIN_AUTOLOAD=1 $(BIN)/python -m pytest

.PHONY: report test unit-tests lint types stored-notebooks lab charts validate notebooks docs bench lock clean help
.DEFAULT_GOAL := help

help:
	@echo "make report     validate the data, draw the charts, run the notebooks, write the site to $(SITE)"
	@echo "make test       unit tests, the notebooks under nbval, lint, types"
	@echo "make lab        open the notebooks in JupyterLab"
	@echo "make charts     only the charts, to build/charts"
	@echo "make validate   only the data"
	@echo "make notebooks  run the notebooks again and store their outputs"
	@echo "make docs       write the pages of docs/ that come from the data"
	@echo "make bench      the speed ratios"
	@echo "make lock       resolve requirements.txt again from pyproject.toml"
	@echo "report, lab, charts and validate take another data folder: make report DATA=my_folder"

$(VENV)/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed, and $(PYTHON) is $$($(PYTHON) --version 2>&1)."; \
	    echo "Name a newer one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "$(PYTHON) has no venv module. On Debian or Ubuntu: sudo apt install python3-venv"; exit 1; }
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	@{ $(BIN)/python -m pip install --quiet $(UV) && \
	   $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.txt; } || \
	  { echo "not with uv: pip, which has settings of its own, takes some minutes"; \
	    $(BIN)/python -m pip install --quiet --no-compile --require-hashes -r requirements.txt; }
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -qq -j 0 $(VENV)/lib || true  # some packages carry files of no Python
	$(BIN)/python -m compileall -q analysis
	@touch $@

report: $(VENV)/ready
	$(BIN)/python -m analysis report $(WITH_DATA) --out $(SITE)

# Two at a time: lint, types and notebooks run while the unit tests do.
test: $(VENV)/ready
	@$(MAKE) --no-print-directory --jobs 2 unit-tests lint types stored-notebooks

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/ready
	$(BIN)/mypy

# Four workers on two cores as well: browsers and kernels keep them waiting.
unit-tests: $(VENV)/ready
	$(PYTEST) -p xdist -n 4 --dist worksteal --durations 20 tests

stored-notebooks: $(VENV)/ready
	PYTHONPATH=tests $(PYTEST) -p xdist -n 2 --dist loadfile -p nbval.plugin -p notebook_diff --nbval --nbval-current-env notebooks

lab: $(VENV)/ready
	$(if $(DATA),ANALYSIS_DATA="$$($(BIN)/python -c '$(ABSOLUTE)' "$(DATA)")" )$(BIN)/jupyter lab notebooks

charts: $(VENV)/ready
	$(BIN)/python -m analysis charts $(WITH_DATA) --out build/charts

validate: $(VENV)/ready
	$(BIN)/python -m analysis validate $(WITH_DATA)

notebooks: $(VENV)/ready
	$(BIN)/jupyter nbconvert --to notebook --inplace --execute --log-level WARN \
	  --ExecutePreprocessor.record_timing=False notebooks/*.ipynb

docs: $(VENV)/ready
	$(BIN)/python docs/make.py

bench: $(VENV)/ready
	$(BIN)/python -m bench

lock:
	uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	  --python-version 3.11 --all-extras pyproject.toml --output-file requirements.txt

clean:
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis

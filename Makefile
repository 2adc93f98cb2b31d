# RxFlow's commands. Each makes .venv and installs what is locked, once; a changed lock is installed again.
# Needed: make and Python 3.11, 3.12 or 3.13. Choose one with `make PYTHON=/path/to/python3.12 …`.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
SHELL := /bin/sh
# Every process that the tests start would otherwise compile the sources again.
unexport PYTHONDONTWRITEBYTECODE
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
# The port to name: the environment's, else .env's, else the default; `rxflow serve` reads the same.
PORT = $(or $(RXFLOW_PORT),$(shell sed -n 's/^RXFLOW_PORT=//p' .env 2>/dev/null),8501)

# A .venv that was moved, half made, or whose Python is gone is made again.
ifneq ($(shell $(BIN)/python -c 'import sys; print(open("$(VENV)/.made").read().strip())' 2>/dev/null),$(CURDIR))
.PHONY: $(VENV)/.made
endif

.PHONY: help
help: ## List these commands
	@echo "make …"
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

.PHONY: run
run: $(VENV)/.installed-run ## Start the chat at http://localhost:8501
	@echo "Starting RxFlow at http://localhost:$(PORT) … (Ctrl-C stops it)"
	@exec $(BIN)/rxflow serve

# A core that has run its share takes over from another; so tests of one file mostly share what the file sets up.
RUN_TESTS = $(BIN)/python -m pytest -q -n auto --dist worksteal
# Neither told nor held to its least here, which would read every source a second time: make check does both.
COVERED = --cov --cov-report= --cov-fail-under=0

.PHONY: test
test: $(VENV)/.installed-dev ## Run the whole offline test suite on all cores
	@echo "Running the tests …"
	@$(RUN_TESTS) $(if $(COVERAGE),$(COVERED)) || { rm -f .coverage; exit 1; }
	@echo "All passed. Left out: the tests that drive a real browser (make test-browser), those that need PostgreSQL and Redis" \
		"(make test-services), more conversations (make eval)."

.PHONY: test-services
test-services: $(VENV)/.installed-dev ## Run the tests that need PostgreSQL and Redis, on 127.0.0.1 or where you say
	@$(BIN)/python -m tests.support.servers
	@echo "Running the tests on PostgreSQL and Redis …"
	@$(BIN)/python -m pytest -q -n auto -m services

.PHONY: test-browser
test-browser: $(VENV)/.installed-dev ## Run the tests that drive the pages in Chromium
	@command -v chromium > /dev/null || command -v chromium-browser > /dev/null || command -v google-chrome > /dev/null || { \
		echo "These tests need Chromium, and none is on the PATH. Install it (Debian: apt-get install chromium)." >&2; exit 1; }
	@echo "Running the browser tests …"
	@$(BIN)/python -m pytest -q -m browser

.PHONY: eval
eval: $(VENV)/.installed-dev ## Play the larger sets of conversations, written by others than the rules were tuned on
	@echo "Playing the conversations of tests/eval/more …"
	@$(BIN)/python -m pytest -q -n auto --dist loadscope -m evaluation

.PHONY: screenshots
screenshots: $(VENV)/.installed-dev ## Take the documents' pictures in Chromium
	@$(BIN)/python -m tests.browser.screenshots

.PHONY: lint
lint: $(VENV)/.installed-dev ## Check format, lint, types and layers
	@echo "Checking the format …"
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted as agreed: run 'make format'." >&2; exit 1; }
	@echo "Checking for lint …"
	@$(BIN)/ruff check --quiet .
	@echo "Checking the types …"
	@$(BIN)/mypy rxflow
	@echo "Checking the layers …"
	@$(BIN)/lint-imports --no-logo

.PHONY: check
check: lint .coverage ## Everything CI checks without a browser: lint, and the tests with coverage
	@$(BIN)/coverage report
	@echo "Everything is in order. Left out: the tests that drive a real browser (make test-browser) and those that need" \
		"PostgreSQL and Redis (make test-services)."

# What the tests covered is known until a file changes: COVERAGE=1 make test, and make check only reports it.
FILES = $(shell find . \( -name .git -o -name .venv -o -name var -o -name __pycache__ -o -name '.*_cache' -o -name .hypothesis \
	-o -name htmlcov -o -name mutants -o -name dist \) -prune -o -type f ! -name '.coverage*' -print)
.coverage: $(VENV)/.installed-dev $(FILES)
	@echo "Running the tests with coverage …"
	@$(RUN_TESTS) $(COVERED) || { rm -f .coverage; exit 1; }

.PHONY: bench
bench: $(VENV)/.installed-dev ## Measure everything and write docs/benchmarks.md: turns, growth, load, the store, dialogue, safety (20 minutes)
	@$(BIN)/python -m bench.report

.PHONY: mutation
mutation: $(VENV)/.installed-dev ## Change the rules in thousands of small ways and see that tests notice (10 minutes)
	@rm -rf mutants
	@$(BIN)/mutmut run --max-children "$$(getconf _NPROCESSORS_ONLN)"
	@$(BIN)/python scripts/mutation_report.py

.PHONY: format
format: $(VENV)/.installed-dev ## Format the code and mend what lint can mend
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format .

.PHONY: migration
migration: $(VENV)/.installed-dev ## Write the next migration of the tables: make migration MESSAGE="Keep a note"
	@$(BIN)/python -m scripts.new_migration "$(MESSAGE)"

.PHONY: diagram
diagram: $(VENV)/.installed-run ## Draw docs/states.md again from the transition table
	@$(BIN)/rxflow diagram --write docs/states.md

.PHONY: manual
manual: $(VENV)/.installed-run ## Write docs/command_line.md again from the commands
	@$(BIN)/rxflow manual --write docs/command_line.md

.PHONY: lock
lock: ## Lock again after a change of pyproject.toml (needs Poetry and poetry-plugin-export)
	@poetry lock
	@poetry export --without-urls -o requirements.txt
	@poetry export --without-urls --all-groups -o requirements-dev.txt

.PHONY: clean
clean: ## Remove .venv, caches and reports (var/, the program's own data, stays)
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.* htmlcov dist mutants
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Removed .venv, caches and reports."

# Each candidate is run, not only looked for: a version manager's shim can exist and fail.
$(VENV)/.made:
	@found=; without_venv=; \
	for python in $(PYTHON) python3.13 python3.12 python3.11 python3 /usr/bin/python3; do \
		"$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' > /dev/null 2>&1 || continue; \
		"$$python" -c 'import ensurepip, venv' > /dev/null 2>&1 && { found=$$python; break; }; \
		without_venv=$$("$$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
	done; \
	if [ -z "$$found" ]; then \
		if [ -n "$$without_venv" ]; then \
			echo "Python $$without_venv is here without its venv module. Install it (Debian, Ubuntu:" \
				"apt-get install python$$without_venv-venv) and run make again." >&2; \
		else \
			echo "RxFlow needs Python 3.11, 3.12 or 3.13 and found none. Install one, or name it:" \
				"make PYTHON=/path/to/python3.12 …" >&2; \
		fi; \
		exit 1; \
	fi; \
	echo "Making $(VENV) with Python $$("$$found" -c 'import platform; print(platform.python_version())') …"; \
	rm -rf $(VENV) && "$$found" -m venv $(VENV) && echo "$(CURDIR)" > $@

# The build backend that installs the project itself is locked with the development tools: taken from there, with its
# hashes, so that nothing unlocked is downloaded.
$(VENV)/.installed-run: requirements.txt pyproject.toml $(VENV)/.made
	@awk '/^poetry-core==/,!/\\$$/' requirements-dev.txt > $(VENV)/build.txt
	$(call install,requirements.txt,-r $(VENV)/build.txt)
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt pyproject.toml $(VENV)/.made
	$(call install,requirements-dev.txt)
	@touch $(VENV)/.installed-run $@

# $(1): a list of locked packages; $(2): further arguments. Then the project itself, editable, for the rxflow command.
define install
	@echo "Installing the $$(grep -c '^[a-z].*==' $(1)) locked packages of $(1) …"
	@$(PIP) install --require-hashes -r $(1) $(2) && $(PIP) install --no-deps --no-build-isolation -e . || { \
		echo "The packages could not be installed; pip says why above. Run make again when that is mended." >&2; exit 1; }
endef

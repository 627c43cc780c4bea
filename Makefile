# Bevismappe: what a developer and CI run. `make run` and `make test` work from a clean checkout:
# both install what is missing, and take seconds when nothing is.

PYTHON ?= python3
BIN := .venv/bin
export LANG := C.UTF-8

CATALOGUE := resources/locales/da/LC_MESSAGES/bevismappe
# In the order of the folders: the long tests of tests/e2e come first, and none is left to one process alone at the end.
PYTEST_ARGS ?= -n auto --dist loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help run demo screenshots test check lint bench lock clean mutate trial day phone first-days ready-to-run ready-to-test catalogue messages windows linux linux-test windows-test types types-windows contracts dependencies

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile

# 69 is how the program says that there is no screen for its window.
run: ready-to-run ## start Bevismappe; without a screen: the demonstration
	@$(BIN)/python main.py; code=$$?; \
	if [ $$code -eq 69 ]; then exec $(BIN)/python -m demo; fi; exit $$code

demo: ready-to-run ## a whole invented case, from captures to handed-over packages, under demo-out/
	$(BIN)/python -m demo

screenshots: ready-to-test demo ## a picture of every screen, with the demonstration's case, under build/screenshots/
	$(BIN)/python -m tools.screenshots

test: ready-to-test ## every test
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: lint test ## what must hold before anything lands: lint and every test

lint: ready-to-test ## format, lint, types, import contracts, dependencies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	@$(MAKE) --no-print-directory --output-sync=target -j2 types types-windows contracts dependencies

types:
	$(BIN)/mypy .

types-windows:
	$(BIN)/mypy --platform win32 --no-warn-unreachable --cache-dir .mypy_cache/windows .

contracts:
	$(BIN)/lint-imports --no-logo --no-cache

dependencies:
	$(BIN)/deptry .

bench: ready-to-test ## ours and its peers side by side, as a table of ratios
	$(BIN)/python -m benchmarks

# `make mutate MUTATE_ARGS="markup --size 20"` for one room or a smaller sample; what is done is not done again.
mutate: ready-to-test ## how many changes on purpose the tests notice, room by room (an hour; not in CI)
	@nice -n 10 $(BIN)/python -m tools.mutate $(MUTATE_ARGS)

trial: ready-to-test ## what the first trial found, played again: the words of then and of now
	@$(BIN)/python -m pytest -q -s tests/trial

day: ready-to-test ## a day with the window beside a real browser: clicks, keys and seconds of each act (needs Chromium)
	@$(BIN)/python -m tests.e2e.day

phone: ready-to-test ## ten files through an envelope that Chromium closes as a phone: by https, as a file, and as text; LARGE=500: one film of so many MB (needs Chromium)
	@$(BIN)/python -m tests.e2e.envelope $(if $(LARGE),--large $(LARGE))

first-days: ready-to-test ## the letters of the first days through the real window: clicks, typed fields, words, machine time
	@$(BIN)/python -m tests.e2e.day.first_days

# `make linux LINUX_ARGS="--level 0"` packs quickly and large.
linux: ready-to-test ready-for-linux ## a package for Debian 12, checked, under dist/linux/
	@$(BIN)/python -m tools.linux $(LINUX_ARGS)

linux-test: ready-to-test ready-for-linux ## the package built twice, installed in a bare Debian, driven there and purged (as root)
	@$(BIN)/python -m tools.linux.trial

# `make lock LOCK_ARGS=--upgrade` takes new versions; without it only what pyproject.toml asks for changes.
lock: ready-to-test ## write requirements/*.txt anew
	$(BIN)/python tools/lock.py $(LOCK_ARGS)

messages: ready-to-test ## bring the Danish catalogue up to what the code says, and name what wants its Danish
	@$(BIN)/python -m tools.messages

# `make windows SIGN_PFX=certificate.pfx` signs; SIGN_PASSWORD and SIGN_TIMESTAMP are taken from the environment.
windows: ready-to-test ## the program for Windows: zip, installers and list of parts, under dist/windows/
	@$(PYTHON) tools/system_packages.py windows
	@$(BIN)/python -m tools.windows --sign-pfx "$(SIGN_PFX)"

# What it needs is installed by `python3 tools/system_packages.py windows windows-test`, and by nothing else.
windows-test: ready-to-test ## the installed program under Wine, by keys and pointer (after `make windows`)
	@$(BIN)/python -m tests.windows $(WINDOWS_TEST_ARGS)

clean: ## remove what these commands made, the environment included
	rm -rf .venv demo-out bench-out build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis $(CATALOGUE).mo
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

ready-to-run:
	@$(PYTHON) tools/system_packages.py run
	@$(PYTHON) tools/python_packages.py run
	@$(MAKE) --no-print-directory catalogue

ready-to-test:
	@$(PYTHON) tools/system_packages.py run test
	@$(PYTHON) tools/python_packages.py run dev
	@$(MAKE) --no-print-directory catalogue

ready-for-linux:
	@$(PYTHON) tools/system_packages.py linux

catalogue: $(CATALOGUE).mo

$(CATALOGUE).mo: $(CATALOGUE).po
	@$(BIN)/python -m tools.messages.compiling

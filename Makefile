# Everything sets itself up: the first target you make creates .venv from requirements.lock.
#
#   make demo    play the whole story on this machine, no token and no network
#   make test    all tests                  make check   format, lint, types, imports, tests
#   make soak    kill the bot 500 times in every storm (KILLS=, SEED=; 0: a new one); half an hour
#   make alerts  the same beside words of danger: is every alert delivered? (KILLS=, SEED=); half an hour
#   make sigterm stop it 100 times with SIGTERM while people write (STOPS=, SEED=); two minutes
#   make bench   measure against the peers, about seven minutes; writes bench/results.md
#   make memory  watch the bot's memory over UPDATES= updates as fast as they go, for MINUTES= at most
#   make crowd   how long others wait while one floods and a thousand strangers knock
#   make fuzz    try every property on EXAMPLES= inputs, others each time: what comes in, any conversation
#   make advisories  ask whether a locked library has a known advisory: before each release (ASK=: options)
#   make sbom    list what the bot is made of in build/sbom.json (CycloneDX)
#   make eval    what the screening finds and misses, per language; writes docs/screening.md
#   make lock    renew requirements.lock (needs uv)      make clean   remove what was made here

PYTHON ?= python3
JOBS ?= 3
KILLS ?= 500
STOPS ?= 100
UPDATES ?= 60000
MINUTES ?= 1440
SEED ?= 1
EXAMPLES ?= 20000

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TESTED := $(VENV)/.tested
PEERS := bench/.venv
AUDIT := tools/.venv
FINGERPRINT := git ls-files -z --cached --others --exclude-standard | sort -z | xargs -0 sha256sum | sha256sum

.PHONY: demo test check lint soak alerts sigterm bench memory crowd eval fuzz sbom licences advisories lock clean help
.DELETE_ON_ERROR:

help:
	@sed -n 's/^#   //p' Makefile

demo: $(READY)
	@$(BIN)/homework demo

# Tests of one xdist group (one browser, one port) stay in one process.
test: $(READY)
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup $(TESTS)
	@test -n "$(TESTS)" || $(FINGERPRINT) > $(TESTED)

check: lint
	@if [ "$$(cat $(TESTED) 2>/dev/null)" = "$$($(FINGERPRINT))" ]; then \
	  echo "The tests have passed on exactly these files."; else $(MAKE) --no-print-directory test; fi

# What bandit says on stderr is only where a "nosec" covers more than one place of a line.
lint: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/bandit --quiet --recursive bot conversations homework scheduler 2>/dev/null
	@$(BIN)/basedpyright
	@$(BIN)/lint-imports

soak: $(READY)
	@$(BIN)/python -m tests.support.kill_loop --kills $(KILLS) --seed $(SEED) --page bench/soak.md

alerts: $(READY)
	@$(BIN)/python -m tests.support.flagging --kills $(KILLS) --seed $(SEED) --page bench/alerts.md

bench: $(READY) $(PEERS)/.ready
	@$(BIN)/python -m bench

$(PEERS)/.ready: bench/requirements.txt
	@echo "Setting up the peers in $(PEERS) (once) ..."
	@test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bench/requirements.txt
	@touch $@

sigterm: $(READY)
	@$(BIN)/python -m tests.support.term_loop --times $(STOPS) --seed $(SEED) --page bench/sigterm.md

memory: $(READY)
	@$(BIN)/python -m bench.memory --updates $(UPDATES) --minutes $(MINUTES) --page bench/memory.md

crowd: $(READY)
	@$(BIN)/python -m tests.support.crowd --page bench/crowd.md

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "homework-bot needs Python 3.11 or newer, and $(PYTHON) is not: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (once; a minute or two) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

fuzz: $(READY)
	@FUZZ_EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest -q --timeout 0 -p no:cacheprovider tests/properties

sbom: $(READY)
	@mkdir -p build
	@$(BIN)/python -m tools.sbom > build/sbom.json
	@echo "Wrote build/sbom.json."

licences: $(READY)
	@$(BIN)/python -m tools.licences > docs/licences.md

# Needs the network and is asked by hand before a release; without an answer it fails, and says so.
advisories: $(READY) $(AUDIT)/.ready
	@$(BIN)/python -m tools.advisories $(AUDIT)/bin/pip-audit $(ASK)

$(AUDIT)/.ready: tools/advisories.txt
	@echo "Setting up what asks for advisories in $(AUDIT) (once) ..."
	@test -x $(AUDIT)/bin/python || $(PYTHON) -m venv $(AUDIT)
	@$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/advisories.txt
	@touch $@

eval: $(READY)
	@$(BIN)/python -m tests.support.screening_eval --page docs/screening.md

lock:
	@command -v uv >/dev/null || { echo "make lock needs uv (https://docs.astral.sh/uv)" >&2; exit 1; }
	uv pip compile --quiet --universal --python-version 3.11 --extra dev --generate-hashes \
	  --no-header --no-emit-index-url --no-emit-find-links --output-file requirements.lock pyproject.toml
	@echo "Now: make .venv/.ready licences"
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --no-emit-find-links --output-file bench/requirements.txt bench/requirements.in
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --constraint requirements.lock \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file tools/advisories.txt tools/advisories.in

clean:
	rm -rf $(VENV) $(PEERS) $(AUDIT) dist build .pytest_cache .hypothesis .ruff_cache .import_linter_cache
	find bot conversations homework scheduler tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := $(shell find crates python -name '*.rs' -o -name '*.toml' -o -name '*.py' -o -name '*.pyi' -o -name '*.dsl') \
	Cargo.toml Cargo.lock .cargo/config.toml pyproject.toml README.md LICENSE

# Every package at the version that arcsynth is tested with, those that it is built with too.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_BUILD_CONSTRAINT := $(CURDIR)/constraints.txt

# What the demo does; a shorter one for continuous integration: make demo DEMO_TASKS=60 DEMO_ROUNDS=5
DEMO_TASKS ?= 400
DEMO_ROUNDS ?= 20
DEMO_EFFORT ?= 0.25

.PHONY: help
help: ## List the targets.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# The package as a user gets it, and the tools of development, each with a stamp so that nothing is built twice.
$(VENV)/installed: $(BIN)/python $(SOURCES) constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check .
	@touch $@

$(VENV)/developed: $(BIN)/python $(VENV)/installed pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check '.[dev]'
	@touch $@

.PHONY: install
install: $(VENV)/installed ## Build and install arcsynth into .venv.

.PHONY: demo
demo: $(VENV)/installed ## Set up everything and run the main job on real tasks.
	@rm -rf runs/demo && mkdir -p runs/demo
	@echo '== evolve: breed, score, filter, inline, validate and keep programs on ARC-AGI-1 training tasks'
	$(BIN)/arcsynth evolve --data arc1-train --limit $(DEMO_TASKS) --rounds $(DEMO_ROUNDS) \
		--library runs/demo/library.sqlite --run runs/demo/evolve
	@echo
	@echo '== solve: the library and a search on each task, two attempts a test input, graded afterwards'
	$(BIN)/arcsynth solve --data arc1-train --limit $(DEMO_TASKS) --effort $(DEMO_EFFORT) \
		--library runs/demo/library.sqlite --run runs/demo/solve

.PHONY: test
test: $(VENV)/developed ## Set up everything and run every test.
	cargo test --workspace --quiet --locked
	$(BIN)/python -m pytest -q

# Longer than the tests of `make test`: more kills, a whole minute of eight processes.
.PHONY: trust
trust: $(VENV)/developed ## Kill, crowd and flood it for longer than `make test` does.
	KILLS=200 CROWD_SECONDS=60 $(BIN)/python -m pytest -q -s tests/test_kills.py tests/test_many_processes.py --timeout 1800
	$(BIN)/python -m pytest -q tests/test_hostile.py -k any --hypothesis-profile=long --timeout 1800

.PHONY: wheel
wheel: $(VENV)/developed ## Build a wheel into target/wheels.
	rm -f target/wheels/arcsynth-*.whl
	$(BIN)/maturin build --release --locked --out target/wheels

.PHONY: deny
deny: ## Check licences, sources and versions of all crates; needs cargo-deny (cargo install cargo-deny).
	cargo deny --offline check licenses bans sources

.PHONY: constraints
constraints: ## Write constraints.txt anew, with the newest versions of everything.
	rm -rf target/constraints && $(PYTHON) -m venv target/constraints
	env -u PIP_CONSTRAINT -u PIP_BUILD_CONSTRAINT target/constraints/bin/pip install --quiet '.[dev,docs]'
	{ sed -n 1p constraints.txt; target/constraints/bin/pip freeze --exclude arcsynth; } > target/constraints/new
	mv target/constraints/new constraints.txt

.PHONY: lint
lint: $(VENV)/developed ## Check formatting, style and types.
	cargo fmt --check
	cargo clippy --workspace --all-targets --quiet -- -D warnings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m mypy.stubtest arcsynth._engine

.PHONY: bench
bench: $(VENV)/installed ## Print the figures of the README: primitives, evolution and search.
	cargo bench -p arcsynth-engine --bench primitives
	$(BIN)/python benchmarks/cpython.py
	$(BIN)/python benchmarks/score.py
	$(BIN)/python benchmarks/evolve.py
	$(BIN)/python benchmarks/scaling.py
	$(BIN)/python benchmarks/solve.py
	$(BIN)/python benchmarks/values.py
	$(BIN)/python benchmarks/concepts.py
	$(BIN)/python benchmarks/cluster.py
	$(BIN)/python benchmarks/islands.py

# About six minutes on two cores with all operators, and a tenth of the evaluations with each left out.
.PHONY: campaign
campaign: $(VENV)/installed ## Plot tasks solved over evaluations, with each operator on and off; write the programs found.
	$(BIN)/python benchmarks/campaign.py --out docs --programs python/arcsynth/programs/found.dsl

# Needs cargo-fuzz (cargo install cargo-fuzz); the environment variable lets the stable compiler instrument.
FUZZ_RUNS ?= 1000000
.PHONY: fuzz
fuzz: $(VENV)/developed ## Fuzz the parser and the machine, a million cases each; the task loader and the import.
	RUSTC_BOOTSTRAP=1 cargo fuzz run parser -- -runs=$(FUZZ_RUNS) -max_len=2000
	RUSTC_BOOTSTRAP=1 cargo fuzz run machine -- -runs=$(FUZZ_RUNS) -max_len=400
	$(BIN)/python -m pytest -q tests/test_hostile.py -k any --hypothesis-profile=long --timeout 1800

.PHONY: docs
docs: $(VENV)/installed mkdocs.yml $(wildcard docs/*.md) ## Build the documentation site into target/site; warnings are errors.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check '.[docs]'
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

.PHONY: reference
reference: $(VENV)/installed ## Write the generated reference pages: primitives and commands.
	$(BIN)/python -m arcsynth.reference docs

.PHONY: clean
clean: ## Remove what was built and what the demo wrote.
	rm -rf $(VENV) target runs/demo

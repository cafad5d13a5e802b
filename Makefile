# make run · make test · make bench · make docs: each installs what it needs first (see scripts/setup).
CARGO ?= cargo
PYTHON ?= python3
TARGET_DIR := $(or $(CARGO_TARGET_DIR),target)
FEATURES := --features pyc/language-server
TEXT ?= examples/data/river.txt

.PHONY: run test bench docs setup build release fmt clean

# Compiles and runs the word counter on a text of the repository.
run: release
	$(TARGET_DIR)/release/pyc run examples/wordfreq.py $(TEXT)

# Everything: see the list of stages in tests/run.py; STAGES="lit python" runs some of them.
test: build
	$(PYTHON) tests/run.py --pyc $(abspath $(TARGET_DIR))/debug/pyc $(STAGES)

bench: release
	$(PYTHON) tests/bench/run.py --pyc $(abspath $(TARGET_DIR))/release/pyc $(BENCHES)

docs: setup
	$(CARGO) doc --workspace --no-deps

build: setup
	$(CARGO) build --workspace $(FEATURES)
	$(TARGET_DIR)/debug/pyc prebuild
	$(TARGET_DIR)/debug/pyc prebuild --portable

release: setup
	$(CARGO) build --release --workspace $(FEATURES)
	$(TARGET_DIR)/release/pyc prebuild

fmt: setup
	$(CARGO) fmt
	.venv/bin/ruff format --line-length 140 tests/run.py tests/format.py tests/docs tests/examples tests/extension tests/bench tests/pyperformance tests/python/run.py

setup:
	@./scripts/setup

clean:
	$(CARGO) clean

# Every target works from a fresh clone; what it needs is set up first. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup run demo test test-fast lint bench docs ci lock

PORT ?= 8000
ARGS ?=
BIN := .venv/bin

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

setup: ## make .venv with the pinned packages, for developing and testing
	@scripts/setup dev

run: ## serve Appoint with its demonstration on 127.0.0.1 (PORT=8000)
	@PORT=$(PORT) scripts/run

demo: ## rebuild the demonstration from nothing
	@scripts/run --rebuild

test: setup ## everything this machine has the parts for (SQLite, PostgreSQL, a real browser)
	@scripts/test $(ARGS)

test-fast: setup ## the rules and the architecture alone, in seconds, without a browser or a server
	@env -u DATABASE_URL $(BIN)/python -m pytest $(wildcard tests/*/domain) tests/architecture $(ARGS)

lint: setup ## style, types, the direction of imports, missing migrations
	@scripts/lint

bench: setup ## measure scoring, or with ARGS="--part record" (or matrix, reader) another part
	@$(BIN)/python -m tests.bench $(ARGS)

docs: setup ## rebuild docs/generated from the code
	@$(BIN)/python manage.py build_docs

ci: ## what the build server runs
	@CI=true bash .ci/run

lock: ## lock the requirements anew (ARGS=--upgrade for newer versions)
	@scripts/lock $(ARGS)

# Two commands do everything: `make demo` and `make test`. `make help` lists the rest.
VENV ?= .venv
BIN = $(VENV)/bin
GOLD ?= evaluation/gold
DEMO = demo
DEMO_TODAY ?= 2024-04-01
PLACES = --corpus $(DEMO)/corpus --index $(DEMO)/index --today $(DEMO_TODAY)

.DEFAULT_GOAL := help
.PHONY: help setup demo test check lint types unit evaluate docs examples clean

help: ## List the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/.ready ## Make the environment and get Voikko

$(VENV)/.ready: pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh $(VENV)
	@touch $@

$(VENV)/.ready-dev: pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh $(VENV) dev,python-voikko
	@touch $@ $(VENV)/.ready

demo: $(VENV)/.ready ## Ingest the examples, and show a search, what falls due next, and the coming deadlines
	@echo '$$ policysearch ingest corpus/examples'
	@$(BIN)/policysearch ingest corpus/examples $(PLACES)
	@echo; echo '$$ policysearch search "uhrien auttaminen" --limit 3'
	@$(BIN)/policysearch search "uhrien auttaminen" --limit 3 $(PLACES)
	@echo; echo '$$ policysearch commitments --due-after today --limit 5   # today is $(DEMO_TODAY)'
	@$(BIN)/policysearch commitments --due-after today --limit 5 $(PLACES)
	@echo; echo '$$ policysearch deadlines --coming --limit 5'
	@$(BIN)/policysearch deadlines --coming --limit 5 $(PLACES)

test: $(VENV)/.ready-dev lint types unit evaluate ## Everything that must hold: lint, types, tests, the evaluation gate

check: test

lint: $(VENV)/.ready-dev ## ruff
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.ready-dev ## mypy --strict
	@$(BIN)/mypy

unit: $(VENV)/.ready-dev ## pytest
	@$(BIN)/pytest -n auto

evaluate: $(VENV)/.ready-dev ## Score our own gold and ranking against their floors, or GOLD=folder (SPLIT=1: apart as well)
	@$(BIN)/python evaluation/gate.py $(if $(filter-out evaluation/gold,$(GOLD)),--gold $(GOLD) $(if $(SPLIT),--split))
	@$(if $(filter-out evaluation/gold,$(GOLD)),:,$(BIN)/python evaluation/ranking_gate.py)

docs: $(VENV)/.ready-dev ## Write the generated pages anew
	@$(BIN)/cog -r docs/cli.md README.md docs/tutorial.md

examples: $(VENV)/.ready-dev ## Make the example documents anew
	@$(BIN)/python scripts/make_examples.py

clean: ## Remove what was made by use
	@rm -rf $(DEMO) .mypy_cache .ruff_cache .pytest_cache .hypothesis

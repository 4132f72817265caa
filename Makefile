# Dateline. Everything a target needs it installs into .venv; what is up to date, by content, is left alone.
PYTHON ?= python3
TITLE ?= North Korean troops in Russia
CORPORA ?= ../shared/geoparsing
BIN := .venv/bin
STALE := $(PYTHON) tools/stale.py
# The modules that the world file is built with, and read with.
NAMES := answers borders common features index kinds lexicon lookup making names order outlines own placefile romanise sections \
	spatial standing world
INSTALLS := pyproject.toml constraints.txt hatch_build.py tools/make_venv.py

export PIP_NO_INPUT := 1

.DEFAULT_GOAL := help
.PHONY: help maps test lint gazetteer check-world evaluate ablation train bench bench-page screenshots wheel check-platforms docs clean venv venv-test venv-bench browser

help:  ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

maps: gazetteer  ## Build maps/ from the articles in seeds/ (TITLE=… names the index)
	@$(BIN)/python tools/build_maps.py --title "$(TITLE)"

gazetteer: venv  ## Build the world gazetteer from the pinned packages
	@$(STALE) gazetteer --inputs constraints.txt tools/build_gazetteer.py tools/gazetteer_build gazetteer/regions.csv \
		gazetteer/region_names.csv gazetteer/region_fixes.csv tools/region_sources.py gazetteer/countries_geometry.csv gazetteer/disputes.csv geo/map/static/basemap/detail.bin \
		geo/map/static/basemap/units-un.deflate geo/map/static/basemap/units-de-facto.deflate $(NAMES:%=geo/gazetteer/%.py) \
		--outputs geo/gazetteer/data/world.dat gazetteer/world.sha256 -- $(BIN)/python -m tools.build_gazetteer
	@$(STALE) rows --inputs gazetteer/places.csv gazetteer/disputes.csv gazetteer/world.sha256 tools/build_gazetteer.py tools/gazetteer_build/standing.py $(sort $(wildcard geo/gazetteer/*.py)) \
		--outputs geo/gazetteer/data/places.dat -- $(BIN)/python -m tools.build_gazetteer --rows

check-world: gazetteer  ## Build the world file twice more, with two hash seeds: it must be the committed one each time
	@mkdir -p build
	@for seed in 1 2; do \
		PYTHONHASHSEED=$$seed $(BIN)/python -m tools.build_gazetteer --check --output build/world-$$seed.dat || exit 1; \
	done
	@cmp build/world-1.dat build/world-2.dat

test: venv-test gazetteer browser lint  ## Install what the tests need, lint, type-check and run all tests
	$(BIN)/python -X warn_default_encoding -m pytest -m clocked
	$(BIN)/python -m pytest -m "not clocked" --dist loadfile --tx '2*popen//python=$(BIN)/python -X warn_default_encoding'

lint: venv-test  ## Check style and types
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy

evaluate: venv-test gazetteer  ## Score the parser on articles it never saw (CORPORA=folder)
	DATELINE_CORPORA=$(CORPORA) $(BIN)/python -m training.evaluation

ablation: venv-test gazetteer  ## Measure what each part is worth; may be broken off and taken up again
	DATELINE_CORPORA=$(CORPORA) $(BIN)/python -m training.evaluation.ablation

train: venv-test gazetteer  ## Train the models anew from the corpora (CORPORA=folder)
	DATELINE_CORPORA=$(CORPORA) $(BIN)/python -m training.train_recogniser
	DATELINE_CORPORA=$(CORPORA) $(BIN)/python -m training.train_ranker

bench: venv-bench gazetteer  ## Print the speed of each stage, and flashgeotext's beside it
	$(BIN)/python -m tools.bench

bench-page: venv-test gazetteer browser  ## Print how heavy and how quick the page is with thousands of places
	$(BIN)/python -m tools.bench_page

screenshots: maps venv-test browser  ## Take the pictures of README and docs/ anew
	$(BIN)/python -m tools.screenshots

wheel: venv-test gazetteer  ## Build dist/*.whl, the gazetteer inside
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

check-platforms: venv-test  ## Check that every dependency has binary wheels for Windows and macOS
	$(BIN)/python -m tools.check_platforms

docs: venv-test  ## Write docs/cli.md from the commands' own --help
	$(BIN)/python -m tools.cli_docs

clean:  ## Remove everything that was built, except maps/
	rm -rf .venv .cache build dist geo/gazetteer/data .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

venv:
	@$(STALE) venv --inputs $(INSTALLS) --outputs .venv/pyvenv.cfg -- $(PYTHON) tools/make_venv.py gazetteer

venv-test: venv
	@$(STALE) venv-test --inputs $(INSTALLS) --outputs .venv/pyvenv.cfg -- $(PYTHON) tools/make_venv.py gazetteer training test

venv-bench: venv
	@$(STALE) venv-bench --inputs $(INSTALLS) --outputs .venv/pyvenv.cfg -- $(PYTHON) tools/make_venv.py gazetteer training test bench

browser:
	@sh tools/install_chromium.sh

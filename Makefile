# Gebraucht werden nur make und Python ab 3.11. Alles Weitere kommt nach .venv.
# Anderes Python: make test PYTHON=python3.12

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SAMPLE := samples/versagung-amtsdeutsch.docx

# OPENBLAS würde für jeden Kern Speicher belegen; klartext rechnet mit einem.
export OPENBLAS_NUM_THREADS ?= 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint types layers docs docs-check samples evaluate wheels clean

help:
	@echo "make demo      einen Beispielbrief prüfen"
	@echo "make test      alle Tests"
	@echo "make lint      Stil und Form des Codes (ruff)"
	@echo "make types     Typen (mypy)"
	@echo "make layers    Schichten (import-linter)"
	@echo "make docs      erzeugte Dokumente erneuern"
	@echo "make samples   Beispielbriefe neu bauen"
	@echo "make evaluate  Treffer und Tempo messen"
	@echo "make wheels    Ordner zum Einrichten ohne Netz (Windows)"
	@echo "make clean     .venv und Zwischenspeicher löschen"

# Ein Stempel je Umfang: pip läuft nur wieder, wenn sich pyproject.toml geändert hat.
$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "klartext braucht Python 3.11 oder neuer. Gefunden: $$($(PYTHON) --version 2>&1 | head -n 1)."; \
	  echo "Nennen Sie ein anderes Python: make demo PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python fehlt das Modul venv. Richten Sie es ein, unter Debian und Ubuntu so:"; \
	  echo "  sudo apt install python3-venv"; exit 1; }
	@echo "Umgebung $(VENV) wird angelegt …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "klartext wird eingerichtet. Beim ersten Mal dauert das ein bis drei Minuten …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "Werkzeuge zum Entwickeln werden eingerichtet …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed
	@$(BIN)/klartext check --gate none $(SAMPLE)

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.installed-dev
	$(BIN)/mypy

layers: $(VENV)/.installed-dev
	$(BIN)/lint-imports

docs: $(VENV)/.installed-dev
	$(BIN)/python docs/generate.py

docs-check: $(VENV)/.installed-dev
	$(BIN)/python docs/generate.py --check

samples: $(VENV)/.installed-dev
	$(BIN)/python -m samples.build

# DATA ist ein Ordner mit Baumbanken (gold/*.conllu); ohne ihn wird nur an den Beispielen gemessen.
DATA ?=
evaluate: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.samples
	@if [ -n "$(DATA)" ]; then $(BIN)/python -m training.evaluate "$(DATA)"; fi

# pip wertet Bedingungen wie „nur unter Windows“ für diesen Rechner aus, deshalb colorama von Hand.
# Rechner ohne Netz: Alle Pakete für Windows in einen Ordner legen (siehe windows/LIESMICH.md).
WHEEL_PLATFORM ?= win_amd64
WHEEL_PYTHON   ?= 3.12
wheels: $(VENV)/.installed-dev
	rm -rf dist/wheels && mkdir -p dist/wheels
	$(BIN)/python -m build --wheel --outdir dist/wheels .
	$(BIN)/python -m pip download --quiet --dest dist/wheels --only-binary=:all: \
	  --platform $(WHEEL_PLATFORM) --python-version $(WHEEL_PYTHON) dist/wheels/klartext_amt-*.whl colorama
	cp windows/*.cmd windows/LIESMICH.md dist/wheels/
	@echo "Fertig: dist/wheels. Kopieren Sie den Ordner auf den Rechner ohne Netz."

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

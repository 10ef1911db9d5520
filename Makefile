# One word for each thing that is done with this project; `make` alone lists them.
python := .venv/bin/python

# A virtual environment holds its folder's name: after a move or a copy it is made again.
$(shell test -x $(python) && grep -qsxF '$(CURDIR)' .venv/.product || rm -f .venv/.product)

.PHONY: help site serve test audit bench bench-short shots sheet lock
.NOTPARALLEL:

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

site: .venv/.project ## build the website into site/
	@$(python) -m generator build

serve: .venv/.project ## show the website here while its content is edited
	@$(python) -m generator serve

test: .venv/.project .venv/.test ## check style and types, then run every test
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	@.ci/setup-audit || echo 'Whatever is tested with html-validate will fail.' >&2
	.ci/with-voice .ci/with-browser $(python) -m pytest

audit: .venv/.project .venv/.test ## hold every kind of page to its figures with Lighthouse; twelve minutes
	@.ci/setup-audit
	@.ci/with-browser $(python) -m tests.audit $(ARGS)

bench: .venv/.project .venv/.test ## measure against Hugo and Material; an hour on a quiet machine
	@.ci/with-hugo .ci/with-browser $(python) -m benchmarks

bench-short: .venv/.project .venv/.test ## the same in five minutes, for a first look
	@.ci/with-hugo .ci/with-browser $(python) -m benchmarks --short

shots: .venv/.project .venv/.test ## take the screenshots of the README again
	.ci/with-browser $(python) -m tests.screenshots

sheet: .venv/.project .venv/.test ## take pictures of every kind of page, and join the sheet of the README
	.ci/with-browser $(python) -m tests.contact_sheet

lock: ## recompile the lock files, for example: make lock ARGS=--upgrade
	.ci/lock $(ARGS)

# What is installed follows from the lock files alone, so it is renewed only when they change.
.venv/.product: requirements.txt
	@.ci/setup-python $<
	@echo '$(CURDIR)' >$@

.venv/.test: requirements-test.txt .venv/.product
	@echo 'Installing what $< names …'
	@$(python) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/.project: pyproject.toml .venv/.product
	@$(python) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

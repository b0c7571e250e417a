# What people type. `make run` and `make test` work on a fresh Debian 12 with the Swift 6.3 toolchain and make.

SWIFT   ?= swift
SUDO    := $(shell test "$$(id -u)" = 0 || echo sudo)
RELEASE := -c release --static-swift-stdlib

# What the program links, and what the Swift toolchain itself needs to compile and link C and C++.
BUILD_PACKAGES := libncurses-dev libc-ares-dev libssl-dev libc6-dev libstdc++-12-dev binutils git ca-certificates
TEST_PACKAGES  := $(shell grep -v '^\#' Tests/LabSupport/packages.txt)

# An intercepting proxy, from PyPI since Debian's is too old; about 20 s the first time.
MITMPROXY         := .build/test-tools/mitmproxy
MITMPROXY_VERSION := 11.0.2

# These start processes, and a process that is being started holds copies of the sockets of all other tests for a
# moment; so they run by themselves.
WHOLE_PROGRAM_TESTS := LabSupportTests|EngineLabTests|CommandLineTests|rdptopTests
# These open the board in a terminal, and wait for what it shows.
SCREEN_TESTS := ScreenTests
# These open pages in a browser, which takes all of the processor for a while.
PAGE_TESTS := ReportPageTests
# These break some twenty servers and the ways to them at a time, and wait for what that does.
CAUSE_TESTS := CauseTests
# These talk over loopback with real time limits, one after the other: hundreds at a time would make each other late.
LOOPBACK_TESTS := ProbeEngineTests|SimulatedFleetTests
# These hold a thousand connections open, or simulate half an hour of ten thousand servers.
LARGE_TESTS := SilentFleetTests|FleetSimulationTests

# Installs those of the named packages that are missing.
define install_missing
	@missing=""; for p in $(1); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then echo "installing$$missing"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; fi
endef

# Where make install puts the program; DESTDIR stands before it for those who make packages.
PREFIX  ?= /usr/local
DESTDIR ?=
# What making and checking a Debian package needs.
PACKAGE_TOOLS := dpkg-dev lintian mmdebstrap

.PHONY: run demo build install uninstall deb check-deb test test-parts test-pure bench lint format clean tools \
  test-tools as-root

## run: build a release and open the dashboard: on your fleet file if there is one, else on the demo fleet
run: build
	@if [ -f hosts.yaml ] || [ -f "$${XDG_CONFIG_HOME:-$$HOME/.config}/rdptop/hosts.yaml" ]; \
	then exec .build/release/rdptop; else exec .build/release/rdptop demo; fi

## demo: open the dashboard on the simulated fleet
demo: build
	@exec .build/release/rdptop demo

## build: the release binary, .build/release/rdptop
build: tools
	$(SWIFT) build $(RELEASE) --product rdptop

# What is installed and packaged: a release that is built first, unless it is named, as in
# `sudo make install BINARY=.build/release/rdptop`, for a root without a Swift toolchain.
ifeq ($(origin BINARY), undefined)
BINARY := .build/release/rdptop
install deb: build
endif
## install: the release under PREFIX (/usr/local), with its manual pages and completions
install:
	@Packaging/install "$(BINARY)" "$(DESTDIR)$(PREFIX)"

## uninstall: takes that away again
uninstall:
	@Packaging/uninstall "$(DESTDIR)$(PREFIX)"

## deb: a Debian package of the release, .build/rdptop_VERSION_ARCHITECTURE.deb
deb:
	$(call install_missing,$(PACKAGE_TOOLS))
	@Packaging/deb "$(BINARY)" .build

## check-deb: the same, read by lintian, installed into an empty Debian and run there; needs root
check-deb: deb
	@Packaging/check-deb "$$(ls -t .build/rdptop_*.deb | head -n 1)"

## test: everything, against real servers (which it installs) and the simulated fleet; needs root
test: as-root test-tools
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build --disable-xctest --skip '$(WHOLE_PROGRAM_TESTS)|$(SCREEN_TESTS)|$(LOOPBACK_TESTS)'
	$(SWIFT) test --skip-build --disable-xctest --no-parallel --filter ProbeEngineTests --skip '$(LARGE_TESTS)'
	$(SWIFT) test --skip-build --disable-xctest --no-parallel --filter SimulatedFleetTests
	$(SWIFT) test --skip-build --disable-xctest --filter FleetSimulationTests
	$(SWIFT) test --skip-build --disable-xctest --filter SilentFleetTests
	$(SWIFT) test --skip-build --disable-xctest --filter '$(WHOLE_PROGRAM_TESTS)' --skip '$(CAUSE_TESTS)|$(PAGE_TESTS)'
	$(SWIFT) test --skip-build --disable-xctest --filter '$(SCREEN_TESTS)'
	$(SWIFT) test --skip-build --disable-xctest --filter '$(PAGE_TESTS)'
	$(SWIFT) test --skip-build --disable-xctest --filter '$(CAUSE_TESTS)'

## test-parts: all tests that start no other program
test-parts: tools
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest --skip '$(WHOLE_PROGRAM_TESTS)|$(SCREEN_TESTS)|$(LOOPBACK_TESTS)'
	$(SWIFT) test --skip-build --disable-xctest --no-parallel --filter ProbeEngineTests --skip '$(LARGE_TESTS)'
	$(SWIFT) test --skip-build --disable-xctest --no-parallel --filter SimulatedFleetTests

## test-pure: the tests that need no TLS library and no network; two minutes from clean, seconds after
test-pure: tools
	RDPTOP_PURE=1 $(SWIFT) test --scratch-path .build-pure --disable-xctest

## bench: probes per second and CPU per probe beside a C program that takes the same steps
bench: build
	$(call install_missing,gcc openssl)
	Benchmarks/run

## lint: the format of all sources
lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

## format: put all sources into that format
format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

clean:
	rm -rf .build .build-pure

tools:
	$(call install_missing,$(BUILD_PACKAGES))

as-root:
	@[ "$$(id -u)" = 0 ] || { echo "make test captures packets and makes network namespaces: run it as root," \
	  "or run make test-parts, which does not"; exit 1; }

test-tools: tools
	$(call install_missing,$(TEST_PACKAGES))
	@[ -x $(MITMPROXY)/bin/mitmdump ] || { echo "installing mitmproxy $(MITMPROXY_VERSION)"; \
	  python3 -m venv $(MITMPROXY) && $(MITMPROXY)/bin/pip install -q mitmproxy==$(MITMPROXY_VERSION); }

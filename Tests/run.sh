#!/usr/bin/env bash
# Runs every test that was built: those of whole chains, which wait for processes most of the time, beside all others.
# Each part has a process group of its own, so that nothing outlives this, and what they write has a folder that goes with it.
set -muo pipefail
cd "$(dirname "$0")/.."

run() {
  .build/debug/casewirePackageTests.xctest --testing-library swift-testing --no-parallel "${@:2}" 2>&1 | tee ".build/tests-$1.log"
}

# A socket's path may be no longer than 107 bytes.
TMPDIR=$(mktemp -d /tmp/cwt.XXXX) || exit
export TMPDIR

run chains --filter '^ChainTests\.' & chains=$!
run others --skip '^ChainTests\.' & others=$!
trap 'kill -- -$chains -$others 2>/dev/null; rm -rf "$TMPDIR"' EXIT
trap 'exit 130' INT TERM
failed=""
wait $chains || failed="chains"
wait $others || failed="$failed others"
for part in chains others; do
  grep -qE "Test run with [1-9][0-9]* tests?" ".build/tests-$part.log" || failed="$failed $part"
done
[ -z "$failed" ] && exit
for part in $(tr ' ' '\n' <<<"$failed" | sort -u); do
  echo
  echo "What failed, again (all of it: .build/tests-$part.log):"
  grep -E -A 2 "✘.*recorded an issue" ".build/tests-$part.log" || tail -n 5 ".build/tests-$part.log"
done
exit 1

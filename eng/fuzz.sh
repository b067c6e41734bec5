#!/usr/bin/env bash
# Feeds damaged files and maps to the readers for MINUTES (default 5), from each kept seed on (FuzzTests.KeptSeeds), and prints what became of them.
# A failure names its seed and input number: put them beside the others in FuzzTests, and they stay in the suite.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build -v quiet -nologo "$root/tests/Junheng.Pipelines.Tests" >/dev/null
JUNHENG_FUZZ_SECONDS=$((${1:-5} * 60 / 2)) JUNHENG_FUZZ_LOG=$log dotnet test "$root/tests/Junheng.Pipelines.Tests" --no-build --nologo -v quiet --filter "FullyQualifiedName~FuzzTests" || true
cat "$log"

#!/usr/bin/env bash
# How long `junheng run` takes when nothing has changed: the median of five, for the built program and for `dotnet run`.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

project="$root/pipelines/Junheng.Cli"
sample="$root/data-samples/demo-city"
dotnet build -c Release -v quiet -nologo "$project" >/dev/null
program="$root/artifacts/bin/Junheng.Cli/release/junheng.dll"

median() {
  for _ in 1 2 3 4 5; do
    local start=$EPOCHREALTIME
    "$@" >/dev/null 2>&1
    local end=$EPOCHREALTIME
    echo $(((${end/./} - ${start/./}) / 1000))
  done | sort -n | sed -n 3p
}

cd "$work"
dotnet "$program" run "$sample" >/dev/null 2>&1
echo "built program: $(median dotnet "$program" run "$sample") ms"
echo "dotnet run:    $(median dotnet run -c Release --project "$project" -- run "$sample") ms"

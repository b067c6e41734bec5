#!/usr/bin/env bash
# How many documents a minute `junheng brief` writes, and where the time goes: queries, drawing and setting, writing.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build -c Release -v quiet -nologo "$root/pipelines/Junheng.Cli" >/dev/null
program="$root/artifacts/bin/Junheng.Cli/release/junheng.dll"

cd "$work"
dotnet "$program" run "$root/data-samples/demo-city" --no-brief >/dev/null 2>&1
for kind in card county school; do
  echo "$kind: $(dotnet "$program" brief "$kind" --lang en --out "$kind" 2>&1 >/dev/null | grep '^Documents:')"
done

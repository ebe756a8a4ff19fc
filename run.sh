#!/usr/bin/env bash
# ./run.sh [ARGS]   builds phonesim if needed and runs it
# ./run.sh test     runs all tests
set -euo pipefail
root=$(dirname "$(readlink -f "$0")")
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
if [ "${1:-}" = test ]; then
  dotnet build PhoneSim.sln -v q --nologo
  log=$(mktemp)
  status=0
  dotnet test PhoneSim.sln --no-build --tl:off --blame-hang-timeout 300s 2>&1 | tee "$log" || status=$?
  awk '/ - Failed: +[0-9]/ { match($0, /Failed: +[0-9]+/); f += substr($0, RSTART + 7, RLENGTH - 7); match($0, /Passed: +[0-9]+/); p += substr($0, RSTART + 7, RLENGTH - 7)
    match($0, /Skipped: +[0-9]+/); s += substr($0, RSTART + 8, RLENGTH - 8) } END { printf "%d passed, %d failed, %d skipped\n", p, f, s }' "$log"
  exit "$status"
fi
program=artifacts/bin/PhoneSim.Cli/release/phonesim
if [ ! -x "$program" ] || [ -n "$(find src firmware-profiles Directory.* global.json -newer "$program" -not -name packages.lock.json -print -quit)" ]; then
  dotnet build src/PhoneSim.Cli -c Release -v q --nologo >&2
  touch "$program"
fi
exec "$program" "$@"

#!/usr/bin/env bash
# What a fleet costs, beside what others cost, on this machine and in one run. For instance:
#   fleet.sh ratios     PhoneSim against (a) a C client, (b) a shell loop, (c) the bare RSA, AES and system calls; ROUNDS times in turn
#   fleet.sh instructions  what PhoneSim and the C client execute per boot, counted by callgrind: the same in every run, whatever else the machine does
#   fleet.sh samples    the C client and first boots by perf, each in units of its own time in libcrypto, whose instructions it counts before, so that the host's speed does not matter
#   fleet.sh sizes      CPU per boot for N = 100, 1,000, 10,000, 50,000 phones; writes cost.csv and cost.svg into OUT
#   fleet.sh memory     resident memory per phone at rest, N = 10,000 and 100,000
#   fleet.sh start      --version and first screen of the native program
#   fleet.sh soak       SOAK seconds of reset storms at RATE boots/s: memory, handles, lost phones
# Variables: ROUNDS (5) BOOTS (6000) PHONES_AT_ONCE (64) RESETS (40, seconds of them) OUT (here) SOAK (1800) RATE (250) PHONESIM (the published program) FLOOR (../shared/perf beside the repository)
#   CERTUTILS (a folder with usecallmanagernz/certutils, whose programs need python3 with cryptography and lxml: a second shell loop); libexpat1-dev adds a C client that reads the XML as well
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$(readlink -f "$here/../../..")
floor=$(readlink -f "${FLOOR:-$root/../shared/perf}")
phonesim=${PHONESIM:-$root/artifacts/publish/linux-x64/phonesim}
out=${OUT:-$PWD} rounds=${ROUNDS:-5} boots=${BOOTS:-6000} at_once=${PHONES_AT_ONCE:-64} resets=${RESETS:-40}
work=$(mktemp -d)
server=
trap 'stop_server; rm -rf "$work"' EXIT

fail() { echo "fleet.sh: $*" >&2; exit 3; }

prepare() {
  [ -f "$floor/bootfloor.c" ] || fail "the C client and server are not there ($floor/bootfloor.c); set FLOOR to the folder that holds them and fix/"
  [ -x "$phonesim" ] || fail "$phonesim is not there; make it: ./run.sh publish"
  local program
  for program in gcc jq curl openssl; do command -v $program >/dev/null || fail "$program is not installed"; done
  for program in bootfloor fastsrv crypto; do compile $program; done
  [ ! -f /usr/include/expat.h ] || gcc -O2 -DEXPAT "$floor/bootfloor.c" -o "$work/bootfloor-xml" -lcrypto -lexpat 2>/dev/null
  mkdir "$work/site"
  cp "$floor/fix/ITLFile.tlv" "$floor/fix/SEP0011223344AA.cnf.xml.enc.sgn" "$work/site"
}

compile() {
  local source=$floor/$1.c
  [ -f "$source" ] || source=$here/$1.c
  gcc -O2 "-I$floor" "$source" -o "$work/$1" -lcrypto 2>"$work/gcc.log" || { cat "$work/gcc.log" >&2; fail "gcc failed (is libssl-dev installed?)"; }
}

# A new one for each measurement: fastsrv's table of transfers (client's port and its own) only grows. Two data ports keep it below its 65,536; shared sockets need many.
start_server() {
  stop_server
  port=$((20000 + RANDOM % 10000))
  "$work/fastsrv" "$port" "${1:-2}" "$work/site" -1 2>"$work/server.log" &
  server=$!
  sleep 0.2
}

stop_server() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
  server=
}

# User and system time of a command, its children included, in microseconds per boot. Its output goes to $work/output.
cost() {
  local of=$1 TIMEFORMAT='%U %S'
  shift
  { time "$@" >"$work/output" 2>"$work/errors"; } 2>"$work/time" || { cat "$work/errors" >&2; fail "$1 failed"; }
  awk -v of="$of" '{ printf "%.0f\n", ($1 + $2) * 1e6 / of }' "$work/time"
}

files='CTL%m.tlv,ITLFile.tlv,ITL%m.tlv,%m.cnf.xml.enc.sgn'
c_client() { start_server; (cd "$floor" && cost "$boots" "$work/$1" "${@:2}" -p "$port" -n "$boots" -c "$at_once" -f "$files"); }
c_crypto() { (cd "$floor" && cost "$boots" "$work/crypto" "$boots"); }
certutils_loop() { start_server; CERTUTILS=$(readlink -f "$CERTUTILS") cost 20 "$here/certutils-boot.sh" "127.0.0.1:$port" 20 "$floor/fix"; }
shell_loop() { start_server; cost 20 "$here/shell-boot.sh" "127.0.0.1:$port" 20 "$floor/fix"; }

# $1: phones; the rest: more options. The configuration of the measured boot names a CAPF server, which is no part of it: no keys, no session. The summary is left in $work/output.
measured=(fleet --lsc "$floor/fix/phone.pem" --keys none --retries 0 --json)
fleet() { "$phonesim" "${measured[@]}" --server "127.0.0.1:$port" --count "$1" "${@:2}" 2>"$work/errors" || true; }
phonesim_cost() { start_server "${2:-2}"; cost "$boots" fleet "$boots" --concurrency "$at_once" --loops 1 ${1:+"$1"}; all_configured; }
# BOOTS phones again and again: after their first boot each finds in its flash what it fetches, as after a power cut. The first boots and the start of the process are included.
resets_cost() {
  start_server
  local total
  total=$(cost 1 fleet "$boots" --concurrency "$at_once" --loops 1 --duration "$resets")
  all_configured
  jq "$total / ([.boots[]] | add) | round" "$work/output"
}
all_configured() { jq -e '.verdicts | keys == ["configured"]' "$work/output" >/dev/null || fail "not all phones were configured: $(jq -c .verdicts "$work/output")"; }

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
spread() { sort -n | awk 'NR == 1 { low = $1 } END { print low " ... " $1 }'; }

ratios() {
  local round what
  for ((round = 1; round <= rounds; round++)); do
    c_client bootfloor -X >>"$work/c"
    phonesim_cost >>"$work/phonesim"
    resets_cost >>"$work/resets"
    [ ! -x "$work/bootfloor-xml" ] || c_client bootfloor-xml -X >>"$work/c_xml"
    c_client bootfloor >>"$work/packets"
    c_crypto >>"$work/crypto_only"
    phonesim_cost --shared-sockets 2048 >>"$work/shared"
    shell_loop >>"$work/shell"
    [ -z "${CERTUTILS:-}" ] || certutils_loop >>"$work/certutils"
  done
  echo "us of CPU per boot, $boots boots, $at_once at once, $rounds rounds in turn (median; least ... most)"
  for what in c c_xml phonesim resets shared packets crypto_only shell certutils; do [ ! -f "$work/$what" ] || printf '%-12s %8s   %s\n' "$what" "$(median <"$work/$what")" "$(spread <"$work/$what")"; done
  paste "$work/c" "$work/phonesim" "$work/shell" "$work/packets" "$work/crypto_only" "$work/resets" |
    awk '{ print $1 / $2 > a; print $3 / $2 > b; print $2 / ($4 + $5) > c; print $1 / $6 > r }' a="$work/a" b="$work/b" c="$work/c_ratio" r="$work/a_resets"
  printf '(a) boots per CPU second, of those of the C client: %.2f (%s)\n' "$(median <"$work/a")" "$(spread <"$work/a")"
  printf '    (a), of phones that booted before: %.2f (%s)\n' "$(median <"$work/a_resets")" "$(spread <"$work/a_resets")"
  printf '(b) boots per CPU second, times those of the shell loop: %.0f (%s)\n' "$(median <"$work/b")" "$(spread <"$work/b")"
  printf '(c) CPU, times that of packets and crypto alone: %.2f (%s)\n' "$(median <"$work/c_ratio")" "$(spread <"$work/c_ratio")"
  [ ! -f "$work/c_xml" ] || printf '    (a), of those of the C client that reads the XML: %.2f (%s)\n' "$(paste "$work/c_xml" "$work/phonesim" | awk '{ print $1 / $2 }' | tee "$work/a_xml" | median)" "$(spread <"$work/a_xml")"
  [ ! -f "$work/certutils" ] || printf '    (b), times those of the shell loop of certutils: %.0f (%s)\n' "$(paste "$work/certutils" "$work/phonesim" | awk '{ print $1 / $2 }' | tee "$work/b_cu" | median)" "$(spread <"$work/b_cu")"
}

# Instructions in libcrypto and outside it, the kernel's not, of a command under callgrind. Its output goes to $work/output.
counted() {
  rm -f "$work/callgrind"
  # Under valgrind a fleet calls its run invalid, and ends with 1.
  valgrind --tool=callgrind --callgrind-out-file="$work/callgrind" "$@" >"$work/output" 2>"$work/errors" || [ -s "$work/callgrind" ] || { tail -5 "$work/errors" >&2; fail "valgrind $1 failed"; }
  callgrind_annotate --threshold=100 "$work/callgrind" | awk '{ gsub(",", "", $1) } /PROGRAM TOTALS/ { total = $1 } /libcrypto/ && /%/ { crypto += $1 } END { print crypto, total - crypto }'
}

counted_c() { start_server; (cd "$floor" && counted "$work/bootfloor" -X -p "$port" -n "$1" -c 8 -f "$files"); }
counted_fleet() { start_server; counted "$phonesim" "${measured[@]}" --server "127.0.0.1:$port" --count "$1" --concurrency 8 --loops 1 "${@:2}" && all_configured; }
each() { printf '%-28s' "$1"; awk -v boots="$2" '{ crypto = $1 - crypto; rest = $2 - rest } END { printf "%12.0f in libcrypto %10.0f elsewhere\n", crypto / boots, rest / boots }' "$work/counts"; }

# A shorter and a longer run: their difference counts no start.
count_c() { { counted_c 500; counted_c 1000; } >"$work/counts"; }
count_first() { counted_fleet 500 >"$work/first" && { cat "$work/first"; counted_fleet 1000; } >"$work/counts"; }
crypto_millions() { awk '{ crypto = $1 - crypto } END { print crypto / 500 / 1e6 }' "$work/counts"; }

instructions() {
  command -v callgrind_annotate >/dev/null || fail "valgrind is not installed"
  echo "instructions per boot, the kernel's not"
  count_c
  each "C client" 500
  count_first
  each "first boots" 500
  { cat "$work/first"; counted_fleet 500 --duration 60; } >"$work/counts"
  each "phones that booted before" "$(jq '([.boots[]] | add) - 500' "$work/output")"
}

# Of a command: samples in all, for each in libcrypto, times the millions of instructions it executes there.
sampled() {
  local millions=$1
  shift
  perf record -q -F 2000 -o "$work/perf" "$@" >"$work/output" 2>"$work/errors" || [ -s "$work/perf" ] || { tail -5 "$work/errors" >&2; fail "perf $1 failed"; }
  perf report -i "$work/perf" --no-children -n --sort dso 2>/dev/null | awk -v millions="$millions" '$1 ~ /%$/ { all += $2; if (/libcrypto/) crypto = $2 } END { printf "%.2f\n", all / crypto * millions }'
}

sampled_c() { start_server 8; (cd "$floor" && sampled "$1" "$work/bootfloor" -X -p "$port" -n "$boots" -c "$at_once" -f "$files"); }
sampled_fleet() { start_server 8; sampled "$1" "$phonesim" "${measured[@]}" --server "127.0.0.1:$port" --count "$boots" --concurrency "$at_once" --loops 1 && all_configured; }

samples() {
  local round program c first
  for program in perf callgrind_annotate; do command -v $program >/dev/null || fail "$program is not installed"; done
  count_c
  c=$(crypto_millions)
  count_first
  first=$(crypto_millions)
  for ((round = 1; round <= rounds; round++)); do
    sampled_c "$c" >>"$work/c"
    sampled_fleet "$first" >>"$work/phonesim"
  done
  printf 'C client %s (%s), first boots %s (%s)\n' "$(median <"$work/c")" "$(spread <"$work/c")" "$(median <"$work/phonesim")" "$(spread <"$work/phonesim")"
  paste "$work/c" "$work/phonesim" | awk '{ print $1 / $2 }' >"$work/a"
  printf '(a) boots per CPU second, of those of the C client: %.2f (%s)\n' "$(median <"$work/a")" "$(spread <"$work/a")"
}

# First boots, and resets of phones whose flash holds the same files, both from the run's own meter (without the start of the process). Among the resets are the first boots, a fifth at most.
sizes() {
  local n round
  echo "phones,first,reset" >"$out/cost.csv"
  for n in 100 1000 10000 50000; do
    for ((round = 1; round <= rounds; round++)); do
      start_server; fleet "$n" --concurrency "$at_once" --loops 1 >"$work/output"; all_configured
      jq '.self.cpuUs / ([.boots[]] | add)' "$work/output" >>"$work/first.$n"
      start_server; fleet "$n" --concurrency "$at_once" --loops 1 --duration $((10 + n / 200)) >"$work/output"
      jq '.self.cpuUs / ([.boots[]] | add)' "$work/output" >>"$work/reset.$n"
    done
    echo "$n,$(median <"$work/first.$n"),$(median <"$work/reset.$n")" | tee -a "$out/cost.csv"
  done
  "$here/cost-plot.awk" "$out/cost.csv" >"$out/cost.svg"
}

memory() {
  local n base
  start_server; fleet 1 --loops 1 >"$work/output"
  base=$(jq .self.residentBytes "$work/output")
  for n in 10000 100000; do
    start_server; fleet "$n" --concurrency "$at_once" >"$work/output"; all_configured
    jq -r --argjson n "$n" --argjson base "$base" '"\($n) phones: \(.self.residentBytes / 1048576 | floor) MiB resident, \((.self.residentBytes - $base) / 1024 / $n * 10 | floor / 10) KiB a phone, \(.self.fullCollections) full collections"' "$work/output"
  done
}

start() {
  local n
  stat -c '%n: %s bytes' "$phonesim"
  for n in $(seq 40); do
    local began=$EPOCHREALTIME
    "$phonesim" --version >/dev/null
    awk -v a="$began" -v b="$EPOCHREALTIME" 'BEGIN { print (b - a) * 1000 }'
  done >"$work/version"
  printf -- '--version: median %.1f ms (%s)\n' "$(median <"$work/version")" "$(spread <"$work/version")"
}

soak() {
  local seconds=${SOAK:-1800} rate=${RATE:-250} run
  start_server
  "$phonesim" fleet --server "127.0.0.1:$port" --count 5000 --lsc "$floor/fix/phone.pem" --keys none --rate "$rate" --duration "$seconds" --json >"$work/output" 2>"$work/errors" &
  run=$!
  echo "second,residentKiB,handles" >"$out/soak.csv"
  while kill -0 $run 2>/dev/null; do
    sleep "${STEP:-10}"
    echo "$SECONDS,$(awk '/VmRSS/ { print $2 }' /proc/$run/status 2>/dev/null),$(find /proc/$run/fd -mindepth 1 2>/dev/null | wc -l)" >>"$out/soak.csv"
  done
  sed -i '/,,/d' "$out/soak.csv"
  jq -c '{boots, verdicts, complaints, self}' "$work/output"
  awk -F, 'NR > 1 { r[NR - 1] = $2; h[NR - 1] = $3 } END { n = NR - 1; q = int(n / 4) + 1
    for (i = q; i < 2 * q; i++) { a += r[i]; x += h[i] } for (i = n - q + 1; i <= n; i++) { b += r[i]; y += h[i] }
    printf "resident: %.0f MiB in the second quarter, %.0f MiB in the last; handles: %.0f, %.0f\n", a / q / 1024, b / q / 1024, x / q, y / q }' "$out/soak.csv"
  all_configured
}

case ${1:-} in
  ratios | instructions | samples | sizes | memory | start | soak) prepare; "$1" ;;
  *) sed -n '2,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac

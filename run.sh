#!/usr/bin/env bash
# ./run.sh [ARGS]   runs phonesim, building it first when its sources changed
# ./run.sh test     runs every test; its last line is "N passed, N failed, N skipped"
#                   (more arguments go to dotnet test: ./run.sh test --filter Category!=Interop)
# ./run.sh publish [RID...]   one native file a platform: artifacts/publish/RID/phonesim; for this machine's also artifacts/publish/phonesim.1
# ./run.sh pack     the dotnet tool: artifacts/package/release/phonesim.*.nupkg
set -euo pipefail

root=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
stamp=$root/artifacts/run.stamp
solution=$root/PhoneSim.sln
program=$root/artifacts/bin/PhoneSim.Cli/release/phonesim.dll
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

say() { printf 'run.sh: %s\n' "$*" >&2; }
fail() { say "$*"; exit 3; }

is_built() {
  [ -f "$program" ] && [ -f "$stamp" ] && [ -z "$(find "$root/src" "$root/firmware-profiles" "$root"/Directory.* \
    "$root/global.json" "$root/.editorconfig" -newer "$stamp" -not -name packages.lock.json -print -quit 2>/dev/null)" ]
}

needs_sdk() {
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing; install it: https://dotnet.microsoft.com/download/dotnet/10.0"
  # Without a home the SDK has nowhere to put its caches.
  [ -n "${HOME:-}" ] || export HOME=$root/artifacts/home DOTNET_CLI_HOME=$root/artifacts/home
  mkdir -p "$root/artifacts" 2>/dev/null || fail "cannot write $root/artifacts"
}

# Builds $1 (a project or the solution) unless another run did so while this one waited for the lock.
build() (
  exec 9>"$root/artifacts/run.lock"
  flock 9
  [ "$1" = "$solution" ] || ! is_built || exit 0
  say "building ${1##*/} ($([ -f "$stamp" ] && echo 'sources changed' || echo 'first run')) …"
  log=$(mktemp)
  trap 'rm -f "$log" "$stamp.new"' EXIT
  touch "$stamp.new" # older than what is edited while the build runs
  # Build servers must not inherit the lock: they outlive this script.
  { dotnet restore "$1" --locked-mode -v q && dotnet build "$1" -c Release --no-restore -v q --nologo --tl:off; } >"$log" 2>&1 9>&- ||
    { cat "$log" >&2; fail "the build failed"; }
  mv "$stamp.new" "$stamp"
)

# What the tests run beside phonesim itself: program:package.
tools="in.tftpd:tftpd-hpa dnsmasq:dnsmasq-base openssl:openssl tmux:tmux tshark:tshark kamailio:kamailio sipp:sip-tester chromium:chromium shellcheck:shellcheck zsh:zsh fish:fish groff:groff mandoc:mandoc asciinema:asciinema"

missing_packages() {
  local tool
  for tool in $tools; do
    PATH=$PATH:/usr/sbin:/sbin command -v "${tool%%:*}" >/dev/null || printf '%s ' "${tool##*:}"
  done
  ls /usr/lib/*/kamailio/modules/tls.so >/dev/null 2>&1 || printf 'kamailio-tls-modules '
}

install_packages() {
  local as_root=() policy=/usr/sbin/policy-rc.d log
  [ "$(id -u)" = 0 ] || as_root=(sudo -n)
  command -v apt-get >/dev/null && "${as_root[@]}" true 2>/dev/null || return 1
  say "installing $* …"
  log=$(mktemp)
  # The tests start their own servers on free ports; the packages' services stay off.
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null && "${as_root[@]}" chmod 755 "$policy"
    trap '"${as_root[@]}" rm -f "$policy"' RETURN
  fi
  { "${as_root[@]}" apt-get update -q &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null ||
    { tail -n 5 "$log" >&2; return 1; }
}

provide_tools() {
  local packages
  packages=$(missing_packages)
  # shellcheck disable=SC2086 # one word a package
  [ -z "$packages" ] || install_packages $packages ||
    say "not here, so tests that need it are skipped: ${packages% }; to run them: sudo apt-get install ${packages% }"
}

# No Debian package: a .NET tool, for the test of its completion.
provide_pwsh() {
  command -v pwsh >/dev/null || [ -x "$root/artifacts/tools/pwsh" ] ||
    dotnet tool install PowerShell --version 7.6.9 --tool-path "$root/artifacts/tools" >/dev/null 2>&1 ||
    say "not here, so its test is skipped: pwsh"
}

run_tests() {
  local log status=0 counts
  needs_sdk
  provide_tools
  provide_pwsh
  build "$solution"
  log=$(mktemp)
  cd "$root"
  # Unit tests first, real servers last.
  # shellcheck disable=SC2046 # no spaces in our own paths
  PATH=$PATH:/usr/sbin:/sbin:$root/artifacts/tools dotnet test $(test_assemblies) --blame-hang-timeout 5m --results-directory artifacts/test-results "$@" 2>&1 </dev/null |
    { grep --line-buffered -vE "^(Data collector 'Blame'|No test is available|$)" || true; } | tee "$log" || status=$?
  counts=$(awk '/ - Failed: +[0-9]+, Passed:/ { gsub(",", ""); for (i = 1; i < NF; i++) { if ($i == "Failed:") f += $(i + 1); if ($i == "Passed:") p += $(i + 1); if ($i == "Skipped:") s += $(i + 1) } }
    END { print p + 0, f + 0, s + 0 }' "$log")
  rm -f "$log"
  read -r passed failed skipped <<<"$counts"
  # A test host that crashed or hung has no totals line of its own.
  [ "$status" = 0 ] || [ "$failed" -gt 0 ] || failed=1
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ]
}

test_assemblies() {
  local projects=(tests/PhoneSim.*.Tests) project
  for project in "${projects[@]/*Interop*/}" tests/PhoneSim.Interop.Tests; do
    [ -z "$project" ] || echo "artifacts/bin/${project##*/}/release/${project##*/}.dll"
  done
}

host_rid() { case $(uname -m) in aarch64) echo linux-arm64 ;; *) echo linux-x64 ;; esac; }

# $1 is the platform to publish for.
needs_linker() {
  case $(host_rid):$1 in
    linux-x64:linux-x64 | linux-arm64:linux-arm64)
      command -v clang >/dev/null || command -v gcc >/dev/null || fail "publishing needs a linker; install one: sudo apt-get install gcc libc6-dev" ;;
    linux-x64:linux-arm64)
      { command -v clang && [ -e "$(aarch64-linux-gnu-gcc -print-file-name=crt1.o)" ]; } >/dev/null 2>&1 ||
        fail "publishing for $1 on this machine needs a cross linker; install it: sudo apt-get install clang gcc-aarch64-linux-gnu libc6-dev-arm64-cross" ;;
    *) say "publish $1: this machine publishes for $(host_rid)$([ "$(host_rid)" = linux-arm64 ] || echo " and linux-arm64")"; exit 2 ;;
  esac
}

# Waits for a build under way; prints dotnet's words only when it fails.
quietly() (
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  exec 9>"$root/artifacts/run.lock"
  flock 9
  "$@" >"$log" 2>&1 9>&- || { cat "$log" >&2; fail "dotnet $2 failed"; }
)

publish() {
  local rid folder
  needs_sdk
  for rid in "${@:-$(host_rid)}"; do
    folder=$root/artifacts/publish/$rid
    needs_linker "$rid"
    say "publishing for $rid …"
    quietly dotnet publish "$root/src/PhoneSim.Cli" -c Release -r "$rid" -o "$folder" -v q --nologo --tl:off
    [ "$rid" != "$(host_rid)" ] || "$folder/phonesim" man >"${folder%/*}/phonesim.1"
    echo "$folder/phonesim"
  done
}

pack() {
  needs_sdk
  say "packing …"
  quietly dotnet pack "$root/src/PhoneSim.Cli" -c Release -v q --nologo --tl:off
  ls "$root"/artifacts/package/release/phonesim.*.nupkg
}

case ${1:-} in
  test) run_tests "${@:2}"; exit ;;
  publish) publish "${@:2}"; exit ;;
  pack) pack; exit ;;
esac
is_built || { needs_sdk; build "$root/src/PhoneSim.Cli/PhoneSim.Cli.csproj"; }
exec dotnet "$program" "$@"

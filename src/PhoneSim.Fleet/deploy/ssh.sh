#!/usr/bin/env bash
# A fleet over hosts that ssh reaches and that have phonesim: one shard a host, started together; then all shards merged.
#   ssh.sh 'host1 host2 host3' --server 192.0.2.10 --count 30000 --rate 1500
# Leaves shard-I.json, fleet.json and fleet.html in OUT (this folder). Variables: DELAY (10) seconds until all start: give ssh the time to reach every host; SLO ('failed<0.1%'); PHONESIM (phonesim) on the hosts and here.
# Ends as merge does: 0 objectives met, 1 missed or a shard failed. The clocks of the hosts have to agree (NTP).
set -euo pipefail
[ $# -ge 2 ] || { sed -n '2,5s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
read -ra hosts <<<"$1"
shift
out=${OUT:-$PWD} phonesim=${PHONESIM:-phonesim}
start=$(date -u -d "+${DELAY:-10} seconds" +%Y-%m-%dT%H:%M:%SZ)

# The options cross one more shell on the other side.
printf -v options ' %q' "$@"
shards=()
for i in "${!hosts[@]}"; do
  ssh -o BatchMode=yes "${hosts[i]}" "$phonesim fleet --shard $i/${#hosts[@]} --start-at $start --json$options" >"$out/shard-$i.json" 2>"$out/shard-$i.log" &
  shards+=("$out/shard-$i.json")
done
wait

for i in "${!hosts[@]}"; do
  [ -s "${shards[i]}" ] || { echo "ssh.sh: no result from ${hosts[i]}: $(tail -n 1 "$out/shard-$i.log")" >&2; exit 1; }
done
"$phonesim" merge "${shards[@]}" --slo "${SLO:-failed<0.1%}" --summary "$out/fleet.json" --html "$out/fleet.html"

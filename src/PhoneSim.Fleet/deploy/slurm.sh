#!/usr/bin/env bash
#SBATCH --job-name=phonesim-fleet
#SBATCH --array=0-3
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --output=shard-%a.log
# A fleet in shards as an array: task I of N runs shard I/N and leaves shard-I.json in the folder it was submitted from.
#   sbatch --export=ALL,SERVER=192.0.2.10,START_AT="$(date -u -d '+2 minutes' +%FT%TZ)" slurm.sh --count 40000 --rate 2000
#   phonesim merge shard-*.json --slo 'p99(boot)<2s,failed<0.1%' --html fleet.html
# START_AT: a time when all tasks have been started; each waits for it.
set -euo pipefail
: "${SERVER:?the TFTP server}" "${START_AT:?when all shards start, e.g. 2030-01-01T00:00:00Z}"

# Exit code 1 says that phones failed: merge judges the whole.
phonesim fleet --server "$SERVER" --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --start-at "$START_AT" --summary "shard-$SLURM_ARRAY_TASK_ID.json" "$@" || [ $? -eq 1 ]

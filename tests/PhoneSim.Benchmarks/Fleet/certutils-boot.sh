#!/usr/bin/env bash
# What a user has today: boots phones one after the other with curl, and tlvfile and enccnf of usecallmanagernz/certutils (Python), in the folder CERTUTILS.
#   CERTUTILS=FOLDER certutils-boot.sh HOST:PORT COUNT FOLDER     the second FOLDER holds CUCM.pem (the file's signer) and phone.pem (the phone's certificate and key)
# Each phone asks CTL, ITL and its encrypted configuration, checks both signatures and decrypts. Exit 0: all did.
set -euo pipefail
server=$1 count=$2 keys=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

get() { curl -sf --tftp-no-options "tftp://$server/$1" -o "$2"; }

boot() {
  local phone=$1
  get "CTL$phone.tlv" ctl || true
  get "ITL$phone.tlv" itl.tlv || get ITLFile.tlv itl.tlv
  python3 "$CERTUTILS/tlvfile" -p itl.tlv >judged
  grep -q '^Valid signature' judged
  get "$phone.cnf.xml.enc.sgn" config.cnf.xml.enc.sgn
  python3 "$CERTUTILS/enccnf" -r -t "$keys/CUCM.pem" -k "$keys/phone.pem" config.cnf.xml.enc.sgn >/dev/null
  [ -s config.cnf.xml ]
}

for ((n = 0; n < count; n++)); do boot "$(printf 'SEP%012X' $((0x001122000000 + n)))"; done

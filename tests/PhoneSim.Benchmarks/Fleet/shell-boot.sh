#!/usr/bin/env bash
# What a user has today: boots phones one after the other with curl, od and openssl.
#   shell-boot.sh HOST:PORT COUNT FOLDER     FOLDER holds SAST.pem, CUCM.pem (signers) and phone.pem (the phone's certificate and key)
# Each phone asks CTL, ITL and its encrypted configuration, checks both signatures, unwraps the key, decrypts and compares the digest. Exit 0: all did.
set -euo pipefail
server=$1 count=$2 keys=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

openssl x509 -in "$keys/SAST.pem" -noout -pubkey >sast.pub
openssl x509 -in "$keys/CUCM.pem" -noout -pubkey >cucm.pub

get() { curl -sf --tftp-no-options "tftp://$server/$1" -o "$2"; }

# Walks the header's elements (tag, length, value; some hold others; 0d is padding): name_at and name_length of the ones that matter.
read_header() {
  local hex i tag length
  hex=$(od -An -v -tx1 -N 1500 "$1" | tr -d ' \n')
  end=$((16#${hex:16:4})) i=10
  while [ $i -lt $end ]; do
    tag=$((16#${hex:i*2:2}))
    [ $tag != 13 ] || { i=$((i + 1)); continue; }
    length=$((16#${hex:i*2+2:4})) i=$((i + 3))
    case $tag in
      3 | 7 | 9 | 16 | 17 | 21) continue ;;
      12) sign_at=$i sign_length=$length ;;
      19) iv=${hex:i*2:32} ;;
      20) padding=$((16#${hex:i*2:4})) ;;
      25) key_at=$i key_length=$length ;;
      27) digest=${hex:i*2:length*2} ;;
    esac
    i=$((i + length))
  done
}

part() { dd if="$1" bs=64k iflag=skip_bytes,count_bytes skip="$2" count="$3" status=none; }

signed_by() {
  part "$1" "$sign_at" "$sign_length" >signature
  { head -c $((sign_at - 3)) "$1"; tail -c "+$((sign_at + sign_length + 1))" "$1"; } | openssl dgst -sha1 -verify "$2" -signature signature >/dev/null
}

decrypt() {
  local key size
  key=$(part "$1" "$key_at" "$key_length" | openssl pkeyutl -decrypt -inkey "$keys/phone.pem" | od -An -v -tx1 | tr -d ' \n')
  tail -c "+$((end + 1))" "$1" | openssl enc -d -aes-128-cbc -nopad -K "$key" -iv "$iv" -out padded
  size=$(stat -c %s padded)
  head -c $((size - padding)) padded >config.xml
  [ "$(openssl dgst -sha1 -r config.xml | cut -c1-40)" = "$digest" ]
}

boot() {
  local phone=$1
  get "CTL$phone.tlv" ctl || true
  get "ITL$phone.tlv" itl || get ITLFile.tlv itl
  read_header itl
  signed_by itl sast.pub
  get "$phone.cnf.xml.enc.sgn" config
  read_header config
  signed_by config cucm.pub
  decrypt config
}

for ((n = 0; n < count; n++)); do boot "$(printf 'SEP%012X' $((0x001122000000 + n)))"; done

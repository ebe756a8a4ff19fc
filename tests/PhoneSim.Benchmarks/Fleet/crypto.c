// The RSA, AES and SHA of one measured boot and nothing else: bootfloor's own crypt1, n times over. Run in the folder that holds fix/.
#define main bootfloor
#include "bootfloor.c"
#undef main

static long slurp(const char *name, unsigned char *into, long room) {
  FILE *file = fopen(name, "r");
  if (!file) { perror(name); exit(1); }
  long length = fread(into, 1, room, file);
  fclose(file);
  return length;
}

int main(int argc, char **argv) {
  static unsigned char itl[65536], config[131072];
  long n = argc > 1 ? atol(argv[1]) : 1000, bad = 0;
  long itl_length = slurp("fix/ITLFile.tlv", itl, sizeof itl), config_length = slurp("fix/SEP0011223344AA.cnf.xml.enc.sgn", config, sizeof config);
  FILE *key = fopen("fix/phone.pem", "r");
  ksast = pubof("fix/SAST.pem"); kcucm = pubof("fix/CUCM.pem"); kphone = PEM_read_PrivateKey(key, 0, 0, 0);
  fclose(key);
  for (long i = 0; i < n; i++) bad += !crypt1(itl, itl_length, config, config_length);
  return bad != 0;
}

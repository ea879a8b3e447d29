#!/bin/sh
# Makes the secrets of a new installation in docker/secrets, once: it overwrites nothing. The keys and certificates for
# documents (docker/secrets/document-keys) come from the state and are put there by hand; see docs/operations.md.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets/document-keys/signatures secrets/signatures
cd secrets
keep() { [ -e "$1" ] || cat > "$1"; }
password() { openssl rand -hex 24; }
for name in database_superuser_password database_owner_password database_app_password document_keys_passphrase; do
  password | tr -d '\n' | keep "$name"
done
for name in master_key token_key; do
  openssl rand -base64 32 | tr -d '\n' | keep "$name"
done
printf 'postgresql://pulang_owner:%s@database:5432/pulang' "$(cat database_owner_password)" | keep database_owner_url
printf 'postgresql://pulang_app:%s@database:5432/pulang' "$(cat database_app_password)" | keep database_url
# Containers run as user 1000 (node) and 999 (postgres), and see the files as they are.
# The folder around them stays closed to everybody else on this machine.
chmod 0444 ./*_url ./*_password ./*_key
# replaced by hand with the one that opens the state's keys
chmod 0644 document_keys_passphrase
chmod 0755 document-keys
# what the signer signed is written here by the service's user, over the folder of the same name in document-keys
chmod 0777 signatures
echo "The secrets are in $(pwd). Keep a copy of master_key in a safe place: without it all data are lost."

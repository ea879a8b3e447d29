#!/bin/sh
# Runs once, when the database is made: the owner of the tables (migrations), and the service, which owns nothing.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres \
  -v owner="$(cat /run/secrets/database_owner_password)" -v app="$(cat /run/secrets/database_app_password)" <<'SQL'
CREATE ROLE pulang_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE pulang_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'app';
CREATE DATABASE pulang OWNER pulang_owner;
REVOKE ALL ON DATABASE pulang FROM PUBLIC;
GRANT CONNECT ON DATABASE pulang TO pulang_app;
\connect pulang
CREATE EXTENSION IF NOT EXISTS pg_trgm;
SQL

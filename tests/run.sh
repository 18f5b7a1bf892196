#!/usr/bin/env bash
# Runs every test of Classroom: installs what is missing, starts a private PostgreSQL, builds, tests, cleans up.
#   bash tests/run.sh [quick] [arguments of dotnet test, for example --filter NAME]
# With quick, without the browser and without what is marked as long: minutes of training, and processes that are killed.
# Ends with the line "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A filter of your own is added to what quick leaves out.
arguments=()
filter=
if [ "${1:-}" = quick ]; then
  shift
  filter='FullyQualifiedName!~Classroom.EndToEnd&Category!=Long'
fi
while [ $# -gt 0 ]; do
  case $1 in
    --filter) filter="${filter:+$filter&}(${2:-})"; shift $(($# > 1 ? 2 : 1)) ;;
    --filter=*) filter="${filter:+$filter&}(${1#*=})"; shift ;;
    *) arguments+=("$1"); shift ;;
  esac
done
[ -z "$filter" ] || arguments+=(--filter "$filter")

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

missing=()
[ -x "$(postgres_bin)/initdb" ] || missing+=(postgresql)
if [[ $filter != *'!~Classroom.EndToEnd'* ]]; then
  # The browser that draws into nothing: a fifth quicker than the whole one.
  [ -x /usr/bin/chromium-headless-shell ] || missing+=(chromium-headless-shell)
  [ -x /usr/sbin/nginx ] || missing+=(nginx)
fi
# Exported networks are loaded and asked by PyTorch.
/usr/bin/python3 -c 'import importlib.util, sys; sys.exit(importlib.util.find_spec("torch") is None)' 2>/dev/null || missing+=(python3-torch)
if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null || ! { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    echo "The tests need ${missing[*]}. Install Debian's packages (sudo apt-get install ${missing[*]}) and run this again." >&2
    exit 1
  fi
  echo "Installing ${missing[*]} …"
  as_root apt-get update -q >/dev/null || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -qy --no-install-recommends "${missing[@]}" >/dev/null || {
    echo "Installing ${missing[*]} failed: see the messages above." >&2
    exit 1
  }
  # Where services start by themselves, Debian's nginx now serves port 80; the tests start one of their own.
  [[ " ${missing[*]} " != *" nginx "* ]] || as_root systemctl disable --now nginx >/dev/null 2>&1 || true
fi

# The tests start many programs that live for seconds, and guarding the machine code that .NET writes is a tenth of what these cost.
export DOTNET_EnableWriteXorExecute=0

# PostgreSQL refuses to run as root; Debian's package has made a user for it.
work=$(mktemp -d)
if [ "$(id -u)" = 0 ]; then
  chown postgres "$work"
  as_postgres() { runuser -u postgres -- "$@"; }
else
  as_postgres() { "$@"; }
fi
bin=$(postgres_bin)
stop_postgres() {
  (cd / && as_postgres "$bin/pg_ctl" -D "$work/data" -m immediate stop) >/dev/null 2>&1
  rm -rf "$work"
}
trap stop_postgres EXIT
trap 'exit 130' INT TERM

start_postgres() {
  (cd / && as_postgres "$bin/initdb" -D "$work/data" -U classroom -A trust -E UTF8 --locale=C.UTF-8 --no-sync) >"$work/initdb.log" 2>&1 || { cat "$work/initdb.log" >&2; return 1; }
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    if (cd / && as_postgres "$bin/pg_ctl" -D "$work/data" -w -l "$work/postgres.log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work -c fsync=off -c max_connections=200" start) >/dev/null 2>&1; then
      export CLASSROOM_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=classroom;Database=postgres"
      return 0
    fi
  done
  cat "$work/postgres.log" >&2
  return 1
}
start_postgres || { echo "PostgreSQL did not start." >&2; exit 1; }

# Tests must not change which packages are built in, so nothing here writes a lock file.
dotnet restore Classroom.sln --locked-mode || {
  echo "The packages differ from the lock files. If you changed them on purpose, run dotnet restore and commit the packages.lock.json files." >&2
  exit 1
}
dotnet build Classroom.sln --no-restore || exit 1

log=$work/test.log
# One test project at a time: browser, training and databases would only slow each other down.
# When no test has ended for twelve minutes, those that are running are named and counted as failed: nobody waits for them forever.
dotnet test Classroom.sln --no-build -m:1 --blame-hang --blame-hang-timeout 12m --blame-hang-dump-type none "${arguments[@]}" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

count() { grep -E '^(Passed|Failed)! ' "$log" | grep -oE "$1: +[0-9]+" | awk '{ total += $2 } END { print total + 0 }'; }
passed=$(count Passed)
failed=$(count Failed)
# A test host that dies leaves no summary: its exit code must not be lost.
if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
if [ "$passed" = 0 ] && [ "$failed" = 0 ]; then echo "No test matched." >&2; status=1; fi
echo "$passed passed, $failed failed"
exit "$status"

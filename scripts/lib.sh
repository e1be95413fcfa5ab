# What the scripts share: messages, packages, the build. Sourced by bash, not run.
#
# Everything may be run again at any time: what is there already is left alone, so a second run is quick.
# Messages go to stderr; stdout carries only what a script is asked for.

set -euo pipefail
# The caller's CDPATH would make cd print, and the caller's locale would change how sort orders.
unset CDPATH
export LC_ALL=C.UTF-8
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
script=$(basename "$0")

packages_build=(
  build-essential g++ cmake ninja-build pkg-config
  libzip-dev libtinyxml2-dev libhpdf-dev libcli11-dev doctest-dev libharfbuzz-dev libicu-dev
  libfontconfig-dev libhyphen-dev libcld2-dev libuchardet-dev libgumbo-dev libmd4c-dev libexpat1-dev
  libdeflate-dev libjpeg-dev libpng-dev libwebp-dev zlib1g-dev libfmt-dev nlohmann-json3-dev libmd-dev
)
# Fonts for all scripts, and all hyphenation patterns Debian has: what the outputs look like depends on both.
packages_run=(
  fontconfig fonts-noto-core fonts-noto-cjk
  hyphen-af hyphen-as hyphen-be hyphen-bg hyphen-bn hyphen-ca hyphen-cs hyphen-da hyphen-de hyphen-el
  hyphen-en-gb hyphen-en-us hyphen-es hyphen-fr hyphen-gl hyphen-gu hyphen-hi hyphen-hr hyphen-hu hyphen-id
  hyphen-is hyphen-it hyphen-kn hyphen-lt hyphen-lv hyphen-ml hyphen-mn hyphen-mr hyphen-nl hyphen-no
  hyphen-or hyphen-pa hyphen-pl hyphen-pt-br hyphen-pt-pt hyphen-ro hyphen-ru hyphen-sk hyphen-sl hyphen-sr
  hyphen-sv hyphen-ta hyphen-te hyphen-th hyphen-uk hyphen-zu
)
# The tests look into the outputs, and read Unicode's own test files.
packages_test=(qpdf poppler-utils mupdf-tools unicode-data bzip2)

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "$script: $*"
  exit 2
}

# usage: prints the comment at the top of the script.
usage() { sed -n '2,/^[^#]/{/^#/!q;s/^# \{0,1\}//p}' "$0"; }

# step LABEL COMMAND...: runs a command quietly. On a terminal the line shows the seconds and what the command
# said last; when it fails, the end of what it said is shown.
step() {
  local label=$1 log ticker= status=0 start=$SECONDS
  shift
  log=$(mktemp "${TMPDIR:-/tmp}/manyscript-log.XXXXXX")
  if [ -t 2 ]; then
    # Ends with the script, however that ends.
    while sleep 1 && kill -0 $$ 2>/dev/null; do
      printf '\r\033[K%s … %d s  %s' "$label" $((SECONDS - start)) "$(tail -n 1 "$log" | tr -d '\r' | cut -c 1-50)" >&2
    done >/dev/null &
    ticker=$!
  else
    say "$label …"
  fi
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ -n "$ticker" ]; then
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    printf '\r\033[K' >&2
  fi
  if [ "$status" != 0 ]; then
    tail -n 40 "$log" >&2
    say "$script: failed: $label (status $status); all it said is in $log"
    exit 2
  fi
  rm -f "$log"
  [ -z "$ticker" ] || say "$label: done in $((SECONDS - start)) s"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# need PACKAGE...: installs those that are missing.
need() {
  [ "${MANYSCRIPT_PACKAGES:-}" != skip ] || return 0
  local missing=() name installed
  if command -v dpkg-query >/dev/null; then
    # dpkg-query fails when it does not know a name; what it knows is printed all the same.
    # shellcheck disable=SC2016 -- dpkg's own variables
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for name in "$@"; do
      grep -qx "$name installed" <<<"$installed" || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
  else
    missing=("$@")
  fi
  if ! command -v apt-get >/dev/null; then
    say "$script: this system has no apt-get. What is needed, by the names of Debian 12:"
    printf '%s ' "${missing[@]}" | fold -s -w 100 | sed 's/^/  /' >&2
    say ""
    fail "install their counterparts, then run MANYSCRIPT_PACKAGES=skip scripts/$script"
  fi
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "$script: packages are missing, and neither are you root nor is there sudo. As root, run:"
      fail "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    fi
    sudo -v || fail "packages are missing and sudo refuses; as root, run: apt-get install --no-install-recommends ${missing[*]}"
  fi
  local options=(-q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=600)
  step "Fetching the list of packages" as_root apt-get "${options[@]}" update
  step "Installing ${#missing[@]} packages" as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get "${options[@]}" install -y --no-install-recommends "${missing[@]}"
}

# build PRESET TARGET...: configures and builds; the programs are in build/PRESET.
build() {
  local preset=$1
  shift
  cd "$project"
  step "Configuring ($preset)" cmake --preset "$preset"
  step "Building ($preset)" cmake --build --preset "$preset" --parallel "$(cores)" --target "$@"
  cd "$OLDPWD"
}

cores() { nproc 2>/dev/null || echo 1; }

# The program as users get it, ready to run.
program=$project/build/release/manyscript
program_ready() {
  need "${packages_build[@]}" "${packages_run[@]}"
  build release manyscript
}

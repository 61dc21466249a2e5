#!/bin/sh
# Make the environment: .venv with policysearch in it, and Voikko.
#
#   scripts/setup.sh VENV [EXTRA,…]
#
# Voikko and Tesseract (for dev also Chromium and Java) come from apt where this may install; without them the pure-Python Voikko stands in, and
# pages that are pictures are reported as unread.
set -eu

venv=$1
extras=${2:-}
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

find_python() {
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s' "$name"
            return
        fi
    done
    say 'Python 3.11 or newer is needed: sudo apt-get install python3 python3-venv (or set PYTHON=/path/to/python)'
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n "$@"
    else return 1
    fi
}

install_tools() {
    command -v apt-get >/dev/null 2>&1 || return 1
    packages='libvoikko1 voikko-fi tesseract-ocr tesseract-ocr-fin'
    case ,$extras, in *,dev,*)  # the tests of the web page
        packages="$packages chromium"
        command -v java >/dev/null 2>&1 || packages="$packages default-jre-headless" ;;
    esac
    if dpkg -s $packages >/dev/null 2>&1; then return 0; fi
    say "Installing with apt: $packages"
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get install -y -q $packages >/dev/null 2>&1 ||
        { as_root apt-get update -q >/dev/null 2>&1 && as_root apt-get install -y -q $packages >/dev/null; }
}

python=$(find_python)
if [ ! -x "$venv/bin/python" ]; then
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        say "The venv module of $python is missing: sudo apt-get install python3-venv"
        exit 1
    fi
    say "Making $venv with $("$python" --version)"
    "$python" -m venv "$venv"
fi

if [ "${POLICYSEARCH_VOIKKO:-native}" = native ] && ! install_tools; then
    say 'apt cannot install here; for the native Voikko: sudo apt-get install libvoikko1 voikko-fi'
fi

install() { "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -e ".${1:+[$1]}"; }

say 'Installing Python packages'
install "$extras"
if [ "${POLICYSEARCH_VOIKKO:-native}" = python ] ||
    ! "$venv/bin/python" -c 'import libvoikko; libvoikko.Voikko("fi")' 2>/dev/null; then
    say 'The pure-Python Voikko reads Finnish here (slower): pyvoikko'
    install "${extras:+$extras,}python-voikko"
fi

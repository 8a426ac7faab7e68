#!/bin/sh
# Resolve the lock files for Python 3.11 to 3.13: names, versions and hashes, no addresses.
set -eu
cd "$(dirname "$0")/.."
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
.venv/bin/python -m venv "$tool/venv"
"$tool/venv/bin/python" -m pip install --quiet --disable-pip-version-check uv
compile() {
    "$tool/venv/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --no-annotate --no-header --upgrade "$@"
}
compile pyproject.toml --group dev --output-file requirements.lock
compile pyproject.toml --group dev --group all --constraint requirements.lock --output-file requirements-all.lock

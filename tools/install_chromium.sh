#!/bin/sh
# Make sure that there is a Chromium or Chrome for the browser tests: an installed one, else Debian's.
set -eu
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
	if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
[ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] && exit 0
if command -v apt-get >/dev/null 2>&1; then
	sudo=""
	if [ "$(id -u)" != 0 ]; then
		command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null && sudo="sudo -n" || sudo=none
	fi
	if [ "$sudo" != none ]; then
		$sudo apt-get update -qq
		DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null && exit 0
	fi
fi
echo "make: no Chromium or Chrome found and none could be installed here; the browser tests will fail." >&2
echo "make: install one (Debian: apt install chromium), or name it: make test CHROMIUM=/path/to/chrome" >&2
exit 0

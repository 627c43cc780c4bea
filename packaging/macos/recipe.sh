#!/bin/sh
# NEVER RUN. Makes build/macos/Bevismappe.app and dist/macos/Bevismappe.dmg on a Mac; see README.md beside this file.
#
#   PYTHON=/path/to/python3.11 SIGN_IDENTITY="Developer ID Application: …" sh packaging/macos/recipe.sh
set -eu
cd "$(dirname "$0")/../.."
: "${PYTHON:?the python3.11 of a relocatable Python for macOS}"
application=build/macos/Bevismappe.app
inside=$application/Contents
rm -rf build/macos
mkdir -p "$inside/MacOS" "$inside/Resources/lib" "$inside/Resources/program" dist/macos

cp packaging/macos/Info.plist "$inside/Info.plist"
cp -R "$(dirname "$PYTHON")/.." "$inside/Resources/python"
"$PYTHON" -m pip install --quiet --require-hashes --only-binary=:all: --no-deps \
    --target "$inside/Resources/lib" --requirement requirements/run.txt
git ls-files -z app evidence_store atomic_file resources main.py |
    xargs -0 -I{} ditto {} "$inside/Resources/program/{}"
"$PYTHON" -m babel.messages.frontend compile -D bevismappe -d "$inside/Resources/program/resources/locales"

cat > "$inside/MacOS/bevismappe" <<'START'
#!/bin/sh
here=$(cd "$(dirname "$0")/../Resources" && pwd)
BEVISMAPPE_START="$0" exec "$here/python/bin/python3.11" -ISB -c '
import os, sys
here = sys.argv.pop(1)
sys.path += [here + "/program", here + "/lib"]
sys.frozen = True
sys.executable = os.environ.pop("BEVISMAPPE_START")
from main import main
sys.exit(main())
' "$here" "$@"
START
chmod 755 "$inside/MacOS/bevismappe"

mkdir build/macos/icon.iconset
for size in 16 32 128 256 512; do
    sips -s format png -z "$size" "$size" resources/icons/bevismappe.svg \
        --out "build/macos/icon.iconset/icon_${size}x$size.png"
done
iconutil --convert icns --output "$inside/Resources/bevismappe.icns" build/macos/icon.iconset

if [ -n "${SIGN_IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --timestamp --sign "$SIGN_IDENTITY" "$application"
    codesign --verify --strict "$application"
fi
hdiutil create -volname Bevismappe -srcfolder "$application" -ov -format UDZO dist/macos/Bevismappe.dmg

#!/usr/bin/env bash
# Makes a Debian package of what "make build" has built: packaging/deb.sh [FOLDER], by default .build/deb.
#
# Programs and the Swift libraries they need go to /usr/lib/casewire, the example shop to /etc/casewire, what is written
# while running to /var/lib/casewire.
set -euo pipefail
cd "$(dirname "$0")/.."

built=.build/release
out=$(mkdir -p "${1:-.build/deb}" && cd "${1:-.build/deb}" && pwd)
version=$($built/casewire --version)
architecture=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
umask 022

# Programs, and what of Swift they load: found beside them, wherever Swift was when they were built.
programs=$root/usr/lib/casewire
install -d "$programs" "$root/usr/bin"
for program in casewire intake triage responder escalation lookout survey; do
  install -m 755 -s "$built/$program" "$programs/"
done
ldd "$programs"/* | awk '$2 == "=>" && $3 ~ /\/swift\// { print $3 }' | sort -u | xargs -I {} install -m 644 -s {} "$programs/"
for file in "$programs"/*; do patchelf --set-rpath '$ORIGIN' "$file"; done
ln -s ../lib/casewire/casewire "$root/usr/bin/casewire"

# What programs say about themselves, and models: the same for every shop, replaced by an upgrade.
share=$root/usr/share/casewire
install -d "$share/training"
cp -r schemas plugins "$share/"
find "$share/plugins" \( -name Sources -o -name Tests -o -name tests -o -name '.build' -o -name build -o -name __pycache__ \
  -o -name '*.egg-info' -o -name '.mypy_cache' \) -prune -exec rm -r {} +
cp training/*.model "$share/training/"
cp docs/examples/observing/* "$share/"

# The shop: the operator's from here on.
shop=$root/etc/casewire
install -d "$shop/training" "$shop/secrets"
cp -r people.yaml standards.yaml knowledge templates scenarios "$shop/"
cp training/topics.csv "$shop/training/"
for model in training/*.model; do ln -s "../../../usr/share/casewire/$model" "$shop/$model"; done
ln -s ../../usr/share/casewire/plugins ../../usr/share/casewire/schemas "$shop/"
sed -e 's|CASEWIRE_VAR:-var}|CASEWIRE_VAR:-/var/lib/casewire}|; s|CASEWIRE_BIN:-.build/release}|CASEWIRE_BIN:-/usr/lib/casewire}|' \
  pipeline.yaml > "$shop/pipeline.yaml"
# A default that sed did not find would put an installed shop's data beside its configuration.
grep -q '/var/lib/casewire' "$shop/pipeline.yaml" || { echo "pipeline.yaml no longer names \${CASEWIRE_VAR:-var}" >&2; exit 1; }

# Units, user and folders, as "casewire export systemd" writes them for that place.
units=$root/units
"$built/casewire" export systemd --pipeline "$shop/pipeline.yaml" --output "$units" >/dev/null
sed -i -e "s|$root||g; s|$PWD/$built|/usr/lib/casewire|g; s|ExecStart=[^ ]*/casewire up|ExecStart=/usr/bin/casewire up|" "$units"/*
install -D -m 644 "$units/casewire.service" "$root/lib/systemd/system/casewire.service"
install -D -m 644 "$units/casewire.sysusers" "$root/usr/lib/sysusers.d/casewire.conf"
install -D -m 644 "$units/casewire.tmpfiles" "$root/usr/lib/tmpfiles.d/casewire.conf"
rm -r "$units"

# Manual pages and completions, from the command's own help.
manual=$root/usr/share/man/man1
install -d "$manual"
"$built/generate-manual" "$built/casewire" --multi-page --date "$(date -u -d "@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}" +%F)" \
  --authors "the Casewire authors" --output-directory "$manual"
for page in "$manual"/casewire.*.*.1 "$manual"/casewire.*.1; do
  [ -e "$page" ] || continue
  name=$(basename "$page" .1)
  mv "$page" "$manual/${name//./-}.1"
done
sed -i -E '/^\.Xr casewire\./ s/\./-/2g; /^\.Dt CASEWIRE\./ s/\./-/2g' "$manual"/*.1
gzip -9n "$manual"/*.1
install -d "$root/usr/share/bash-completion/completions" "$root/usr/share/zsh/vendor-completions" "$root/usr/share/fish/vendor_completions.d"
"$built/casewire" --generate-completion-script bash > "$root/usr/share/bash-completion/completions/casewire"
"$built/casewire" --generate-completion-script zsh > "$root/usr/share/zsh/vendor-completions/_casewire"
"$built/casewire" --generate-completion-script fish > "$root/usr/share/fish/vendor_completions.d/casewire.fish"

doc=$root/usr/share/doc/casewire
install -d "$doc"
cp -r README.md SECURITY.md docs "$doc/"
cat NOTICE - LICENSE > "$doc/copyright" <<'TEXT'

The Swift runtime libraries in /usr/lib/casewire are by Apple Inc. and the Swift project authors, under the Apache
License, Version 2.0, with the Runtime Library Exception: https://swift.org/LICENSE.txt

TEXT
gzip -9nc CHANGELOG.md > "$doc/changelog.gz"

# What dpkg is told.
install -d "$root/DEBIAN"
install -m 755 packaging/postinst packaging/prerm packaging/postrm "$root/DEBIAN/"
(cd "$root" && find etc -type f -printf '/%p\n' | sort) > "$root/DEBIAN/conffiles"
control=$(mktemp -d)
install -d "$control/debian"
printf 'Source: casewire\n\nPackage: casewire\nArchitecture: any\n' > "$control/debian/control"
depends=$(cd "$control" && dpkg-shlibdeps -O --ignore-missing-info -l"$programs" $(find "$programs" -type f -printf '-e%p ') 2>/dev/null \
  | sed -n 's/^shlibs:Depends=//p')
rm -r "$control"
[ -n "$depends" ] || { echo "dpkg-shlibdeps found no libraries" >&2; exit 1; }
cat > "$root/DEBIAN/control" <<TEXT
Package: casewire
Version: $version
Architecture: $architecture
Maintainer: The Casewire authors <casewire@hearth.example>
Depends: $depends, tzdata
Recommends: ca-certificates
Suggests: python3-zmq, sqlite3
Section: mail
Priority: optional
Installed-Size: $(du -ks "$root" | cut -f1)
Description: front desk that keeps its word to customers
 Takes in mails and web forms, acknowledges them at once, answers what it knows,
 hands the rest to people, lets no deadline pass unseen and asks how it went.
 Its stages are programs of their own, in any language, around a durable broker.
TEXT
dpkg-deb --root-owner-group -Zxz --build "$root" "$out/casewire_${version}_$architecture.deb"

#!/bin/sh
# How long ./proto2ffi generate takes for many files: cold, with nothing changed, with one changed; all three languages.
#   proto2ffi-cli/src/test/time-generate.sh [COUNT [RUNS]]     default 500 files, 5 runs of each; needs the tests compiled
set -eu
root=$(CDPATH= cd "$(dirname "$0")/../../.." && pwd)
count=${1:-500}
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java -cp "$root/proto2ffi-cli/target/test-classes" dev.proto2ffi.cli.ManyFiles "$work/proto" "$count"
find "$work/proto" -name '*.proto' | sort >"$work/files"
edited=$(tail -n 1 "$work/files")

generate() {
    "$root/proto2ffi" generate -I "$work/proto" --java-out "$work/java" --c-out "$work/c" --rust-out "$work/rust" \
        "@$work/files"
}

# Prints the time of one call in milliseconds.
milliseconds() {
    start=$(date +%s%N)
    "$@"
    end=$(date +%s%N)
    echo $(((end - start) / 1000000))
}

clean() { rm -rf "$work/java" "$work/c" "$work/rust"; }

# Runs $1 before each measured call; prints all times and how many files each call wrote.
measure() {
    times=
    i=0
    while [ "$i" -lt "$runs" ]; do
        "$1"
        touch "$work/mark"
        sleep 0.05
        times="$times $(milliseconds generate)"
        i=$((i + 1))
    done
    written=$(find "$work/java" "$work/c" "$work/rust" -type f ! -path '*/.proto2ffi*' -newer "$work/mark" | wc -l)
    printf '%-22s %s ms; the last wrote %s files\n' "$2" "$times" "$written"
}

edit() {
    n=$((${n:-0} + 1))
    sed -i "s/^  bool [a-z0-9]* = 4;/  bool edit$n = 4;/" "$edited"
}

"$root/proto2ffi" --version
echo "$count files"
generate
measure clean "cold"
measure : "nothing changed"
measure edit "one changed"

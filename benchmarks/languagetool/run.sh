#!/usr/bin/env bash
# Writes the findings of LanguageTool's rules for simple German as lines of file, rule, start, end:
#   benchmarks/languagetool/run.sh LETTER.txt … > findings.tsv
# Needs Java 17 and Maven. LanguageTool is fetched for this measurement only; nothing is shipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=${TMPDIR:-/tmp}/klartext-languagetool
mkdir -p "$work"
[[ -d $work/lib ]] ||
  mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/lib" >&2
javac -d "$work" -cp "$work/lib/*" "$here/Findings.java"
java -cp "$work/lib/*:$work" Findings "$@" 2>/dev/null

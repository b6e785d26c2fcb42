#!/usr/bin/env bash
# The audit step of action.yml. Inputs come as INPUT_* variables and are only ever passed as arguments.
set -u

arguments=()
files=()

each_line() { # name of the array, text
  local -n list=$1
  local line
  while IFS= read -r line; do
    line="${line%$'\r'}"
    [[ -n "${line//[[:space:]]/}" ]] && list+=("$line")
  done <<< "$2"
}

each_line files "${INPUT_FILES:-}"
gates=()
each_line gates "${INPUT_FAIL_ON:-}"
for gate in ${gates[@]+"${gates[@]}"}; do arguments+=(--fail-on "$gate"); done

[[ -n "${INPUT_ARTICLE:-}" ]] && arguments+=(--article "$INPUT_ARTICLE")
[[ -n "${INPUT_BASELINE:-}" ]] && arguments+=(--baseline "$INPUT_BASELINE")
[[ -n "${INPUT_SUPPRESSIONS:-}" ]] && arguments+=(--suppressions "$INPUT_SUPPRESSIONS")
[[ -n "${INPUT_CONFIG:-}" ]] && arguments+=(--config "$INPUT_CONFIG")
[[ "${INPUT_REDACT:-false}" == true ]] && arguments+=(--redact)
[[ -n "${INPUT_JSON:-}" ]] && arguments+=(-f "json=$INPUT_JSON")
[[ -n "${INPUT_SARIF:-}" ]] && arguments+=(-f "sarif=$INPUT_SARIF")
[[ -n "${INPUT_HTML:-}" ]] && arguments+=(-f "html=$INPUT_HTML")
[[ -n "${INPUT_JUNIT:-}" ]] && arguments+=(-f "junit=$INPUT_JUNIT")
if [[ "${INPUT_ANNOTATIONS:-true}" == true ]]; then arguments+=(-f github); else arguments+=(-f terminal); fi
summary=""
if [[ "${INPUT_SUMMARY:-true}" == true && -n "${GITHUB_STEP_SUMMARY:-}" ]]; then
  summary="$(mktemp)"
  arguments+=(-f "markdown=$summary")
fi

# Without annotations the report is text, and the runner must not take a line of it for a command.
token="comment-audit-$RANDOM$RANDOM$RANDOM$RANDOM"
[[ "${INPUT_ANNOTATIONS:-true}" == true ]] || echo "::stop-commands::$token"
node "$ACTION_PATH/bin/comment-audit.js" audit "${arguments[@]}" -- ${files[@]+"${files[@]}"}
code=$?
[[ "${INPUT_ANNOTATIONS:-true}" == true ]] || echo "::$token::"

[[ -n "$summary" ]] && cat "$summary" >> "$GITHUB_STEP_SUMMARY" && rm -f "$summary"
[[ -n "${GITHUB_OUTPUT:-}" ]] && echo "exit-code=$code" >> "$GITHUB_OUTPUT"
exit "$code"

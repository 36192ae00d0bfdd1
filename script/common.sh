# Sourced by the scripts of this folder; leaves the shell in the repository's root.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# ccache where it is installed; its store stays in the build folder if there is no home.
if command -v ccache >/dev/null; then
  export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
  if [[ ! -w ${HOME:-/nonexistent} ]]; then export CCACHE_DIR=$PWD/build/ccache; fi
fi

# Sets RAPPORTEUR to the program that it names or, where it names none, to that of the release
# preset, which is built for it.
use_program() {
  if [[ -n ${RAPPORTEUR-} ]]; then return; fi
  script/setup
  build release
  RAPPORTEUR=build/release/rapporteur
}

# build PRESET [TARGET...]: configures and builds. Everything goes to build/PRESET.log; a terminal
# shows it, too, and otherwise only the end of a failed build is printed.
build() {
  local preset=$1 log=build/$1.log
  shift
  mkdir -p build
  local targets=() show=(cat)
  [[ $# -eq 0 ]] || targets=(--target "$@")
  [[ -t 1 ]] || show=(dd of=/dev/null status=none)
  if ! { cmake --preset "$preset" && cmake --build --preset "$preset" -j "$(nproc)" "${targets[@]}"; } \
       2>&1 | tee "$log" | "${show[@]}"; then
    [[ -t 1 ]] || tail -n 60 "$log" >&2
    echo "the build of preset $preset failed; all of it is in $log" >&2
    return 1
  fi
}

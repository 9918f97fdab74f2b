# The packages of Debian 12 that each task needs; the one list that bench/run and scripts/ share.

build_packages=(
    g++ cmake ninja-build ccache pkg-config gettext
    libexpected-dev libfmt-dev libicu-dev libsimdjson-dev libcli11-dev libpng-dev
    libgraphviz-dev libglib2.0-dev libpango1.0-dev libharfbuzz-dev libfontconfig-dev libfreetype-dev libcairo2-dev
    libimgui-dev libglfw3-dev libgl-dev
)
run_packages=(fonts-noto-core fonts-noto-cjk libgl1-mesa-dri)
test_packages=(
    git libgtest-dev libgmock-dev python3 clang libclang-rt-14-dev libfuzzer-14-dev clang-format
    xvfb xauth xdotool x11-utils imagemagick graphviz libxml2-utils librsvg2-bin poppler-utils qpdf
)
# Any Node.js with its npm will do; another source's and Debian's npm exclude each other.
npm_packages=()
command -v npm >/dev/null || npm_packages=(nodejs npm)
test_packages+=("${npm_packages[@]}")
bench_packages=(python3 valgrind graphviz xdot chromium xvfb xauth fonts-dejavu-core "${npm_packages[@]}")
lint_packages=(python3 clang-tidy clang-format)

# install_missing PACKAGE… : asks the package manager only for what is not there, so that a second run costs nothing.
install_missing() {
    local missing=() package
    local installed
    installed=" $(dpkg-query -W -f='${db:Status-Abbrev}|${Package} ' "$@" 2>/dev/null | tr -d '\n' || true) "
    for package in "$@"; do
        [[ $installed == *"ii |$package "* ]] || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    echo "installing: ${missing[*]}" >&2
    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || { echo "these packages are missing, and neither root nor sudo is at hand: ${missing[*]}" >&2; return 1; }
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq >&2 || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# One module = one folder under src/, one namespace, one target.
#   shezhire_module(NAME [modules of lower levels ...] [FOREIGN targets ...])
# Sources are every .cpp in the folder: a new file needs no edit here, only a new configure (CONFIGURE_DEPENDS).

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(shezhire_flags INTERFACE)
target_compile_options(shezhire_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
# GCC 12 sees overlaps in std::string that are not there as soon as it optimizes (GCC bug 105651).
target_compile_options(shezhire_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(CMAKE_UNITY_BUILD)
    # Several sources are compiled as one, so GCC takes what is local to each for a header's, and names of one for
    # names of all; the preset dev compiles each alone.
    target_compile_options(shezhire_flags INTERFACE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
target_include_directories(shezhire_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)

# What nearly every source includes anyway is read once. A source still includes what it uses: house.headers_alone and
# scripts/lint compile without this.
set(SHEZHIRE_PRECOMPILED <algorithm> <array> <atomic> <chrono> <cmath> <cstdint> <cstdio> <cstdlib> <filesystem> <functional>
    <map> <memory> <optional> <set> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>
    <fmt/format.h> <tl/expected.hpp>)
add_compile_options(-pthread)  # Pango asks for it, and what is precompiled must be compiled alike
add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)  # for ccache

function(shezhire_module name)
    cmake_parse_arguments(arg "" "" "FOREIGN" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
    add_library(shezhire_${name} STATIC ${sources})
    list(TRANSFORM arg_UNPARSED_ARGUMENTS PREPEND shezhire_)
    target_link_libraries(shezhire_${name} PUBLIC shezhire_flags ${arg_UNPARSED_ARGUMENTS} PRIVATE ${arg_FOREIGN})
    if(name STREQUAL base)
        target_precompile_headers(shezhire_base PRIVATE ${SHEZHIRE_PRECOMPILED})
    else()
        target_precompile_headers(shezhire_${name} REUSE_FROM shezhire_base)
    endif()
endfunction()

# Tests of one module: tests/<module>/*_test.cpp, one executable, found by ctest one case at a time.
function(shezhire_module_test name)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_test.cpp)
    add_executable(${name}_test ${sources})
    target_precompile_headers(${name}_test REUSE_FROM shezhire_test_support)
    target_link_libraries(${name}_test PRIVATE shezhire_${name} shezhire_test_support ${ARGN} GTest::gtest_main GTest::gmock)
    gtest_discover_tests(${name}_test TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST
                         PROPERTIES TIMEOUT 300
                         ENVIRONMENT "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/leaks.txt:print_suppressions=0")
endfunction()

# SPDX-License-Identifier: GPL-3.0-or-later
# likeness_options: the one interface target that carries every compile option of the project.
add_library(likeness_options INTERFACE)
target_compile_features(likeness_options INTERFACE cxx_std_20)
target_compile_definitions(likeness_options INTERFACE QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII)
set(CMAKE_CXX_EXTENSIONS OFF)

# Warnings are for those who work on the code: other compilers than CI's find others, and nobody's build shall fail. Under a
# sanitizer GCC warns of what is not there.
if(LIKENESS_WARNINGS_AS_ERRORS)
    target_compile_options(likeness_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
endif()

if(LIKENESS_SANITIZERS)
    target_compile_options(likeness_options INTERFACE -fsanitize=${LIKENESS_SANITIZERS} -fno-omit-frame-pointer -O1)
    if(LIKENESS_SANITIZERS MATCHES undefined)
        # What these find, the address sanitizer or a crash shows, too; they make a build take twice as long.
        target_compile_options(likeness_options INTERFACE -fno-sanitize=null,vptr,object-size,alignment)
    endif()
    target_link_options(likeness_options INTERFACE -fsanitize=${LIKENESS_SANITIZERS})
endif()

# Line numbers are enough for back traces; more makes building and linking a third slower, as the default linker does.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold LIKENESS_HAS_GOLD)
if(LIKENESS_HAS_GOLD)
    target_link_options(likeness_options INTERFACE -fuse-ld=gold)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers need these settings to be cached; the base folder lets several checkouts share the cache.
    cmake_path(GET CMAKE_SOURCE_DIR PARENT_PATH checkout_parent)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${checkout_parent} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
endif()

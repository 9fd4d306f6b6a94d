# SPDX-License-Identifier: GPL-3.0-or-later
likeness_add_test(index/hamming_kernels)
likeness_add_test(index/hamming_scan)
likeness_add_test(index/hash_tables)
likeness_add_test(index/live_index)
likeness_add_test(index/near_pairs)
likeness_add_test(index/nearest_scan)
likeness_add_test(index/segment_list)
likeness_add_test(index/window_index)

# Kernels of processors that this one isn't: AVX-512 emulated by SIMDe, NEON in an emulator.
set(kernel_sources ${CMAKE_CURRENT_LIST_DIR}/kernel_check_program.cpp)
foreach(source hamming_avx2 hamming_avx512 hamming_kernels hamming_neon hamming_portable)
    list(APPEND kernel_sources ${PROJECT_SOURCE_DIR}/core/index/${source}.cpp)
endforeach()
if(CMAKE_SYSTEM_PROCESSOR STREQUAL x86_64)
    add_executable(check_emulated_avx512 ${kernel_sources})
    target_include_directories(check_emulated_avx512 PRIVATE ${PROJECT_SOURCE_DIR})
    target_compile_features(check_emulated_avx512 PRIVATE cxx_std_20)
    target_compile_definitions(check_emulated_avx512 PRIVATE LIKENESS_EMULATE_AVX512)
    target_compile_options(check_emulated_avx512 PRIVATE -Wno-psabi)
    add_dependencies(core_tests check_emulated_avx512)
    add_test(NAME hamming_kernels_avx512 COMMAND check_emulated_avx512 avx512)
    set_tests_properties(hamming_kernels_avx512 PROPERTIES LABELS core TIMEOUT 120)
endif()
if(NOT CMAKE_SYSTEM_PROCESSOR STREQUAL aarch64)
    find_program(AARCH64_COMPILER aarch64-linux-gnu-g++)
    find_program(AARCH64_EMULATOR qemu-aarch64)
    set(check_neon ${PROJECT_BINARY_DIR}/bin/check_neon)
    # Where compiler or emulator are missing the test fails rather than being left out.
    add_test(NAME hamming_kernels_neon COMMAND ${AARCH64_EMULATOR} ${check_neon} neon)
    set_tests_properties(hamming_kernels_neon PROPERTIES LABELS core TIMEOUT 120)
    if(AARCH64_COMPILER)
        add_custom_command(OUTPUT ${check_neon}
            COMMAND ${AARCH64_COMPILER} -std=c++20 -O1 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -static
                -I${PROJECT_SOURCE_DIR} ${kernel_sources} -o ${check_neon}
            DEPENDS ${kernel_sources} ${CMAKE_CURRENT_LIST_DIR}/kernel_checks.h
                ${CMAKE_CURRENT_LIST_DIR}/clustered_codes.h ${PROJECT_SOURCE_DIR}/core/index/hamming_kernels.h)
        add_custom_target(check_neon_program ALL DEPENDS ${check_neon})
        add_dependencies(core_tests check_neon_program)
    endif()
endif()

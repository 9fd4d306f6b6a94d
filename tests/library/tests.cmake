# SPDX-License-Identifier: GPL-3.0-or-later
# A process of its own for tests that kill one, or run one without rights or room.
add_executable(library_helper library/library_helper.cpp)
target_link_libraries(library_helper PRIVATE likeness_core Qt6::Test)
target_compile_definitions(library_helper PRIVATE LIKENESS_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
add_dependencies(core_tests library_helper)

likeness_add_test(library/content_hash LIBRARIES PkgConfig::xxhash)
likeness_add_test(library/database LIBRARIES SQLiteCpp)
likeness_add_test(library/folder_scan)
likeness_add_test(library/indexer)
likeness_add_test(library/permissions)
likeness_add_test(library/progress_meter)
likeness_add_test(library/repositories LIBRARIES SQLiteCpp)
likeness_add_test(library/roots)
likeness_add_test(library/thumbnail_cache)
likeness_add_test(library/writer_lock)
add_dependencies(test_permissions library_helper)
add_dependencies(test_writer_lock library_helper)

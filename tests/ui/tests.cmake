# SPDX-License-Identifier: GPL-3.0-or-later
# Precompiled once for the tests of the window.
add_library(likeness_ui_test_headers OBJECT test_headers.cpp)
target_link_libraries(likeness_ui_test_headers PRIVATE likeness_core Qt6::Test likeness_ui)
target_compile_definitions(likeness_ui_test_headers PRIVATE LIKENESS_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_precompile_headers(likeness_ui_test_headers PRIVATE
    <QtTest/QtTest> <QtWidgets/QtWidgets> <filesystem> <string> <vector>)

foreach(name saved_queries monkey pseudo_locale shortcuts single_instance photo_models grid_layout photo_geometry ui_texts main_window window_looks box_drag box_editor case_view compare_view desk folder_watch help search_pacer settings
        duplicates_view match_painting matched_places method_presenter paged_document pack_choice quality_workspace remarks_view result_table similar_looks similar_presenter similar_tools
        training_dialog tag_editor training_presenter verdicts_view viewer)
    likeness_add_test(ui/${name} LABEL ui HEADERS likeness_ui_test_headers LIBRARIES likeness_ui)
endforeach()
likeness_add_test(ui/inspector LABEL ui HEADERS likeness_ui_test_headers LIBRARIES likeness_ui likeness_image_headers)

# SPDX-License-Identifier: GPL-3.0-or-later
# Everything the project takes from the system. The Debian packages are listed in installer/packages.txt.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Charts Core DBus Gui Widgets Svg Test LinguistTools)
find_package(SQLiteCpp REQUIRED)
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(pugixml REQUIRED)
pkg_check_modules(vips REQUIRED IMPORTED_TARGET vips)
pkg_check_modules(exiv2 REQUIRED IMPORTED_TARGET exiv2)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-cpp)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)

# Debian keeps OpenCVConfig.cmake in libopencv-dev, which brings Qt 5 and every module along; these are all we link.
find_path(OPENCV_INCLUDE_DIR opencv2/dnn.hpp PATH_SUFFIXES opencv4 REQUIRED)
add_library(likeness_opencv INTERFACE)
target_include_directories(likeness_opencv SYSTEM INTERFACE ${OPENCV_INCLUDE_DIR})
foreach(module core imgproc dnn features2d)
    find_library(OPENCV_${module}_LIBRARY opencv_${module} REQUIRED)
    target_link_libraries(likeness_opencv INTERFACE ${OPENCV_${module}_LIBRARY})
endforeach()

# The fast engine on the CPU; optional. Debian's dnnl-config.cmake insists on OpenCL's development files, which nothing here needs.
find_path(ONEDNN_INCLUDE_DIR dnnl.hpp)
find_library(ONEDNN_LIBRARY dnnl)
option(LIKENESS_ONEDNN "Run networks on oneDNN where it is installed" ON)
set(LIKENESS_ONEDNN_FOUND OFF)
if(LIKENESS_ONEDNN AND ONEDNN_INCLUDE_DIR AND ONEDNN_LIBRARY)
    set(LIKENESS_ONEDNN_FOUND ON)
    add_library(likeness_onednn INTERFACE)
    target_include_directories(likeness_onednn SYSTEM INTERFACE ${ONEDNN_INCLUDE_DIR})
    # gomp: the OpenMP run-time library that oneDNN runs on.
    target_link_libraries(likeness_onednn INTERFACE ${ONEDNN_LIBRARY} gomp)
endif()
message(STATUS "oneDNN: ${LIKENESS_ONEDNN_FOUND}")

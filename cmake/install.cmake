# One installed library: the rooms' objects in a single archive, found with
# find_package(factline CONFIG) and linked as factline::factline.  Headers keep
# their rooms: #include "pipeline/engine.h".
#
#   cmake --install build/release --prefix /usr/local
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
include(cmake/foreign.cmake)

add_library(factline_library STATIC)
foreach(room schemas corpus extractors pipeline)
  target_sources(factline_library PRIVATE $<TARGET_OBJECTS:factline_${room}>)
  install(DIRECTORY ${room} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/factline
    FILES_MATCHING PATTERN "*.h")
endforeach()
set_target_properties(factline_library PROPERTIES
  OUTPUT_NAME factline EXPORT_NAME factline LINKER_LANGUAGE CXX)
target_compile_features(factline_library PUBLIC cxx_std_20)
target_include_directories(factline_library INTERFACE
  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/factline>)
target_link_libraries(factline_library
  PUBLIC Threads::Threads
  PRIVATE PkgConfig::utf8proc pugixml::pugixml PkgConfig::zstd PkgConfig::gumbo PkgConfig::icu PkgConfig::libxml
    PkgConfig::libarchive PkgConfig::lzma PkgConfig::brotli BZip2::BZip2
    simdjson::simdjson OpenSSL::Crypto ZLIB::ZLIB SQLite::SQLite3)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/factline)
configure_package_config_file(cmake/factlineConfig.cmake.in
  ${PROJECT_BINARY_DIR}/factlineConfig.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/factlineConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/factlineConfig.cmake cmake/foreign.cmake
  ${PROJECT_BINARY_DIR}/factlineConfigVersion.cmake DESTINATION ${package_folder})
install(TARGETS factline_library EXPORT factlineTargets)
install(EXPORT factlineTargets NAMESPACE factline:: DESTINATION ${package_folder})
install(TARGETS factline)
install(FILES schemas/fact.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/factline)
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})

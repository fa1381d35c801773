# The foreign libraries that the library is linked with: found when it is built,
# and again by whoever links it (factlineConfig.cmake).
include(CMakeFindDependencyMacro)
find_dependency(PkgConfig)
find_dependency(Threads)
find_dependency(simdjson)
find_dependency(OpenSSL)
find_dependency(ZLIB)
find_dependency(SQLite3)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
pkg_check_modules(libxml REQUIRED IMPORTED_TARGET libxml-2.0)

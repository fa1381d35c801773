# What every room is compiled with.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(factline_options INTERFACE)
target_compile_features(factline_options INTERFACE cxx_std_20)
target_include_directories(factline_options INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
target_compile_options(factline_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wshadow;-Wno-missing-field-initializers>)
# g++ 12 sees overlaps in std::string's operator+ that are not there (GCC bug 105651).
target_compile_options(factline_options INTERFACE
  $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:GNU>>:-Wno-restrict>)
if(FACTLINE_WERROR)
  target_compile_options(factline_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()
if(FACTLINE_SANITIZE)
  target_compile_options(factline_options INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(factline_options INTERFACE -fsanitize=address,undefined)
  # Under sanitizers g++ 12 takes std::regex for uninitialized (GCC bug 105562).
  target_compile_options(factline_options INTERFACE
    $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:GNU>>:-Wno-maybe-uninitialized>)
endif()
if(FACTLINE_FUZZ)
  target_compile_options(factline_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fsanitize=fuzzer-no-link>)
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# One static library a room; the rooms left of it are linked PUBLIC.
function(factline_room name)
  add_library(factline_${name} STATIC ${ARGN})
  target_link_libraries(factline_${name} PUBLIC factline_options)
endfunction()

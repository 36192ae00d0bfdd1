# Layers and their direction; the only place where one layer learns of another.
#
#   rapporteur_layer(time DEPENDS tagger lexicon text record PURPOSE "expressions of time to EDTF")
#
# builds src/<name>/**.cpp into rapporteur::<name>. Public headers lie in include/rapporteur/<name>/,
# private ones beside the sources, unit tests in tests/. LIBRARIES are outside libraries, linked
# privately: their headers may not show in public ones.
#
# What stops the build (tests/build/ proves each): an upward DEPENDS; an include of a layer that is
# neither named nor below a named one; a private header of another layer, also by a path that
# climbs; an outside header in a public header.

# Lowest first: a layer may depend only on those before it.
set(RAPPORTEUR_LAYERS base record text copies catalogue lexicon tagger time names meetings reader
                      source resolve store query output service http)

set(_rapporteur_cmake_dir ${CMAKE_CURRENT_LIST_DIR})

function(rapporteur_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "PURPOSE" "DEPENDS;LIBRARIES;TEST_LIBRARIES")
  if(NOT ARG_PURPOSE)
    message(FATAL_ERROR "layer ${name}: state its PURPOSE")
  endif()
  list(FIND RAPPORTEUR_LAYERS ${name} mine)
  if(mine EQUAL -1)
    message(FATAL_ERROR "layer ${name} is not in RAPPORTEUR_LAYERS")
  endif()
  foreach(other IN LISTS ARG_DEPENDS)
    list(FIND RAPPORTEUR_LAYERS ${other} theirs)
    if(theirs EQUAL -1 OR NOT theirs LESS mine)
      message(FATAL_ERROR "layer ${name} may not depend on ${other}: it is not below it")
    endif()
  endforeach()

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/tests/")
  if(sources)
    add_library(rapporteur_${name} STATIC ${sources})
    set(scope PUBLIC)
    _rapporteur_see_private_headers(rapporteur_${name})
    target_link_libraries(rapporteur_${name} PRIVATE ${ARG_LIBRARIES})
  else()
    add_library(rapporteur_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(rapporteur::${name} ALIAS rapporteur_${name})
  target_include_directories(rapporteur_${name} ${scope} ${CMAKE_CURRENT_SOURCE_DIR}/include)
  list(TRANSFORM ARG_DEPENDS PREPEND rapporteur:: OUTPUT_VARIABLE below)
  target_link_libraries(rapporteur_${name} ${scope} ${below})
  _rapporteur_check_includes(${name})

  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tests/*.cpp)
  if(RAPPORTEUR_TESTS AND tests)
    rapporteur_test(${name}_tests SOURCES ${tests} LAYERS ${name} LIBRARIES ${ARG_TEST_LIBRARIES})
    # Unit tests may look at their own layer's private headers.
    _rapporteur_see_private_headers(${name}_tests)
  endif()
endfunction()

# Private headers are found by quoted includes alone: as an ordinary include folder, a layer's own
# features.h would take the place of the system's <features.h>.
function(_rapporteur_see_private_headers target)
  target_compile_options(${target} PRIVATE "SHELL:-iquote ${CMAKE_CURRENT_SOURCE_DIR}")
endfunction()

# Makes rapporteur_<name> depend on a check of what its files include.
function(_rapporteur_check_includes name)
  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/includes.checked)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h
       ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_custom_command(
    OUTPUT ${stamp}
    COMMAND ${CMAKE_COMMAND} -D LAYER=${CMAKE_CURRENT_SOURCE_DIR} -D STAMP=${stamp}
            -P ${_rapporteur_cmake_dir}/check_includes.cmake
    DEPENDS ${files} ${_rapporteur_cmake_dir}/check_includes.cmake
    COMMENT "Checking what ${name} includes" VERBATIM)
  add_custom_target(${name}_includes DEPENDS ${stamp})
  add_dependencies(rapporteur_${name} ${name}_includes)
endfunction()

# A GoogleTest program; its tests see the sources by RAPPORTEUR_SOURCE_DIR, the built program and
# pack by RAPPORTEUR_BINARY_DIR, and what tests share (tests/support/) by quoted includes. WHOLE: one
# process for all its tests, where each would map the tables anew and be done at once.
function(rapporteur_test name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "WHOLE" "" "SOURCES;LAYERS;LIBRARIES")
  add_executable(${name} ${ARG_SOURCES})
  list(TRANSFORM ARG_LAYERS PREPEND rapporteur::)
  target_link_libraries(${name} PRIVATE ${ARG_LAYERS} ${ARG_LIBRARIES} GTest::gmock GTest::gtest_main)
  target_compile_options(${name} PRIVATE "SHELL:-iquote ${CMAKE_SOURCE_DIR}/tests/support")
  target_compile_definitions(${name} PRIVATE
    RAPPORTEUR_SOURCE_DIR="${CMAKE_SOURCE_DIR}" RAPPORTEUR_BINARY_DIR="${CMAKE_BINARY_DIR}")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  # Under a sanitizer mapping the tables takes longer than most tests.
  if(ARG_WHOLE OR RAPPORTEUR_SANITIZE)
    add_test(NAME ${name} COMMAND ${name} --gtest_brief=1)
    set_tests_properties(${name} PROPERTIES TIMEOUT 900 COST 100)
  else()
    gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
  endif()
endfunction()

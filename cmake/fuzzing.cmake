# Fuzz targets: fuzz/<name>.cpp holds LLVMFuzzerTestOneInput.
#
# With RAPPORTEUR_FUZZ (preset fuzz, clang) a target is a libFuzzer program. Without it, the same
# source becomes a replayer, which every test run feeds with fuzz/corpus/<name>/* and with mutations
# of them that are the same in every run; so what a fuzzer once found stays mended.
function(rapporteur_fuzz name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "LAYERS;LIBRARIES")
  list(TRANSFORM ARG_LAYERS PREPEND rapporteur::)
  set(target fuzz_${name})
  add_executable(${target} EXCLUDE_FROM_ALL ${name}.cpp)
  target_link_libraries(${target} PRIVATE ${ARG_LAYERS} ${ARG_LIBRARIES})
  target_compile_definitions(${target} PRIVATE
    RAPPORTEUR_SOURCE_DIR="${CMAKE_SOURCE_DIR}" RAPPORTEUR_BINARY_DIR="${CMAKE_BINARY_DIR}")
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
  if(RAPPORTEUR_FUZZ)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzzers ${target})
  elseif(RAPPORTEUR_TESTS)
    set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL OFF)
    target_sources(${target} PRIVATE replay.cpp)
    set(corpus ${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name})
    add_test(NAME "fuzz: ${name} replayed" COMMAND ${target} 20 ${corpus})
    add_test(NAME "fuzz: ${name} replayed with many mutations" COMMAND ${target} 2000 ${corpus})
    set_tests_properties("fuzz: ${name} replayed" PROPERTIES TIMEOUT 120)
    set_tests_properties("fuzz: ${name} replayed with many mutations"
                         PROPERTIES TIMEOUT 1500 LABELS long)
  endif()
endfunction()

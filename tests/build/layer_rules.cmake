# Proves that the build stops what the layers forbid: each case breaks one rule in a copy of house/.
#   cmake -D CASE=NAME -D WORK=folder -D LAYERS=layers.cmake -P layer_rules.cmake
#
# A case edits its copy and names what the failed configuration or build must say. The untouched
# house builds, so that a case can only fail by what it broke.

# put_on_top(<file> <line>): puts a line at the top of a file.
function(put_on_top file line)
  file(READ ${WORK}/house/${file} content)
  file(WRITE ${WORK}/house/${file} "${line}\n${content}")
endfunction()

set(stops_by "")
file(REMOVE_RECURSE ${WORK})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/house DESTINATION ${WORK})

if(CASE STREQUAL "an untouched house builds")
elseif(CASE STREQUAL "a private header may have the name of a system header")
  file(WRITE ${WORK}/house/text/features.h "#error the system's header was asked for\n")
  file(WRITE ${WORK}/house/text/limits.h "#error the system's header was asked for\n")
elseif(CASE STREQUAL "an upward DEPENDS stops the configuration")
  file(WRITE ${WORK}/house/text/CMakeLists.txt
       "rapporteur_layer(text DEPENDS lexicon PURPOSE \"reads bytes\")")
  set(stops_by "layer text may not depend on lexicon: it is not below it")
elseif(CASE STREQUAL "a layer that nobody listed stops the configuration")
  file(WRITE ${WORK}/house/text/CMakeLists.txt "rapporteur_layer(common PURPOSE \"everything\")")
  set(stops_by "layer common is not in RAPPORTEUR_LAYERS")
elseif(CASE STREQUAL "a layer without a purpose stops the configuration")
  file(WRITE ${WORK}/house/text/CMakeLists.txt "rapporteur_layer(text)")
  set(stops_by "layer text: state its PURPOSE")
elseif(CASE STREQUAL "an upward include stops the build")
  put_on_top(text/text.cpp "#include \"rapporteur/lexicon/lexicon.h\"")
  set(stops_by "rapporteur/lexicon/lexicon.h: No such file|'rapporteur/lexicon/lexicon.h' file not found")
elseif(CASE STREQUAL "an include of a layer that is neither named nor below stops the build")
  put_on_top(lexicon/lexicon.cpp "#include \"rapporteur/catalogue/catalogue.h\"")
  set(stops_by "rapporteur/catalogue/catalogue.h: No such file|'rapporteur/catalogue/catalogue.h' file not found")
elseif(CASE STREQUAL "a private header of another layer stops the build")
  put_on_top(lexicon/lexicon.cpp "#include \"words.h\"")
  set(stops_by "words.h: No such file|'words.h' file not found")
elseif(CASE STREQUAL "a private header by a climbing path stops the build")
  put_on_top(lexicon/lexicon.cpp "#include \"../text/words.h\"")
  set(stops_by "lexicon.cpp: #include .*words.h.: an include may not climb out of its layer")
elseif(CASE STREQUAL "an outside header in a public header stops the build")
  put_on_top(text/include/rapporteur/text/text.h "#include <unicode/uchar.h>")
  set(stops_by "text.h: #include <unicode/uchar.h>: public headers know the standard library")
else()
  message(FATAL_ERROR "no such case: ${CASE}")
endif()

set(words "")
set(status 0)
foreach(step "-S;house;-B;build;-G;Ninja;-D;LAYERS=${LAYERS};-D;CMAKE_CXX_COMPILER=${CXX}" "--build;build")
  if(status EQUAL 0)
    execute_process(COMMAND ${CMAKE_COMMAND} ${step} WORKING_DIRECTORY ${WORK}
                    RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
    string(APPEND words "${out}${err}")
  endif()
endforeach()
string(REGEX REPLACE "[ \n]+" " " words "${words}")  # messages are wrapped

if(stops_by STREQUAL "" AND NOT status EQUAL 0)
  message(FATAL_ERROR "the untouched house does not build: ${words}")
elseif(NOT stops_by STREQUAL "" AND status EQUAL 0)
  message(FATAL_ERROR "it built: nothing stopped the offence")
elseif(NOT words MATCHES "${stops_by}")
  message(FATAL_ERROR "it stopped, but not by '${stops_by}': ${words}")
endif()

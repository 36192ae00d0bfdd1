# Run by the build for each layer (see layers.cmake); stops it with the offending lines.
#   cmake -D LAYER=src/text -P check_includes.cmake
#
# What the compiler's include folders cannot stop: a path that climbs out of the layer's folder,
# and outside headers in a public header.
file(GLOB_RECURSE files RELATIVE ${LAYER} ${LAYER}/*.h ${LAYER}/*.cpp)
set(offences "")
foreach(file IN LISTS files)
  file(STRINGS ${LAYER}/${file} includes REGEX "^[ \t]*#[ \t]*include")
  foreach(line IN LISTS includes)
    if(line MATCHES "[\"<][^\">]*\\.\\./")
      string(APPEND offences "  ${LAYER}/${file}: ${line}: an include may not climb out of its layer\n")
    endif()
    if(file MATCHES "^include/" AND NOT line MATCHES "<[a-z_]+>|\"rapporteur/")
      string(APPEND offences
             "  ${LAYER}/${file}: ${line}: public headers know the standard library and layers only\n")
    endif()
  endforeach()
endforeach()
if(offences)
  message(FATAL_ERROR "${offences}")
endif()
file(TOUCH ${STAMP})

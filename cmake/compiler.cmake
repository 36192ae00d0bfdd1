# Warnings and sanitizers, for every target of the project.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                    -Wnon-virtual-dtor -Wold-style-cast -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 sees overlapping copies in its own std::string (gcc.gnu.org/PR105651).
  add_compile_options(-Wno-restrict)
endif()
# CMake would take -O3, which compiles longer and warns of more in the library than in our code.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
if(RAPPORTEUR_SANITIZE)
  add_compile_options(-fsanitize=${RAPPORTEUR_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${RAPPORTEUR_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 sees uninitialised values in its own library once sanitizers are on.
    add_compile_options(-Wno-maybe-uninitialized)
  endif()
endif()
if(RAPPORTEUR_FUZZ)
  # libFuzzer follows the code of every layer; only the targets get its main function.
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()

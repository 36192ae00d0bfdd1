// A promise that a fuzz target holds the code to: stops the program with its place if broken.
#pragma once

#include <cstdio>
#include <cstdlib>

#define FUZZ_CHECK(promise)                                                              \
  do {                                                                                   \
    if (!(promise)) {                                                                    \
      std::fprintf(stderr, "%s:%d: broken promise: %s\n", __FILE__, __LINE__, #promise); \
      std::abort();                                                                      \
    }                                                                                    \
  } while (false)

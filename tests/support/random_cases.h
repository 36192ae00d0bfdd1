// How many random cases a test tries.
#pragma once

namespace rapporteur::tests {

// `cases`; a tenth of them under a sanitizer, where each takes ten times as long through the same
// code.
constexpr unsigned random_cases(unsigned cases) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return cases / 10;
#else
  return cases;
#endif
}

}  // namespace rapporteur::tests

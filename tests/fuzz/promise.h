// What a fuzz target demands: unlike assert, in every build.

#ifndef FACTLINE_TESTS_FUZZ_PROMISE_H_
#define FACTLINE_TESTS_FUZZ_PROMISE_H_

#include <cstdio>
#include <cstdlib>

#define PROMISE(condition)                                                         \
  do {                                                                             \
    if (!(condition)) {                                                            \
      std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                \
    }                                                                              \
  } while (false)

#endif  // FACTLINE_TESTS_FUZZ_PROMISE_H_

#include "base/ensure.hpp"

#include <cstdio>
#include <cstdlib>

namespace ms::base {

void broken_promise(char const* sentence, char const* file, int line) {
  std::fprintf(stderr, "manyscript: internal error, please report: %s (%s:%d)\n", sentence, file, line);
  std::abort();
}

}  // namespace ms::base

// We are wrong: a broken promise inside the program stops it, in every build. (The builtins stand in
// for std::source_location, which clang 14 does not have.)
#pragma once

namespace ms::base {

[[noreturn]] void broken_promise(char const* sentence, char const* file, int line);

/// Aborts with `sentence` and the place when `condition` is false.
inline void ensure(bool condition, char const* sentence, char const* file = __builtin_FILE(),
                   int line = __builtin_LINE()) {
  if (!condition) [[unlikely]]
    broken_promise(sentence, file, line);
}

}  // namespace ms::base

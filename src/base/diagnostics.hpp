// What a stage noticed about its input without failing: strange text is a diagnostic, never an exception.
// In: one Diagnostic per notice. Out: the list in the order of notice. A code is a stable word
// (`text.unpaired-quote`) that tests pin and users switch on.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "base/range.hpp"
#include "base/short_string.hpp"

namespace ms::base {

enum class Severity { note, warning, error };

struct Diagnostic {
  Severity severity = Severity::warning;
  ShortString code;             ///< stable, `family.word-word`
  ShortString message;          ///< one sentence without a full stop, in English
  std::optional<Range> source;  ///< bytes of the decoded source, when there is a place
  ShortString hint;             ///< what the user can do, may be empty
  friend bool operator==(Diagnostic const&, Diagnostic const&) = default;
};

class Diagnostics {
 public:
  void note(ShortString code, ShortString message, std::optional<Range> source = {}, ShortString hint = {}) {
    add({Severity::note, std::move(code), std::move(message), source, std::move(hint)});
  }
  void warn(ShortString code, ShortString message, std::optional<Range> source = {}, ShortString hint = {}) {
    add({Severity::warning, std::move(code), std::move(message), source, std::move(hint)});
  }
  void add(Diagnostic diagnostic) { list_.push_back(std::move(diagnostic)); }
  std::vector<Diagnostic> const& list() const { return list_; }

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace ms::base

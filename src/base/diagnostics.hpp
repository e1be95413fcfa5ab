// What a stage noticed about its input without failing: strange text is a diagnostic, never an exception.
// In: one Diagnostic per notice. Out: the list in the order of notice. A code is a stable word
// (`text.unpaired-quote`) that tests pin and users switch on.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/range.hpp"

namespace ms::base {

enum class Severity { note, warning, error };

struct Diagnostic {
  Severity severity = Severity::warning;
  std::string code;             ///< stable, `family.word-word`
  std::string message;          ///< one sentence without a full stop, in English
  std::optional<Range> source;  ///< bytes of the decoded source, when there is a place
  std::string hint;             ///< what the user can do, may be empty
  friend bool operator==(Diagnostic const&, Diagnostic const&) = default;
};

class Diagnostics {
 public:
  void note(std::string code, std::string message, std::optional<Range> source = {}, std::string hint = {}) {
    add({Severity::note, std::move(code), std::move(message), source, std::move(hint)});
  }
  void warn(std::string code, std::string message, std::optional<Range> source = {}, std::string hint = {}) {
    add({Severity::warning, std::move(code), std::move(message), source, std::move(hint)});
  }
  void add(Diagnostic diagnostic) { list_.push_back(std::move(diagnostic)); }
  std::vector<Diagnostic> const& list() const { return list_; }

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace ms::base

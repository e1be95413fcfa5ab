#include "normalise/normalise.hpp"

#include <algorithm>
#include <map>

#include "text/origin.hpp"

namespace ms::normalise {
namespace {

/// Rules may make work for earlier ones; what is still not settled then is a cycle, and no rule has one.
constexpr int most_rounds = 4;

bool holds(std::vector<std::string> const& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

class Run {
 public:
  Run(std::string_view text, Context const& context, base::Diagnostics& diagnostics)
      : source_(text), context_(context), diagnostics_(diagnostics), now_(text) {}

  /// Did the rule change anything?
  bool carry_out(Rule const& rule) {
    base::Diagnostics noticed;
    text::Edits edits = rule.edits(now_, context_, noticed);
    if (!noticed.list().empty()) report(noticed);
    if (edits.empty()) return false;
    for (text::Edit& edit : edits) {
      edit.rules = {rule.name};
      edit.kind = rule.kind;
      if (rule.stage == Stage::block) edit.language = context_.language;
    }
    std::string after = text::edited(now_, edits);
    all_ = all_.empty() ? std::move(edits) : text::composed(source_, std::move(all_), std::move(edits));
    now_ = std::move(after);
    return true;
  }
  text::Edits take() { return std::move(all_); }

 private:
  /// Places are those of the text as it is now; outside they are those of the text that came in.
  void report(base::Diagnostics const& noticed) {
    text::Origin const origin = text::Origin::straight(source_.size(), 0).after(all_);
    for (base::Diagnostic diagnostic : noticed.list()) {
      if (diagnostic.source) diagnostic.source = origin.source_of(*diagnostic.source);
      std::size_t const place = diagnostic.source ? diagnostic.source->start : source_.size();
      auto const [first, last] = reported_.equal_range(place);
      if (std::any_of(first, last, [&](auto const& known) { return known.second == diagnostic; })) continue;
      reported_.emplace(place, diagnostic);
      diagnostics_.add(std::move(diagnostic));
    }
  }

  std::string_view source_;
  Context const& context_;
  base::Diagnostics& diagnostics_;
  std::string now_;
  text::Edits all_;
  std::multimap<std::size_t, base::Diagnostic> reported_;  ///< by their places
};

}  // namespace

bool is_selected(Selection const& selection, std::string_view name, bool on_by_default) {
  if (selection.raw || holds(selection.drop, name)) return false;
  return on_by_default || holds(selection.keep, name);
}

text::Edits normalise(std::string_view text, Context const& context, Selection const& selection,
                      base::Diagnostics& diagnostics, Stage stage) {
  Run run(text, context, diagnostics);
  for (int round = 0; round < most_rounds; ++round) {
    bool has_changed = false;
    for (Rule const& rule : rules()) {
      if (rule.stage != stage || (context.is_code && !rule.in_code)) continue;
      bool const is_required = rule.kind == text::EditClass::decode;
      if (is_required || is_selected(selection, rule.name, rule.on_by_default))
        has_changed = run.carry_out(rule) || has_changed;
    }
    if (!has_changed) break;
  }
  return run.take();
}

}  // namespace ms::normalise

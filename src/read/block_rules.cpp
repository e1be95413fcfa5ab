#include "read/block_rules.hpp"

#include <fmt/format.h>

namespace ms::read {
namespace {

constexpr std::size_t short_block = 48, most_known = 4096;

}  // namespace

language::Identification BlockRules::language_of(std::string_view text,
                                                 language::Identification const& article) {
  if (text.size() > short_block) return language::identify_block(text, article);
  auto const found = languages_.find(std::string(text));
  if (found != languages_.end()) return found->second;
  if (languages_.size() >= most_known) languages_.clear();
  return languages_.emplace(text, language::identify_block(text, article)).first->second;
}

text::Edits BlockRules::edits_of(std::string_view text, normalise::Context context,
                                 base::Diagnostics& diagnostics) {
  context.habits = habits_;
  if (text.size() > short_block) return normalise::normalise(text, context, selection_, diagnostics);
  std::string key = fmt::format("{} {}{}{}{} {}", context.language, int{context.language_is_sure},
                                int{context.is_code}, int{context.keeps_spaces},
                                context.direction ? text::name_of(*context.direction) : "", text);
  auto found = settled_.find(key);
  if (found == settled_.end()) {
    if (settled_.size() >= most_known) settled_.clear();
    Settled made;
    made.edits = normalise::normalise(text, context, selection_, made.noticed);
    found = settled_.emplace(std::move(key), std::move(made)).first;
  }
  for (base::Diagnostic const& one : found->second.noticed.list()) diagnostics.add(one);
  return found->second.edits;
}

}  // namespace ms::read

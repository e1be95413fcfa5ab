#include "layout/hyphenators.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include "text/tag.hpp"
#include "text/unicode.hpp"

namespace ms::layout {

std::vector<std::string> dictionary_names(std::string_view language) {
  // The one file a language has, or its usual one; languages whose files have no region are left as they are.
  static constexpr std::pair<std::string_view, std::string_view> usual[] = {
      {"af", "af_ZA"}, {"as", "as_IN"}, {"be", "be_BY"}, {"bg", "bg_BG"}, {"bn", "bn_IN"}, {"ca", "ca_ES"},
      {"cs", "cs_CZ"}, {"da", "da_DK"}, {"de", "de_DE"}, {"el", "el_GR"}, {"en", "en_US"}, {"es", "es_ES"},
      {"et", "et_EE"}, {"fr", "fr"},    {"gl", "gl_ES"}, {"gu", "gu_IN"}, {"hi", "hi_IN"}, {"hr", "hr_HR"},
      {"hu", "hu_HU"}, {"id", "id_ID"}, {"is", "is_IS"}, {"it", "it_IT"}, {"kn", "kn_IN"}, {"lt", "lt_LT"},
      {"ml", "ml_IN"}, {"mn", "mn_MN"}, {"mr", "mr_IN"}, {"nb", "nb_NO"}, {"nl", "nl_NL"}, {"nn", "nn_NO"},
      {"no", "nb_NO"}, {"or", "or_IN"}, {"pa", "pa_IN"}, {"pl", "pl_PL"}, {"pt", "pt_PT"}, {"ro", "ro_RO"},
      {"ru", "ru_RU"}, {"sk", "sk_SK"}, {"sl", "sl_SI"}, {"sr", "sr_RS"}, {"sv", "sv_SE"}, {"ta", "ta_IN"},
      {"te", "te_IN"}, {"uk", "uk_UA"}, {"zu", "zu_ZA"}};
  std::string_view const primary = text::primary_language(language);
  auto const* found =
      std::ranges::find(usual, primary, &std::pair<std::string_view, std::string_view>::first);
  if (found == std::ranges::end(usual)) return {};
  if (primary == "sr" && text::script_of_tag(language) == text::script_tag("Latn")) return {"sr-Latn_RS"};
  // Patterns are letters of one script: a tag that names another one has none.
  if (text::script_of_tag(language) != text::script_of_tag(primary)) return {};
  std::vector<std::string> names;
  std::string_view const region = [&]() -> std::string_view {
    for (std::size_t at = language.find('-'); at != language.npos; at = language.find('-', at + 1)) {
      std::string_view const part = language.substr(at + 1, language.find('-', at + 1) - at - 1);
      if (part.size() == 2 && part[0] >= 'A' && part[0] <= 'Z') return part;
    }
    return {};
  }();
  if (!region.empty()) names.push_back(std::string(primary) + "_" + std::string(region));
  // English outside North America divides by etymology, as in Britain.
  if (primary == "en" && !region.empty() && region != "US" && region != "CA" && region != "PH")
    names.push_back("en_GB");
  names.emplace_back(found->second);
  return names;
}

namespace {

std::optional<std::string> contents(std::string const& path) {
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> const file(std::fopen(path.c_str(), "rbe"));
  if (!file) return {};
  std::string out;
  if (std::fseek(file.get(), 0, SEEK_END) == 0)
    out.reserve(static_cast<std::size_t>(std::max(std::ftell(file.get()), 0L)));
  std::rewind(file.get());
  char buffer[65536];
  while (std::size_t const count = std::fread(buffer, 1, sizeof buffer, file.get()))
    out.append(buffer, count);
  return out;
}

// Beyond this number of words all are forgotten, so that a batch does not grow.
constexpr std::size_t most_words = 20000;

}  // namespace

Hyphenators::Hyphenators(std::string folder) : folder_(std::move(folder)) {}

std::vector<HyphenPoint> const& Hyphenators::points(Hyphenator const& hyphenator, std::string_view word) {
  Words& words = words_[&hyphenator];
  auto const known = words.find(word);
  if (known != words.end()) return known->second;
  if (words.size() >= most_words) words.clear();
  return words.emplace(std::string(word), hyphenator.points(word)).first->second;
}

Hyphenator const* Hyphenators::of(std::string_view language) {
  auto const known = by_language_.find(language);
  if (known != by_language_.end()) return known->second;
  Hyphenator const* out = nullptr;
  for (std::string const& name : dictionary_names(language)) {
    auto opened = open_.find(name);
    if (opened == open_.end()) {
      auto text = contents(folder_ + "/hyph_" + name + ".dic");
      opened = open_.emplace(name, text ? std::make_unique<Hyphenator>(std::move(*text)) : nullptr).first;
    }
    out = opened->second.get();
    if (out != nullptr) break;
  }
  by_language_.emplace(language, out);
  return out;
}

}  // namespace ms::layout

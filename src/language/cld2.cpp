#include "language/cld2.hpp"

#include <cstdio>  // compact_lang_det.h needs FILE and does not say so

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>

#include "text/tag.hpp"

namespace ms::language {
namespace {

struct Name {
  std::string_view code, script, tag;
};

/// CLD2's codes that are not tags, and what it calls by one name in every script ("" stands for any script).
constexpr Name names[] = {
    {"no", "", "nb"},      {"bh", "", "bho"},         {"sr-ME", "", "cnr"},
    {"ku", "Arab", "ckb"}, {"sr", "Cyrl", "sr-Cyrl"}, {"hr", "Cyrl", "sr-Cyrl"},
    {"za", "Hani", "zh"},  {"blu", "", "hmn"},        {"hmn", "", "hmn"},
};

std::string tag_of(CLD2::Language language, std::string_view script) {
  if (language == CLD2::UNKNOWN_LANGUAGE) return "und";
  std::string_view const code = CLD2::LanguageCode(language);
  // Scripts without a language, and the jokes of CLD2's authors (Klingon, Pig Latin, Elmer Fudd).
  if (code.empty() || code.starts_with("xx-") || code.starts_with("zz")) return "und";
  for (Name const& name : names)
    if (name.code == code && (name.script.empty() || name.script == script)) return std::string(name.tag);
  std::string const tag = text::canonical_tag(code).value_or("und");
  // Where the language is usually written in another script, the tag says this one (sr-Latn, az-Arab).
  if (tag == "und" || tag.find('-') != tag.npos || text::name_of(text::script_of_tag(tag)) == script)
    return tag;
  return text::canonical_tag(fmt::format("{}-{}", tag, script)).value_or(tag);
}

}  // namespace

Detection detection(std::string_view utf8, text::Script script) {
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  bool is_reliable = false;
  CLD2::CLDHints const hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  auto const length = static_cast<int>(std::min<std::size_t>(utf8.size(), std::numeric_limits<int>::max()));
  CLD2::Language const summary =
      CLD2::ExtDetectLanguageSummary(utf8.data(), length, true, &hints, 0, languages.data(), percents.data(),
                                     scores.data(), nullptr, &text_bytes, &is_reliable);
  // The summary is English where CLD2 knows nothing of the text; the list of three is what it has seen.
  if (summary == CLD2::UNKNOWN_LANGUAGE || text_bytes == 0) return {};
  int percent = 0;
  double score = 0;
  for (std::size_t i = 0; i < languages.size(); ++i)
    if (languages[i] == summary) percent = percents[i], score = scores[i];
  std::string tag = tag_of(summary, text::name_of(script));
  if (tag == "und" || percent == 0) return {};
  return {std::move(tag), percent, is_reliable, score};
}

bool is_known(std::string_view tag) {
  // By primary language; what the full tables answer with for texts in these languages.
  static constexpr std::string_view known =
      " aa ab af ak am ar as ay az ba be bg bho bi bn bo br bs ca ceb chr ckb co cs cy da de dv dz el en eo "
      "es et eu "
      "fa fi fil fj fo fr fy ga gd gl gn gu gv ha haw he hi hmn hr ht hu hy ia id ie ig ik is it iu ja jv ka "
      "kha kk "
      "kl km kn ko ks ky la lb lg lif ln lo lt lv mfe mg mi mk ml mn mr ms mt my na nb ne nl nn nr nso ny oc "
      "om or pa "
      "pl ps pt qu rm rn ro ru rw sa sco sd sg si sk sl sm sn so sq sr ss st su sv sw syr ta te tg th ti tk "
      "tn to tr "
      "ts tt ug uk ur uz ve vi vo war wo xh yi yo za zh zu ";
  return known.find(fmt::format(" {} ", text::primary_language(tag))) != known.npos;
}

bool is_typical(Detection const& detection) {
  struct Usual {
    std::string_view tag;
    double score;
  };
  // Somewhat below what news articles have; Pidgin and dialects that pass for the language stay below.
  static constexpr Usual usual[] = {{"ar", 600}, {"bn", 500}, {"de", 900}, {"en", 1000}, {"es", 480},
                                    {"fa", 820}, {"fr", 630}, {"he", 640}, {"pl", 1150}, {"pt", 650},
                                    {"ru", 490}, {"tr", 990}, {"uk", 650}, {"ur", 930},  {"vi", 1300}};
  if (!detection.is_reliable || detection.percent < 90) return false;
  for (Usual const& language : usual)
    if (language.tag == detection.tag) return detection.score >= language.score;
  return false;
}

bool has_full_tables() {
  // Only the full tables know Maori.
  return detection(
             "Ko te reo Māori te reo taketake o Aotearoa, ā, e kōrerotia ana i ngā marae me ngā kāinga.",
             text::script_tag("Latn"))
             .tag == "mi";
}

}  // namespace ms::language

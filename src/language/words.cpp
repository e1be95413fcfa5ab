#include "language/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "language/cld2.hpp"
#include "language/clusters.hpp"
#include "language/profiles.hpp"

namespace ms::language {
namespace {

/// With fewer letters no verdict is sure (of headlines CLD2 answers one in seven wrong).
constexpr std::size_t letters_for_certainty = 60;
/// With fewer letters profiles alone say nothing.
constexpr std::size_t letters_for_profiles = 30;

/// The profiles speak for the first language when it is so far ahead of the next, for each sequence of
/// letters, and such text is not stranger to it than this (measured: text in a language of the table is at
/// -7.5 and above, text in none of them mostly below). Sisters are close: more text and a better fit make up
/// for it.
constexpr double clear_lead = 0.1;
constexpr double stranger = -7.6;
constexpr double lead_of_sister = 0.03;
constexpr double familiar = -6.8;
constexpr std::size_t letters_for_sisters = 150;

/// The lead, times the letters, that makes the profiles sure.
constexpr double sure_lead = 25;

/// CLD2 is overruled by a language that it cannot name when the profiles prefer that one by so much (when
/// they were wrong about a language CLD2 knows it was never by more than 0.2).
constexpr double lead_to_overrule = 0.3;

constexpr double lead_over_english = 0.15;

/// The profiles' first language, and what is known of it.
struct Ranking {
  std::vector<Likeness> list;
  double lead = 0;  ///< over the next language, in nats for each sequence
  bool is_empty() const { return list.empty(); }
  std::string tag() const { return std::string(list.front().tag); }
  bool is_clear(std::size_t weight) const {
    if (is_empty() || weight < letters_for_profiles) return false;
    double const score = list.front().score;
    return (lead >= clear_lead && score > stranger) ||
           (lead >= lead_of_sister && score > familiar && weight >= letters_for_sisters);
  }
  /// The lead over `other`; a great one when the table does not have that.
  double lead_over(std::string_view other) const {
    for (Likeness const& likeness : list)
      if (likeness.tag == other) return list.front().score - likeness.score;
    return 1;
  }
  bool has(std::string_view wanted) const {
    return std::any_of(list.begin(), list.end(), [&](Likeness const& l) { return l.tag == wanted; });
  }
};

Ranking ranking(std::string_view letters, text::Script script) {
  Ranking made{likenesses(letters, script), 1};
  if (made.list.size() > 1) made.lead = made.list[0].score - made.list[1].score;
  return made;
}

std::string said_by_cld2(Detection const& found) {
  return fmt::format("CLD2 full tables: {}, {} %{}", found.tag, found.percent,
                     found.is_reliable ? "" : ", in doubt");
}

Identification by_cld2(Detection const& found, std::size_t weight) {
  double const share = found.percent / 100.0;
  return {found.tag, found.is_reliable ? share : share / 2,
          found.is_reliable && found.percent >= 70 && weight >= letters_for_certainty, said_by_cld2(found)};
}

Identification by_profiles(Ranking const& ranks, std::size_t weight) {
  return {ranks.tag(), std::min(0.95, 0.6 + ranks.lead),
          weight >= letters_for_certainty && ranks.lead * static_cast<double>(weight) >= sure_lead,
          fmt::format("profiles: {}, ahead by {:.2f}", ranks.tag(), ranks.lead)};
}

/// CLD2 cannot name the language, takes it for a neighbour, and the profiles know better.
bool is_overruled(Detection const& found, Ranking const& ranks, std::size_t weight) {
  return weight >= letters_for_certainty && ranks.has(found.tag) && !is_known(ranks.tag()) &&
         ranks.list.front().score > stranger && ranks.lead_over(found.tag) >= lead_to_overrule;
}

/// English is what CLD2 takes names and fragments for (of headlines it calls English every third is not): in
/// a short text the profiles must agree.
bool is_idle_english(Detection const& found, Ranking const& ranks, std::size_t weight) {
  return found.tag == "en" && weight < letters_for_certainty && ranks.lead_over("en") > lead_over_english;
}

Identification by_nobody() {
  return {"und", 0, false, "neither CLD2 nor profiles know it"};
}

Identification weighed(Detection const& found, Ranking const& ranks, std::size_t weight) {
  bool const profiles_speak = ranks.is_clear(weight);
  if (found.tag == "und" || is_idle_english(found, ranks, weight))
    return profiles_speak ? by_profiles(ranks, weight) : by_nobody();
  if (found.is_reliable)
    return is_overruled(found, ranks, weight) ? by_profiles(ranks, weight) : by_cld2(found, weight);
  if (!ranks.is_empty() && ranks.tag() == found.tag) {
    Identification agreed = by_cld2(found, weight);
    agreed.confidence = std::max(agreed.confidence, 0.75);
    agreed.is_sure = weight >= letters_for_certainty;
    agreed.evidence += ", and profiles";
    return agreed;
  }
  return profiles_speak ? by_profiles(ranks, weight) : by_cld2(found, weight);
}

}  // namespace

Identification verdict_of_words(Detection const& found, std::string_view letters, text::Script script,
                                std::size_t weight) {
  Identification verdict;
  if (weight >= letters_for_certainty && is_typical(found))
    verdict = by_cld2(found, weight);
  else if (found.tag == "und" && weight < letters_for_profiles)
    verdict = by_nobody();
  else
    verdict = weighed(found, ranking(letters, script), weight);
  std::string told = told_by_words(letters, verdict.tag);
  if (told != verdict.tag) {
    verdict.evidence += fmt::format(", telltale words of {}", told);
    verdict.tag = std::move(told);
  }
  return verdict;
}

}  // namespace ms::language

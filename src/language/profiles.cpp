#include "language/profiles.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/utf8.hpp"

namespace ms::language {
namespace {

/// A sequence that a language's profile lacks counts as this much rarer than the rarest that it has, in
/// tenths of nats. (Measured: anything from 20 to 40 is within one answer in a hundred.)
constexpr int lack = 35;

/// Letters after this many change no verdict.
constexpr std::size_t most_letters = 3'000;
constexpr std::size_t longest_sequence = 4;

/// The digits of postings: printable ASCII without what means something in C++ or in a line of the table.
class Digits {
 public:
  constexpr Digits() {
    std::uint8_t value = 0;
    for (char c = 33; c < 127; ++c)
      if (c != '"' && c != '\\' && c != '?' && c != '|') values_[static_cast<std::size_t>(c)] = value++;
    base_ = value;
  }
  constexpr std::size_t of(char c) const { return values_[static_cast<unsigned char>(c) & 0x7F]; }
  constexpr std::size_t base() const { return base_; }

 private:
  std::array<std::uint8_t, 128> values_{};
  std::size_t base_ = 0;
};
constexpr Digits digits;

struct Entry {
  std::string_view sequence, postings;
};

struct Index {
  ProfileSection section;
  std::vector<Entry> entries;
};

Index index_of(ProfileSection const& section) {
  Index index{section, {}};
  for (char const* const text : section.lines) {
    for (std::string_view line = text; !line.empty();) {
      std::size_t const bar = line.find('|');
      std::size_t const end = line.find(' ', bar);
      index.entries.push_back({line.substr(0, bar), line.substr(bar + 1, end - bar - 1)});
      line.remove_prefix(end + 1);
    }
  }
  return index;
}

/// Latin letters, by far the largest section, and the others are read when a text first asks for them.
Index const* index_of(text::Script script) {
  static constexpr text::Script latin = text::script_tag("Latn");
  auto const made = [](bool is_latin) {
    std::vector<Index> indexes;
    for (ProfileSection const& section : profile_sections())
      if ((section.script == latin) == is_latin) indexes.push_back(index_of(section));
    return indexes;
  };
  auto const find = [&](std::vector<Index> const& indexes) -> Index const* {
    for (Index const& index : indexes)
      if (index.section.script == script) return &index;
    return nullptr;
  };
  if (script == latin) {
    static std::vector<Index> const indexes = made(true);
    return find(indexes);
  }
  static std::vector<Index> const indexes = made(false);
  return find(indexes);
}

bool is_part_of_word(char32_t c) {
  return text::is_letter(c) || text::is_mark(c) || c == U'\'' || c == U'’' || c == U'ʼ' || c == U'-' ||
         c == U'\u200C' || c == U'\u200D';
}

/// Calls `take` with every sequence of one to four code points of `_word_`, but the edges alone.
template <typename Take>
void take_sequences(std::string_view utf8, Take const& take) {
  std::string word;
  std::vector<std::size_t> bounds;
  std::size_t letters = 0;
  auto const begin = [&] { word.assign(1, '_'), bounds.assign({0, 1}); };
  auto const finish = [&] {
    if (bounds.size() > 2) {
      word += '_';
      bounds.push_back(word.size());
      std::size_t const last = bounds.size() - 1;
      for (std::size_t i = 0; i < last; ++i) {
        for (std::size_t n = 1; n <= longest_sequence && i + n <= last; ++n) {
          bool const is_edge = n == 1 && (i == 0 || i + 1 == last);
          if (!is_edge) take(std::string_view(word).substr(bounds[i], bounds[i + n] - bounds[i]));
        }
      }
    }
    begin();
  };
  begin();
  for (text::CodePointAt const c : text::code_points(utf8)) {
    if (is_part_of_word(c.value)) {
      text::append(word, text::lower(c.value));
      bounds.push_back(word.size());
      if (++letters == most_letters) break;
    } else {
      finish();
    }
  }
  finish();
}

}  // namespace

std::vector<Likeness> likenesses(std::string_view utf8, text::Script script) {
  Index const* const index = index_of(script);
  if (index == nullptr) return {};
  std::span<Profile const> const profiles = index->section.profiles;
  std::vector<std::int64_t> gains(profiles.size());  // over lacking the sequence, in tenths of nats
  std::int64_t sequences = 0;
  take_sequences(text::to_nfc(utf8), [&](std::string_view sequence) {
    ++sequences;
    auto const entry =
        std::lower_bound(index->entries.begin(), index->entries.end(), sequence,
                         [](Entry const& e, std::string_view wanted) { return e.sequence < wanted; });
    if (entry == index->entries.end() || entry->sequence != sequence) return;
    std::string_view const postings = entry->postings;
    for (std::size_t i = 0; i + 2 < postings.size(); i += 3) {
      std::size_t const language = digits.of(postings[i]) * digits.base() + digits.of(postings[i + 1]);
      auto const level = static_cast<int>(digits.of(postings[i + 2]));
      gains[language] += profiles[language].rarest + lack - level;
    }
  });
  if (sequences == 0) return {};

  std::vector<Likeness> list;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    std::int64_t const total = gains[i] - sequences * (profiles[i].rarest + lack);
    double const score = static_cast<double>(total) / 10 / static_cast<double>(sequences);
    auto const same =
        std::find_if(list.begin(), list.end(), [&](Likeness const& l) { return l.tag == profiles[i].tag; });
    if (same == list.end())
      list.push_back({profiles[i].tag, score});
    else
      same->score = std::max(same->score, score);
  }
  std::stable_sort(list.begin(), list.end(),
                   [](Likeness const& a, Likeness const& b) { return a.score > b.score; });
  return list;
}

}  // namespace ms::language

#include "language/profiles.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>
#include <string>

#include "base/ensure.hpp"
#include "text/utf8.hpp"

namespace ms::language {
namespace {

/// A sequence that a language's profile lacks counts as this much rarer than the rarest that it has, in
/// tenths of nats. (Measured: anything from 20 to 40 is within one answer in a hundred.)
constexpr int lack = 35;

/// Where texts are compared and not languages, a sequence that is lacking counts the same in every language,
/// however long the text that its profile was made from; a character that is a word or half of one counts as
/// two.
constexpr int absence_of(text::Script script) {
  bool const is_dense = script == text::script_tag("Hani") || script == text::script_tag("Jpan") ||
                        script == text::script_tag("Kore");
  return is_dense ? 210 : 115;
}

/// Letters after this many change no verdict.
constexpr std::size_t most_letters = 3'000;
constexpr std::size_t longest_sequence = 4;
static_assert(most_letters * longest_sequence < 65536, "counts of sequences have 16 bits");

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

/// Where an entry of a section begins, in 32 bits: the table of slots is made when the program first needs
/// it, and half of that time is touching memory.
struct Slot {
  std::uint32_t line : 10 = 0;  ///< counted from 1; 0: no entry
  std::uint32_t offset : 12 = 0;
  std::uint32_t tag : 10 = 0;  ///< bits of the hash that did not choose the slot
};
static_assert(sizeof(Slot) == 4);

constexpr std::uint32_t hash_of(std::string_view sequence) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (char const c : sequence) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ hash >> 15;
}

/// Finds the entry of a sequence: a table with open addressing, never more than half full.
class Index {
 public:
  explicit Index(ProfileSection const& section) : section_(section) {
    std::size_t entries = 0;
    for (std::string_view const line : section.lines)
      entries += static_cast<std::size_t>(std::count(line.begin(), line.end(), ' '));
    slots_.resize(std::bit_ceil(2 * entries + 2));
    base::ensure(section.lines.size() < 1 << 10, "a section of the table of profiles has few enough lines");
    for (std::size_t i = 0; i < section.lines.size(); ++i) {
      std::string_view const line = section.lines[i];
      base::ensure(line.size() < 1 << 12, "a line of the table of profiles is short enough");
      for (std::size_t at = 0; at < line.size(); at = line.find(' ', at) + 1) {
        std::uint32_t const hash = hash_of(line.substr(at, line.find('|', at) - at));
        std::size_t slot = hash & (slots_.size() - 1);
        while (has_entry(slot)) slot = next(slot);
        slots_[slot].line = static_cast<std::uint32_t>(i + 1) & 0x3FF;
        slots_[slot].offset = static_cast<std::uint32_t>(at) & 0xFFF;
        slots_[slot].tag = tag_of(hash) & 0x3FF;
      }
    }
    for (Profile const& profile : section.profiles) {
      auto const first = std::ranges::find(section.profiles, profile.tag, &Profile::tag);
      firsts_.push_back(static_cast<std::size_t>(first - section.profiles.begin()));
    }
  }

  ProfileSection const& section() const { return section_; }
  std::size_t size() const { return slots_.size(); }

  /// The slot that holds the sequence, or the free one where it would be.
  std::size_t slot_of(std::string_view sequence) const {
    std::uint32_t const hash = hash_of(sequence);
    std::size_t slot = hash & (slots_.size() - 1);
    while (has_entry(slot) && !(slots_[slot].tag == tag_of(hash) && is_at(entry(slot), sequence)))
      slot = next(slot);
    return slot;
  }
  bool has_entry(std::size_t slot) const { return slots_[slot].line != 0; }

  /// The first profile with the same tag: a language may have several.
  std::size_t first_of(std::size_t profile) const { return firsts_[profile]; }

  /// Up to the space behind the last.
  char const* postings(std::size_t slot) const { return std::strchr(entry(slot), '|') + 1; }

 private:
  static std::uint32_t tag_of(std::uint32_t hash) { return hash >> 22; }
  static bool is_at(char const* entry, std::string_view sequence) {
    return std::strncmp(entry, sequence.data(), sequence.size()) == 0 && entry[sequence.size()] == '|';
  }
  std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }
  char const* entry(std::size_t slot) const {
    return section_.lines[slots_[slot].line - 1] + slots_[slot].offset;
  }
  ProfileSection section_;
  std::vector<Slot> slots_;
  std::vector<std::size_t> firsts_;  // by profile
};

/// Latin letters, by far the largest section, and the others are read when a text first asks for them.
Index const* index_of(text::Script script) {
  static constexpr text::Script latin = text::script_tag("Latn");
  auto const made = [](bool is_latin) {
    std::vector<Index> indexes;
    for (ProfileSection const& section : profile_sections())
      if ((section.script == latin) == is_latin) indexes.emplace_back(section);
    return indexes;
  };
  auto const find = [&](std::vector<Index> const& indexes) -> Index const* {
    for (Index const& index : indexes)
      if (index.section().script == script) return &index;
    return nullptr;
  };
  if (script == latin) {
    static std::vector<Index> const indexes = made(true);
    return find(indexes);
  }
  static std::vector<Index> const indexes = made(false);
  return find(indexes);
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2018' || c == U'\u2019' || c == U'\u02BB' || c == U'\u02BC';
}

bool is_part_of_word(char32_t c) {
  return text::is_letter(c) || text::is_mark(c) || is_apostrophe(c) || c == U'-' || c == U'\u200C' ||
         c == U'\u200D';
}

enum class Apostrophes { are_letters, end_words };

/// Calls `take` with every sequence of one to four code points of `_word_`, but the edges alone.
template <typename Take>
void take_sequences(std::string_view utf8, Apostrophes apostrophes, Take const& take) {
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
    bool const is_end = apostrophes == Apostrophes::end_words && is_apostrophe(c.value);
    if (is_part_of_word(c.value) && !is_end) {
      text::append(word, is_apostrophe(c.value) ? U'\'' : text::lower(c.value));
      bounds.push_back(word.size());
      if (++letters == most_letters) break;
    } else {
      finish();
    }
  }
  finish();
}

/// For each profile the logarithm of the probability of all sequences, in tenths of nats.
struct Sums {
  std::vector<std::int64_t> totals;
  std::int64_t sequences = 0;
};

/// `levels_of_absence`: for each profile, what a sequence counts that it lacks.
Sums sums(std::string_view utf8, Index const& index, std::span<int const> levels_of_absence,
          Apostrophes apostrophes) {
  Sums found{std::vector<std::int64_t>(levels_of_absence.size()), 0};
  // Most sequences come several times, and the frequent ones have long lists of postings. Between calls all
  // counts are 0: there are far more of them than sequences in a block.
  thread_local std::vector<std::uint16_t> counts;
  if (counts.size() < index.size()) counts.resize(index.size());
  std::vector<std::size_t> seen;
  take_sequences(text::to_nfc(utf8), apostrophes, [&](std::string_view sequence) {
    ++found.sequences;
    std::size_t const slot = index.slot_of(sequence);
    if (index.has_entry(slot) && counts[slot]++ == 0) seen.push_back(slot);
  });
  for (std::size_t const slot : seen) {
    for (char const* posting = index.postings(slot); *posting != ' '; posting += 3) {
      std::size_t const language = digits.of(posting[0]) * digits.base() + digits.of(posting[1]);
      auto const level = static_cast<int>(digits.of(posting[2]));
      found.totals[language] += counts[slot] * (levels_of_absence[language] - level);
    }
    counts[slot] = 0;
  }
  for (std::size_t i = 0; i < levels_of_absence.size(); ++i)
    found.totals[i] -= found.sequences * levels_of_absence[i];
  return found;
}

}  // namespace

std::vector<Likeness> likenesses(std::string_view utf8, text::Script script) {
  Index const* const index = index_of(script);
  if (index == nullptr) return {};
  std::span<Profile const> const profiles = index->section().profiles;
  std::vector<int> absences;
  for (Profile const& profile : profiles) absences.push_back(profile.rarest + lack);
  Sums const found = sums(utf8, *index, absences, Apostrophes::are_letters);
  if (found.sequences == 0) return {};
  std::vector<Likeness> list;
  std::vector<std::size_t> place(profiles.size());
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    double const score = static_cast<double>(found.totals[i]) / 10 / static_cast<double>(found.sequences);
    std::size_t const first = index->first_of(i);
    if (first == i) {
      place[i] = list.size();
      list.push_back({profiles[i].tag, score});
    } else {
      list[place[first]].score = std::max(list[place[first]].score, score);
    }
  }
  std::stable_sort(list.begin(), list.end(),
                   [](Likeness const& a, Likeness const& b) { return a.score > b.score; });
  return list;
}

double likelihood(std::string_view utf8, text::Script script) {
  // Every letter begins a sequence of each length.
  constexpr double per_letter = 1.0 / longest_sequence;
  Index const* const index = index_of(script);
  int const absence = absence_of(script);
  if (index == nullptr) {
    std::int64_t sequences = 0;
    take_sequences(text::to_nfc(utf8), Apostrophes::end_words, [&](std::string_view) { ++sequences; });
    return -absence / 10.0 * static_cast<double>(sequences) * per_letter;
  }
  Sums const found =
      sums(utf8, *index, std::vector<int>(index->section().profiles.size(), absence), Apostrophes::end_words);
  return static_cast<double>(*std::max_element(found.totals.begin(), found.totals.end())) / 10 * per_letter;
}

}  // namespace ms::language

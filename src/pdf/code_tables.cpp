// Which CID every entry of a font with CIDs gets. Fonts that mostly stand for the same texts, such as the
// weights of a family, share a table, so that one ToUnicode serves them all; a CID that a font of the table
// does not use is a glyph that draws nothing. In a table the space comes first, then what the smaller fonts
// use (their gaps are then at their ends and left out), each part in the order of its texts, single
// characters before others, which keeps ToUnicode short. Where one byte is not enough for all, what is used
// most comes first.
#include <algorithm>
#include <map>
#include <tuple>

#include "pdf/embedded.hpp"
#include "text/utf8.hpp"

namespace ms::pdf {

namespace {

/// A text, and the how manieth entry of a font that has it: the same in several fonts.
using Slot = std::pair<std::string_view, std::size_t>;

/// Beyond this a table gains nothing by being shared.
constexpr std::size_t most_shared = 4096;

struct Use {
  std::size_t fonts = 0, times = 0;
  bool of_largest = false;

  /// What smaller fonts of the table use stands together at the beginning.
  int rank() const { return fonts > 1 ? 0 : of_largest ? 2 : 1; }
};

struct Draft {
  std::vector<std::size_t> fonts;
  std::map<Slot, Use> slots;
};

std::vector<Slot> slots_of(EmbeddedFont const& font) {
  std::vector<Slot> out;
  std::map<std::string_view, std::size_t> seen;
  for (Entry const& entry : font.entries) out.emplace_back(entry.text, seen[entry.text]++);
  return out;
}

bool is_one_code_point(std::string_view text) {
  return text::code_point_at(text, 0).length == text.size();
}

/// Larger fonts first; a font joins the table that has most of its texts, if that is half of them or more.
std::vector<Draft> drafts_of(std::vector<EmbeddedFont> const& fonts,
                             std::vector<std::vector<Slot>> const& slots) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < fonts.size(); ++i)
    if (!slots[i].empty()) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return slots[a].size() > slots[b].size(); });
  std::vector<Draft> drafts;
  for (std::size_t const index : order) {
    Draft* best = nullptr;
    std::size_t most = 0;
    for (Draft& draft : drafts) {
      std::size_t common = 0;
      for (Slot const& slot : slots[index]) common += draft.slots.count(slot);
      bool const fits = draft.slots.size() + slots[index].size() - common <= most_shared;
      if (fits && 2 * common >= slots[index].size() && common > most) most = common, best = &draft;
    }
    if (best == nullptr) best = &drafts.emplace_back();
    best->fonts.push_back(index);
    for (std::size_t i = 0; i < slots[index].size(); ++i) {
      Use& use = best->slots[slots[index][i]];
      ++use.fonts;
      use.of_largest = use.of_largest || best->fonts.size() == 1;
      use.times += fonts[index].entries[i].uses;
    }
  }
  return drafts;
}

std::vector<Slot> in_order(Draft const& draft, std::size_t short_codes) {
  std::vector<std::pair<Slot, Use>> sorted(draft.slots.begin(), draft.slots.end());
  if (short_codes < sorted.size())
    std::stable_sort(sorted.begin(), sorted.end(), [](auto const& a, auto const& b) {
      bool const a_first = a.second.rank() < 2, b_first = b.second.rank() < 2;
      return std::tuple(!a_first, b.second.times) < std::tuple(!b_first, a.second.times);
    });
  auto const key = [](auto const& it) {
    Slot const& slot = it.first;
    bool const is_space = slot == Slot{" ", 0};
    return std::tuple(!is_space, it.second.rank(), !is_one_code_point(slot.first), slot);
  };
  auto const sort = [&](std::size_t first, std::size_t end) {
    std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(first),
              sorted.begin() + static_cast<std::ptrdiff_t>(end),
              [&](auto const& a, auto const& b) { return key(a) < key(b); });
  };
  std::size_t const middle = std::min(short_codes, sorted.size());
  if (middle < sorted.size()) {
    // The space has a code of one byte whatever happens: word spacing goes by it.
    auto const space = std::find_if(sorted.begin(), sorted.end(), [](auto const& it) {
      return it.first == Slot{" ", 0};
    });
    if (space != sorted.end()) std::rotate(sorted.begin(), space, space + 1);
  }
  sort(0, middle);
  sort(middle, sorted.size());
  std::vector<Slot> out;
  for (auto const& [slot, use] : sorted) out.push_back(slot);
  return out;
}

}  // namespace

std::vector<CodeTable> number_codes(std::vector<EmbeddedFont>& fonts) {
  std::vector<CodeTable> tables;
  number_simple_fonts(fonts, tables);
  std::vector<std::vector<Slot>> slots;
  for (EmbeddedFont const& font : fonts)
    slots.push_back(font.cids.empty() ? slots_of(font) : std::vector<Slot>());
  for (Draft const& draft : drafts_of(fonts, slots)) {
    bool const has_space = draft.slots.count({" ", 0}) != 0;
    std::size_t const first = has_space ? 0 : 1;  // the place of the space stays free
    CodeSpace const space(draft.slots.size() + first);
    CodeTable& table = tables.emplace_back(CodeTable{space, {}});
    std::map<Slot, std::uint16_t> cids;
    std::size_t index = first;
    for (Slot const& slot : in_order(draft, space.short_codes() - first)) {
      std::uint16_t const cid = space.cid_of(index++);
      cids.emplace(slot, cid);
      table.texts.resize(std::size_t{cid} + 1);
      table.texts[cid] = slot.first;
    }
    for (std::size_t const number : draft.fonts) {
      EmbeddedFont& font = fonts[number];
      font.table = tables.size() - 1;
      for (std::size_t i = 0; i < slots[number].size(); ++i) {
        std::uint16_t const cid = cids.at(slots[number][i]);
        font.cids.push_back(cid);
        if (font.by_cid.size() <= cid) font.by_cid.resize(std::size_t{cid} + 1, EmbeddedFont::unused);
        font.by_cid[cid] = static_cast<std::uint16_t>(i);
      }
    }
  }
  return tables;
}

}  // namespace ms::pdf

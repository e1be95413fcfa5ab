#include "normalise/habits.hpp"

#include <array>
#include <cstddef>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::normalise {
namespace {

/// How often each of a few characters was met.
template <std::size_t Count>
struct Tally {
  std::array<char32_t, Count> forms;
  std::array<std::size_t, Count> times{};

  void see(char32_t c) {
    for (std::size_t i = 0; i < Count; ++i) times[i] += forms[i] == c;
  }
  char32_t usual() const {
    char32_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < Count; ++i) {
      if (times[i] == most) best = 0;
      if (times[i] <= most) continue;
      most = times[i];
      best = forms[i];
    }
    return best;
  }
};

}  // namespace

bool is_between_digits(char32_t before, char32_t after) {
  return text::is_digit(before) && text::is_digit(after);
}

Habits habits_of(std::string_view text) {
  Tally<2> wave{{0x301C, 0xFF5E}}, bar{{0x2016, 0x2225}}, minus{{0x2212, 0xFF0D}};
  Tally<4> apostrophe{{'\'', 0x2019, 0x2BC, '`'}};
  char32_t before = 0, here = 0;
  auto const see = [&](char32_t after) {
    if (here == 0 || is_between_digits(before, after)) return;
    wave.see(here);
    bar.see(here);
    minus.see(here);
    if (text::is_letter(before) && text::is_letter(after)) apostrophe.see(here);
  };
  for (text::CodePointAt const c : text::code_points(text)) {
    bool const may_count = here == '\'' || here == '`' || here >= 0x2BC;
    if (may_count) see(c.value);
    before = here;
    here = c.value;
  }
  see(0);
  return {wave.usual(), bar.usual(), minus.usual(), apostrophe.usual()};
}

}  // namespace ms::normalise

// How scripts sit beside Latin: numbers measured on the Noto faces of the family table, with the Universal
// Declaration of Human Rights as text.
//   size: 0.630 em, the mean ink height of a letter of running English in Noto Serif, over the same in the
//     script's face, moved half way to 1 where letters are of one height (they look larger than they are).
//   leading: what keeps the ink of 99 in 100 neighbouring lines apart at that size, and a little air; never
//     less than Latin's 14 on 10.25 pt, whose ink needs 1.01.
#include "font/families.hpp"
#include "font/library.hpp"

namespace ms::font {
namespace {

struct Row {
  char script[5];
  ScriptFit fit;
};

constexpr ScriptFit alphabet{.has_italic = true, .letter_spacing = true};
constexpr ScriptFit upright_alphabet{.letter_spacing = true};

constexpr Row rows[] = {
    // script, {size, leading}          mean ink height, distance the ink of lines needs (em of the face)
    {"Latn", alphabet},                    // 0.630 1.01; Vietnamese 1.10
    {"Grek", alphabet},                    // 0.637 1.04
    {"Cyrl", alphabet},                    // 0.576 1.01, of the x-height of Latin
    {"Armn", upright_alphabet},            // 0.715 1.04, median top 0.50: many descenders
    {"Geor", upright_alphabet},            // 0.716 1.02
    {"Hebr", {1000, 1400, false, false}},  // 0.651 1.08
    {"Arab", {1120, 1550, false, false}},  // 0.570 1.32
    {"Syrc", {1100, 1550, false, false}},
    {"Thaa", {1200, 1650, false, false}},  // 0.432 1.29: the letters are small, the vowel signs tall
    {"Nkoo", {1050, 1500, false, false}},
    {"Deva", {1000, 1500, false, false}},  // 0.670 1.19
    {"Beng", {1000, 1500, false, false}},  // 0.679 1.18
    {"Guru", {1000, 1500, false, false}},  // 0.682 1.29
    {"Gujr", {1000, 1500, false, false}},  // 0.650 1.22
    {"Orya", {1000, 1500, false, false}},
    {"Taml", {950, 1400, false, false}},   // 0.677 1.20
    {"Telu", {1000, 1450, false, false}},  // 0.671 1.30
    {"Knda", {1000, 1500, false, false}},  // 0.693 1.35
    {"Mlym", {1000, 1400, false, false}},  // 0.633 1.18
    {"Sinh", {920, 1400, false, false}},   // 0.753 1.25
    {"Cakm", {1080, 1450, false, false}},  // 0.564 1.26
    {"Thai", {1060, 1550, false, false}},  // 0.587 1.35
    {"Laoo", {1060, 1600, false, false}},  // 0.596 1.42
    {"Khmr", {950, 1750, false, false}},   // 0.730 1.79
    {"Mymr", {1000, 1750, false, false}},  // 0.678 1.62, round letters of Latin's x-height
    {"Tibt", {950, 1750, false, false}},   // 0.834 1.78
    {"Java", {1000, 1950, false, false}},  // 0.667 1.84
    {"Bali", {1000, 1950, false, false}},
    {"Lana", {1000, 1900, false, false}},
    {"Ethi", {950, 1450, false, false}},  // 0.673 0.93, all of one height: air for the eye, not for the ink
    {"Cans", {950, 1450, false, false}},
    {"Cher", {920, 1366, false, true}},   // 0.729 0.99
    {"Hani", {940, 1700, false, false}},  // 0.868 1.02, filling their squares: air for the eye (clreq, jlreq)
    {"Bopo", {940, 1700, false, false}},
    {"Hang", {940, 1650, false, false}},  // 0.899 1.06
    {"Yiii", {940, 1600, false, false}},
};

}  // namespace

ScriptFit Library::fit(text::Script script, std::string_view language, Family family) {
  // 0.607 and 2.20: words slope, so both ends of a line's ink are far from its baseline.
  if (is_nastaliq(script, language)) return {1050, 2300, false, false};
  text::Script const main = main_script_of(script);
  // Noto Sans Arabic is drawn larger than Naskh: 0.625, 1.44.
  if (main == text::script_tag("Arab") && family != Family::serif) return {1000, 1500, false, false};
  for (Row const& row : rows)
    if (text::script_tag(row.script) == main) return row.fit;
  return {1000, 1500, false, false};
}

}  // namespace ms::font

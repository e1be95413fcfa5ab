#include "normalise/rules_of.hpp"

namespace ms::normalise {

std::vector<Rule> const& rules() {
  using enum Stage;
  using enum Safety;
  constexpr auto decode = text::EditClass::decode, normalise = text::EditClass::normalise;
  constexpr bool on = true, off = false, in_code = true, not_in_code = false;
  static std::vector<Rule> const table = {
      // The source: what came with the bytes. Class decode cannot be switched off: no tree can hold these.
      {"decode.bom", "The byte order mark at the start goes.", source, safe, on, in_code, decode, decode_bom},
      {"char.ansi", "Colour codes of terminals go.", source, safe, on, in_code, normalise, char_ansi},
      {"char.mojibake",
       "UTF-8 that was once read as windows-1252 or 1251 is put right where every byte goes back.", source,
       safe, on, in_code, normalise, char_mojibake},
      {"char.entity", "Character references of HTML become their characters, once.", source, safe, on,
       not_in_code, normalise, char_entity},
      {"char.escape", "Two surrogate escapes become the one character they stand for.", source, safe, on,
       not_in_code, normalise, char_escape},
      {"char.c1", "C1 controls become the characters of windows-1252 in their place.", source, safe, on,
       in_code, normalise, char_c1},
      {"decode.line-ending", "CRLF, CR, NEL, VT, FF and the separators of Unicode become line feeds.", source,
       safe, on, in_code, decode, line_ending},
      {"decode.control", "NUL, controls, noncharacters and interlinear marks go.", source, safe, on, in_code,
       decode, char_control},
      {"char.object", "The mark of a lost picture goes and is reported.", source, safe, on, in_code,
       normalise, char_object},
      {"char.symbol-bullet", "Bullets of the Symbol font become •.", source, safe, on, in_code, normalise,
       char_symbol_bullet},
      // One block: invisible characters.
      {"char.feff", "A byte order mark inside the text goes.", block, safe, on, in_code, normalise,
       char_feff},
      {"char.zero-width-space", "U+200B goes where words have spaces.", block, safe, on, not_in_code,
       normalise, char_zero_width_space},
      {"char.zwnj", "U+200C goes beside spaces and European letters, and where it is repeated.", block, safe,
       on, not_in_code, normalise, char_zwnj},
      {"char.zwj", "U+200D goes where it joins neither letters nor emoji.", block, safe, on, not_in_code,
       normalise, char_zwj},
      {"char.soft-hyphen", "Soft hyphens stay inside words and go elsewhere.", block, safe, on, not_in_code,
       normalise, char_soft_hyphen},
      {"bidi.override", "Overrides of direction go and are reported.", block, ask, on, in_code, normalise,
       bidi_override},
      {"bidi.embedding", "Embeddings become isolates; unpaired and idle ones go.", block, safe, on,
       not_in_code, normalise, bidi_embedding},
      {"bidi.isolate", "Isolates are closed at the end of the block; idle ones go.", block, safe, on,
       not_in_code, normalise, bidi_isolate},
      {"bidi.mark", "Direction marks go where both neighbours have that direction anyway.", block, safe, on,
       not_in_code, normalise, bidi_mark},
      // Letters.
      {"char.private-use", "Private characters are reported.", block, ask, on, not_in_code, normalise,
       char_private_use},
      {"char.ligature", "Latin ligatures of a PDF become letters.", block, safe, on, not_in_code, normalise,
       char_ligature},
      {"char.halfwidth-kana", "Half-width katakana become full-width.", block, safe, on, not_in_code,
       normalise, char_halfwidth_kana},
      {"char.radical", "Radicals among ideographs become ideographs.", block, safe, on, not_in_code,
       normalise, char_radical},
      {"char.presentation-form", "Arabic presentation forms become letters, if in reading order.", block,
       safe, on, not_in_code, normalise, char_presentation_form},
      {"letter.persian", "Arabic yeh and kaf become Persian ones in Persian.", block, language, on,
       not_in_code, normalise, letter_persian},
      {"letter.urdu", "Arabic yeh, kaf and heh become Urdu ones in Urdu.", block, language, on, not_in_code,
       normalise, letter_urdu},
      {"letter.sorani", "Arabic yeh, kaf and heh with a joiner become Kurdish ones in Sorani.", block,
       language, on, not_in_code, normalise, letter_sorani},
      {"letter.romanian", "S and T with cedilla become those with comma in Romanian.", block, language, on,
       not_in_code, normalise, letter_romanian},
      {"letter.thai-am", "Thai and Lao AM typed in two halves become one letter.", block, safe, on,
       not_in_code, normalise, letter_thai_am},
      {"letter.geresh", "Straight marks in Hebrew words become geresh and gershayim.", block, optional, off,
       not_in_code, normalise, letter_geresh},
      {"char.nfc", "Letters and their marks compose (NFC), names and points excepted.", block, safe, on,
       not_in_code, normalise, char_nfc},
      {"number.full-width", "Full-width Latin letters and digits become ASCII in Chinese, Japanese, Korean.",
       block, optional, off, not_in_code, normalise, number_full_width},
      // Spaces.
      {"space.tab", "Tabs become spaces.", block, safe, on, not_in_code, normalise, space_tab},
      {"space.edge", "White space at the edges of lines goes.", block, safe, on, in_code, normalise,
       space_edge},
      {"space.run", "Runs of spaces become one.", block, safe, on, not_in_code, normalise, space_run},
      {"space.no-break", "No-break spaces between ordinary words become spaces.", block, language, on,
       not_in_code, normalise, space_no_break},
      {"space.fixed", "Spaces of fixed width between words become spaces.", block, safe, on, not_in_code,
       normalise, space_fixed},
      // Punctuation.
      {"quote.tex", "``, '', << and >> become quotation marks.", block, optional, off, not_in_code, normalise,
       quote_tex},
      {"quote.apostrophe", "Straight apostrophes become curly where nothing else is possible.", block,
       language, on, not_in_code, normalise, quote_apostrophe},
      {"quote.pairs", "Straight quotation marks that pair without doubt become the language's own.", block,
       language, on, not_in_code, normalise, quote_pairs},
      {"dash.hyphens", "Two or three hyphens become a dash.", block, optional, off, not_in_code, normalise,
       dash_hyphens},
      {"ellipsis.dots", "Three full stops become an ellipsis.", block, optional, off, not_in_code, normalise,
       ellipsis_dots},
  };
  return table;
}

}  // namespace ms::normalise

// Every rule as a function, by family; rules.cpp puts them in order. In: text, what is known of it, a place
// for notices. Out: sorted edits without names (the table has them). Always: pure.
#pragma once

#include <string_view>

#include "normalise/normalise.hpp"

namespace ms::normalise {

using RuleFunction = text::Edits(std::string_view text, Context const& context,
                                 base::Diagnostics& diagnostics);

// source.cpp: what came with the bytes
RuleFunction decode_bom, line_ending, char_ansi, char_c1, char_control, char_object;
// mojibake.cpp, entity.cpp
RuleFunction char_mojibake, char_entity, char_escape;
// invisible.cpp
RuleFunction char_soft_hyphen, char_zero_width_space, char_zwnj, char_zwj, char_feff;
// bidi.cpp
RuleFunction bidi_override, bidi_embedding, bidi_isolate, bidi_mark;
// letters.cpp
RuleFunction char_symbol_bullet, char_private_use, char_ligature, char_halfwidth_kana, char_radical,
    char_presentation_form;
// compose.cpp
RuleFunction char_nfc;
// languages.cpp
RuleFunction letter_persian, letter_urdu, letter_sorani, letter_romanian, letter_thai_am;
// space.cpp
RuleFunction space_edge, space_tab, space_run, space_no_break, space_fixed;
// apostrophe.cpp, quote.cpp
RuleFunction quote_apostrophe, quote_pairs;
// optional.cpp
RuleFunction dash_hyphens, ellipsis_dots, quote_tex, number_full_width, letter_geresh, letter_catalan_dot,
    apostrophe_habit;
// look_alike.cpp, arabic.cpp, burmese.cpp, japanese.cpp
RuleFunction letter_look_alike, letter_tatweel, letter_persian_heh, letter_zawgyi, char_wave_dash,
    comma_full_width;

}  // namespace ms::normalise

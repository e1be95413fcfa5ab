#include "normalise/quote_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "text/tag.hpp"

namespace ms::normalise {
namespace {

struct Row {
  std::string_view languages;  ///< blank around each
  QuoteMarks marks;
};

// Rows with a region or script come before the language's own.
constexpr Row rows[] = {
    {" de-CH de-LI fr-CH it-CH gsw rm ", {"«", "»", "‹", "›", "‹", "›"}},
    // A narrow no-break space inside (Lexique de l'Imprimerie nationale); quotes within are English ones.
    {" fr ", {"«\u202F", "\u202F»", "“", "”", "‘", "’"}},
    {" br oc wa ", {"«\u202F", "\u202F»", "“", "”", "‘", "’"}},
    {" es-419 es-AR es-BO es-CL es-CO es-CR es-CU es-DO es-EC es-GT es-HN es-MX es-NI es-PA es-PE es-PR "
     "es-PY es-SV "
     "es-US es-UY es-VE ",
     {"“", "”", "‘", "’", "‘", "’"}},
    {" pt-PT pt-AO pt-MZ pt-CV ", {"«", "»", "“", "”", "‘", "’"}},
    {" en nl fy cy ga gd gv kw af fil tl ceb haw id ms jv su sw zu xh st tn ts ss nr nd nso ve sn rn ny yo "
     "ig ha so om lg "
     "ki kam luo pt eo vi th km lo my hi mr ne bn as pa gu or ta te kn ml si kok doi mai sat ko tr mt ku tpi "
     "sm mi "
     "to fj ak ee tw lu wo ",
     {"“", "”", "‘", "’", "‘", "’"}},
    {" az tk uz ", {"“", "”", "‘", "’", "", ""}},
    {" es ca gl eu it el sq ast an sc scn lij vec co hy kk mg ", {"«", "»", "“", "”", "‘", "’"}},
    {" nb nn no ", {"«", "»", "‘", "’", "‘", "’"}},
    {" da fo kl ", {"“", "”", "‘", "’", "‘", "’"}},
    {" sv fi se smn sms ", {"”", "”", "’", "’", "’", "’"}},
    {" de lb dsb hsb ksh nds bar ", {"„", "“", "‚", "‘", "‚", "‘"}},
    {" cs sk sl mk is et ", {"„", "“", "‚", "‘", "‚", "‘"}},
    {" hr bs sr-Latn ", {"„", "”", "‘", "’", "‘", "’"}},
    {" sr ", {"„", "“", "‘", "’", "‘", "’"}},
    {" bg lt ", {"„", "“", "‚", "‘", "", ""}},
    {" lv ltg ", {"“", "”", "‘", "’", "‘", "’"}},
    {" pl ", {"„", "”", "«", "»", "‚", "’"}},
    {" ro mo ", {"„", "”", "«", "»", "‚", "’"}},
    {" hu ", {"„", "”", "»", "«", "‚", "’"}},
    {" ka ", {"„", "“", "«", "»", "", ""}},
    {" ru uk be os cv sah ky tg tt ba mn rue ", {"«", "»", "„", "“", "‘", "’"}},
    {" am ti ", {"«", "»", "‹", "›", "‘", "’"}},
    // Arabic and its neighbours print guillemets; they are mirrored, so the opening one opens to the left.
    {" ar fa prs ps ckb sd ", {"«", "»", "“", "”", "‘", "’"}},
    {" ug ", {"«", "»", "‹", "›", "", ""}},
    {" ur ", {"”", "“", "’", "‘", "", ""}},
    // A Hebrew mark closes like it opens; single ones are geresh.
    {" he yi ", {"”", "”", "’", "’", "", ""}},
};

// Where a straight mark inside a word is not an apostrophe: a letter (okina, glottal stop, soft sign), a
// geresh, or a mark of transliteration; and the scripts of East Asia, which we never touch.
constexpr std::string_view without_apostrophe =
    " he yi lad uz haw sm to ty mi rap chk mh na bo dz zh ja ko yue wuu nan gn qu ay ug ti am ar fa ur ps sd "
    "ckb ";

struct Elided {
  std::string_view languages, words;  ///< blank around each
};
constexpr Elided elided[] = {
    {" en ", " tis twas twere twill em til till cause bout round neath n "},
    {" nl ", " s t n k m r ns tgeen "},
    {" af ", " n "},
    {" fy ", " t k s n "},
    {" cs sk ", " s "},
    {" ca ", " l s n m t "},
    {" it ", " sto sta ndrangheta l "},
    {" de ", " s n nem ner nen ran rein raus rum rauf runter "},
    {" da nb nn no sv ", " n t a "},
};

bool holds(std::string_view list, std::string_view item) {
  std::string const key = fmt::format(" {} ", item);
  return list.find(key) != std::string_view::npos;
}

}  // namespace

QuoteMarks const* quote_marks(std::string_view tag) {
  // Without the script or region, one part after the other: de-CH, then de.
  for (std::string key(tag); !key.empty();) {
    for (Row const& row : rows)
      if (holds(row.languages, key)) return &row.marks;
    std::size_t const dash = key.rfind('-');
    key.resize(dash == std::string::npos ? 0 : dash);
  }
  return nullptr;
}

bool has_apostrophe(std::string_view tag) {
  return tag != "und" && !holds(without_apostrophe, text::primary_language(tag));
}

bool is_elided_word(std::string_view tag, std::string_view lower_case_word) {
  return std::ranges::any_of(elided, [&](Elided const& row) {
    return holds(row.languages, text::primary_language(tag)) && holds(row.words, lower_case_word);
  });
}

}  // namespace ms::normalise

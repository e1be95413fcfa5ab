// Signs at the start of a line that say what it is. In: a line without its white space. Out: the marker of a
// list item, the depth of a mail quotation, or whether it is nothing but a separator.
#pragma once

#include <optional>
#include <string_view>

namespace ms::read {

struct Marker {
  std::size_t length = 0;  ///< bytes of the marker itself
  std::size_t text = 0;    ///< where the item's text begins
  bool is_ordered = false;
  int number = 0;     ///< of an ordered one
  char32_t sign = 0;  ///< the bullet, or what stands after (or around) the number
};

std::optional<Marker> marker_of(std::string_view line);

/// Number of ">" at the start and where the text behind them begins; depth 0 for none.
struct MailQuote {
  int depth = 0;
  std::size_t text = 0;
};
MailQuote mail_quote_of(std::string_view line);

/// "* * *", "---", "⁂"
bool is_separator(std::string_view line);

}  // namespace ms::read

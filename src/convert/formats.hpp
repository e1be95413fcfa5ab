// The table of formats. A format is a name, a file ending and one function; a new format is one function and
// one line in formats.cpp.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/sink.hpp"
#include "doc/document.hpp"
#include "epub/epub.hpp"
#include "page/page.hpp"
#include "pdf/pdf.hpp"
#include "read/read.hpp"
#include "style/style.hpp"

namespace ms::convert {

/// Shows what was read: works for any input, an empty one included. What it shows can be far larger than
/// that.
using ReadingWriter = void (*)(read::Reading const&, std::vector<base::Diagnostic> const&, base::Sink const&);
using TreeWriter = std::string (*)(doc::Edition const&, style::Style const&, epub::Extras const&,
                                   base::Diagnostics&);
using PageWriter = std::string (*)(page::Document const&, pdf::Options const&, base::Diagnostics&);

struct Format {
  std::string_view name, ending;
  std::variant<ReadingWriter, TreeWriter, PageWriter> write;

  bool is_of_reading() const { return std::holds_alternative<ReadingWriter>(write); }
};

std::vector<Format> const& formats();
Format const* format_named(std::string_view name);
Format const* format_of_ending(std::string_view ending);

}  // namespace ms::convert

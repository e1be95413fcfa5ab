// Front header of pdf/. In: pages. Out: the bytes of a PDF whose text comes out as it went in. Deterministic;
// never sees the tree.
#pragma once

#include <string>

#include "base/diagnostics.hpp"
#include "page/page.hpp"

namespace ms::pdf {

enum class Version { pdf17, pdf20 };  ///< 1.7: PDF/UA-1 and PDF/A-2a; 2.0: PDF/UA-2 and PDF/A-4

struct Options {
  Version version = Version::pdf17;
};

std::string write(page::Document const& document, Options const& options, base::Diagnostics& diagnostics);

}  // namespace ms::pdf

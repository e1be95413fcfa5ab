// How a reader finds its way: outline, named destinations, page labels, links (ISO 32000-1 12.3, 12.4.2,
// 12.5.6.5). In: what the pages say, and the objects of pages and structure elements. Out: entries of the
// catalogue, annotations on pages. In PDF 2.0 every destination also names a structure element
// (PDF/UA-2 8.8).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "page/page.hpp"
#include "pdf/objects.hpp"
#include "pdf/pdf.hpp"
#include "pdf/structure.hpp"

namespace ms::pdf {

class Navigation {
 public:
  Navigation(Objects& objects, page::Document const& document, std::vector<Dict> const& pages,
             Structure const& structure, Version version);

  /// The annotation of a link on page `page`; none when it leads to a destination that does not exist.
  Dict link(page::LinkBox const& link, std::size_t page, base::Diagnostics& diagnostics);
  void add_outline();
  /// Names for those that links lead to; call after the last link.
  void add_destinations();
  void add_page_labels();

 private:
  struct Place {
    std::size_t page = 0;
    base::Length top;
    std::optional<std::size_t> structure;
  };
  Array destination(Dict target, Place const& place);
  Dict go_to(Place const& place);

  Objects& objects_;
  page::Document const& document_;
  std::vector<Dict> const& pages_;
  Structure const& structure_;
  Version version_;
  std::map<std::string_view, page::Destination const*> destinations_;  ///< by name
  std::set<std::string> linked_;                                       ///< names of destinations
};

/// An IRI as a URI: what is not ASCII, white space, quotation marks and brackets are percent-encoded
/// (RFC 3987 3.1).
std::string uri_of(std::string_view iri);

}  // namespace ms::pdf

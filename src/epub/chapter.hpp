// Content documents: an article, and the title page. In: the plan. Out: XHTML whose root has language and
// direction, in the same voice as the printed page (styles/).
#pragma once

#include "epub/plan.hpp"

namespace ms::epub {

std::string chapter(ArticlePlan const& article, Tags& tags, base::Diagnostics& diagnostics);
std::string title_page(Plan const& plan, Tags& tags);

/// A document around what `fill` writes into body.
template <typename Fill>
std::string document(Place const& place, std::string_view title, char const* epub_type, Fill const& fill) {
  Xml xml(Xml::Kind::xhtml);
  {
    Attributes root{{"xmlns", "http://www.w3.org/1999/xhtml"},
                    {"xmlns:epub", "http://www.idpf.org/2007/ops"}};
    for (auto& attribute : place_attributes(Xml::Kind::xhtml, place, nullptr))
      root.push_back(std::move(attribute));
    auto const html = xml.element("html", root);
    {
      auto const head = xml.element("head");
      xml.leaf("title", {}, title);
      // Without the type some Kindles take no vertical text from it.
      xml.leaf("link", {{"rel", "stylesheet"}, {"type", "text/css"}, {"href", "style.css"}});
    }
    xml.line();
    Attributes type;
    if (epub_type != nullptr) type.emplace_back("epub:type", epub_type);
    auto const body = xml.element("body", type);
    xml.line();
    fill(xml);
  }
  xml.line();
  return xml.result();
}

/// A day or a moment that dc:date and time@datetime take (ISO 8601 as in EPUB 3.3, 5.5.4); empty otherwise.
std::string valid_date(std::string_view date);

}  // namespace ms::epub

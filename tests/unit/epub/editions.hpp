// Editions made by hand: short articles in several languages and directions, with every kind of block. All
// sentences are written for this project.
#pragma once

#include <string>

#include "doc/document.hpp"

namespace editions {

ms::text::Text text(std::string utf8, std::vector<ms::text::Span> spans = {});
/// A span over the first `part` in `utf8`, which must be there.
ms::text::Span over(std::string const& utf8, std::string_view part, ms::text::SpanKind kind,
                    std::string value = {});
ms::doc::Line line(std::string utf8, std::string language = {});
ms::doc::Block paragraph(std::string id, std::string utf8, std::vector<ms::text::Span> spans = {});

/// A PNG of 8 × 6 pixels.
std::string png();

/// "en", "ar", "fa", "he", "ja", "zh-Hans", "zh-Hant", "hi", "th", "ru": a headline, byline, three
/// paragraphs.
ms::doc::Document article(std::string const& language);
/// English with every kind of block, span and note, an Arabic quotation and a Hebrew list.
ms::doc::Document everything();

/// One article with identifier and moment.
ms::doc::Edition edition(ms::doc::Document document);
/// Articles in five languages and two sections, read in `direction`.
ms::doc::Edition digest(std::string const& language);

}  // namespace editions

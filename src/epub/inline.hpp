// Text with spans to XHTML. In: a text, what it stands in, the plan of its article. Out: elements and
// characters: span and bdi for language and direction, strong, em, code, a, ruby, note references, page marks
// at their bytes. Always: spans that would not nest are cut, a note reference holds its number and nothing
// else, and no link stands in a link.
#pragma once

#include "epub/plan.hpp"

namespace ms::epub {

/// What is written besides characters, language and emphasis.
enum class Objects { all, none };  ///< none: for navigation and titles

class Inline {
 public:
  Inline(Xml& xml, ArticlePlan const& article, Tags& tags, base::Diagnostics& diagnostics)
      : xml_(xml), article_(article), tags_(tags), diagnostics_(diagnostics) {}

  void write(text::Text const& text, Place const& place, Objects objects,
             std::vector<Mark> const* marks = nullptr);

  void page_mark(Mark const& mark);

 private:
  struct Run;
  Xml& xml_;
  ArticlePlan const& article_;
  Tags& tags_;
  base::Diagnostics& diagnostics_;
  std::set<std::string> referred_;  ///< notes whose first reference is written
};

}  // namespace ms::epub

// Ways into the book. In: the plan. Out: the navigation document (EPUB 3.3, 7) with contents, landmarks and
// pages, and the NCX that Kindle and older e-ink readers go by. Always: every entry in another language says
// so, contents are at most two levels deep (Kindle shows no more), and no nav has an aria-label
// (EPUBCheck 5.4.0 refuses it).
#pragma once

#include "epub/plan.hpp"

namespace ms::epub {

std::string navigation(Plan const& plan, Tags& tags);
std::string ncx(Plan const& plan);

}  // namespace ms::epub

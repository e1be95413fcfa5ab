#include "read/html_tags.hpp"

#include <string>
#include <unordered_map>

namespace ms::read::html {
namespace {

using enum Tag;

std::unordered_map<std::string_view, Tag> const& all_names() {
  static std::unordered_map<std::string_view, Tag> const names = {
#define MS_HTML_TAG(name) {#name, Tag::name},
      MS_HTML_TAGS(MS_HTML_TAG)
#undef MS_HTML_TAG
          {"template", Tag::template_}};
  return names;
}

}  // namespace

Tag tag_named(std::string_view name) {
  auto const found = all_names().find(name);
  return found == all_names().end() ? unknown : found->second;
}

bool is_heading(Tag tag) {
  return tag == h1 || tag == h2 || tag == h3 || tag == h4 || tag == h5 || tag == h6;
}

bool is_block(Tag tag) {
  switch (tag) {
    case address:
    case article:
    case aside:
    case blockquote:
    case body:
    case caption:
    case center:
    case dd:
    case details:
    case dialog:
    case dir:
    case div:
    case dl:
    case dt:
    case fieldset:
    case figcaption:
    case figure:
    case footer:
    case form:
    case h1:
    case h2:
    case h3:
    case h4:
    case h5:
    case h6:
    case head:
    case header:
    case hgroup:
    case hr:
    case html:
    case legend:
    case li:
    case listing:
    case main:
    case menu:
    case nav:
    case ol:
    case optgroup:
    case option:
    case p:
    case plaintext:
    case pre:
    case search:
    case section:
    case summary:
    case table:
    case tbody:
    case td:
    case tfoot:
    case th:
    case thead:
    case title:
    case tr:
    case ul:
    case xmp: return true;
    default: return false;
  }
}

bool is_void(Tag tag) {
  switch (tag) {
    case area:
    case base:
    case br:
    case col:
    case embed:
    case frame:
    case hr:
    case img:
    case input:
    case link:
    case meta:
    case param:
    case source:
    case track:
    case wbr: return true;
    default: return false;
  }
}

bool is_formatting(Tag tag) {
  switch (tag) {
    case a:
    case b:
    case big:
    case code:
    case em:
    case font:
    case i:
    case nobr:
    case s:
    case small:
    case strike:
    case strong:
    case tt:
    case u: return true;
    default: return false;
  }
}

bool is_special(Tag tag) {
  switch (tag) {
    case applet:
    case button:
    case colgroup:
    case datalist:
    case iframe:
    case marquee:
    case noembed:
    case noframes:
    case noscript:
    case object:
    case script:
    case select:
    case style:
    case template_:
    case textarea: return tag != datalist;
    default: return (is_block(tag) || is_void(tag)) && tag != legend && tag != optgroup && tag != option;
  }
}

bool is_raw_text(Tag tag) {
  return tag == script || tag == style || tag == xmp || tag == iframe || tag == noembed || tag == noframes ||
         tag == textarea || tag == title;
}

}  // namespace ms::read::html

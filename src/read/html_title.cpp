#include "read/html_title.hpp"

#include <algorithm>

#include "read/html_head.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read::html {
namespace {

/// Signs that stand between a headline and the name of a site, with space around them or not.
bool is_separator(char32_t c) {
  return c == '|' || c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2012 || c == 0x2015 || c == 0xB7 ||
         c == 0x2022 || c == ':' || c == 0xFF1A || c == '_' || c == '/' || c == 0x3001 || c == 0xBB ||
         c == 0xAB || c == 0x203A || c == 0xFF5C || c == 0x30FB || c == 0xFF0D || c == '>' || c == '<' ||
         c == ',' || c == '~' || c == 0x2B1D || c == 0x2502 || c == 0x300C || c == 0x3010 || c == '(' ||
         c == '[';
}

/// Is this the name of the site: one of its names, or a part of its host?
bool is_site(std::string_view part, Facts const& facts) {
  std::string const own = skeleton_of(part);
  if (own.empty()) return true;
  for (std::string const& site : facts.sites) {
    std::string const name = skeleton_of(site);
    if (name == own) return true;
    bool const is_close = name.size() >= 4 && own.size() >= 4 && own.size() <= 2 * name.size() + 12 &&
                          (own.find(name) != std::string::npos || name.find(own) != std::string::npos);
    if (is_close) return true;
  }
  std::size_t const scheme = facts.url.find("://");
  if (scheme == std::string::npos || own.size() < 4) return false;
  std::string_view host = std::string_view(facts.url).substr(scheme + 3);
  host = host.substr(0, host.find('/'));
  return skeleton_of(host).find(own) != std::string::npos;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ')) text.remove_suffix(1);
  return std::string(text);
}

}  // namespace

std::string without_site(std::string_view title, Facts const& facts, std::string_view heading) {
  // From the end: as long as the last part is the site's name, or all that the headline has not.
  std::string rest = trimmed(title);
  std::string const printed = skeleton_of(heading), stated = skeleton_of(facts.headline);
  for (int round = 0; round < 3; ++round) {
    std::size_t cut = std::string::npos, after = 0;
    for (text::CodePointAt const c : text::code_points(rest)) {
      if (!is_separator(c.value) || c.offset == 0) continue;
      bool const is_spaced = rest[c.offset - 1] == ' ' || (c.end() < rest.size() && rest[c.end()] == ' ');
      bool const is_strong = c.value == '|' || c.value == '_' || c.value > 0xFF;
      if (!is_spaced && !is_strong) continue;
      cut = c.offset;
      after = c.end();
    }
    if (cut == std::string::npos) break;
    std::string const head = trimmed(std::string_view(rest).substr(0, cut)), tail = rest.substr(after);
    std::string const own = skeleton_of(head);
    bool const is_headline = !own.empty() && (own == printed || own == stated);
    // "Headline - World - The Paper": a section before the site.
    bool const is_on_the_way =
        (printed.size() >= 8 && own.starts_with(printed)) || (stated.size() >= 8 && own.starts_with(stated));
    if (!is_headline && !is_on_the_way && !is_site(tail, facts)) break;
    if (own.size() < 4) break;
    rest = head;
    while (!rest.empty()) {
      text::CodePoint const last = text::code_point_before(rest, rest.size());
      if (!is_separator(last.value) && last.value != ' ') break;
      rest.resize(rest.size() - last.length);
    }
    if (is_headline) return rest;
  }
  // And from the start: "The Paper: Headline".
  for (text::CodePointAt const c : text::code_points(rest)) {
    if (!is_separator(c.value) || c.offset == 0) continue;
    std::string_view const first = std::string_view(rest).substr(0, c.offset);
    std::string const own = skeleton_of(first);
    bool const is_name = std::ranges::any_of(
        facts.sites, [&](std::string const& site) { return !own.empty() && skeleton_of(site) == own; });
    if (is_name) return trimmed(std::string_view(rest).substr(c.end()));
    break;
  }
  return rest;
}

std::string headline_of(Facts const& facts, std::string_view heading) {
  auto const is_usable = [&](std::string const& one) {
    return skeleton_of(one).size() >= 2 && !std::ranges::any_of(facts.sites, [&](std::string const& site) {
             return skeleton_of(site) == skeleton_of(one);
           });
  };
  // What editors give to be shown elsewhere; then what they give to search engines; then what is printed.
  if (std::string const shared = without_site(facts.og_title, facts, heading); is_usable(shared)) {
    bool const is_cut = shared.ends_with("...") || shared.ends_with("…");
    if (!is_cut || heading.empty()) return shared;
  }
  if (std::string const stated = without_site(facts.headline, facts, heading); is_usable(stated)) {
    bool const is_cut = stated.ends_with("...") || stated.ends_with("…");
    if (!is_cut || heading.empty()) return stated;
  }
  if (!heading.empty() && is_usable(std::string(heading))) return std::string(heading);
  if (std::string const title = without_site(facts.title, facts, heading); is_usable(title)) return title;
  return std::string(heading);
}

}  // namespace ms::read::html

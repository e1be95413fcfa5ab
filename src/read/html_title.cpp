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
                          (own.find(name) != std::string::npos ||
                           (name.find(own) != std::string::npos && own.size() * 5 >= name.size() * 3));
    if (is_close) return true;
  }
  std::size_t const scheme = facts.url.find("://");
  if (scheme == std::string::npos || own.size() < 4) return false;
  std::string_view host = std::string_view(facts.url).substr(scheme + 3);
  host = host.substr(0, host.find('/'));
  if (host.starts_with("www.")) host.remove_prefix(4);
  std::string const name = skeleton_of(host.substr(0, host.rfind('.')));
  return name.find(own) != std::string::npos && own.size() * 2 >= name.size();
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
  bool has_lost_site = false;
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
    bool const is_name = is_site(tail, facts);
    // Between headline and site some name the section; without a heading to compare with, its length tells.
    bool const is_section = has_lost_site && printed.empty() && skeleton_of(tail).size() * 4 < own.size();
    if (!is_headline && !is_on_the_way && !is_name && !is_section) break;
    has_lost_site = has_lost_site || is_name;
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
    bool const is_first = std::ranges::any_of(
        facts.sites, [&](std::string const& site) { return !own.empty() && skeleton_of(site) == own; });
    if (is_first) return trimmed(std::string_view(rest).substr(c.end()));
    break;
  }
  return rest;
}

std::string headline_of(Facts const& facts, std::string_view heading,
                        std::vector<std::string> const& headings) {
  // In the order of trust: what editors give to be shown elsewhere, then to search engines, then in print.
  std::vector<std::string> rivals;
  for (std::string_view const one :
       {std::string_view(facts.og_title), std::string_view(facts.headline), std::string_view(facts.title)}) {
    std::string rival = without_site(one, facts, heading);
    bool const is_site = std::ranges::any_of(
        facts.sites, [&](std::string const& site) { return skeleton_of(site) == skeleton_of(rival); });
    bool const is_cut = !heading.empty() && (rival.ends_with("...") || rival.ends_with("…"));
    if (skeleton_of(rival).size() >= 2 && !is_site && !is_cut) rivals.push_back(std::move(rival));
  }
  // The last heading before the text decides between them; what stands before it in one line is a kicker, and
  // a kicker printed elsewhere may be missing from it.
  for (std::size_t i = headings.size(); i-- > 0;) {
    std::string const printed = skeleton_of(headings[i]);
    if (printed.size() < 8) continue;
    for (std::string const& rival : rivals)
      if (skeleton_of(rival) == printed) return rival;
    for (std::string const& rival : rivals) {
      std::string const own = skeleton_of(rival);
      if (own.size() >= 8 && (printed.ends_with(own) || own.ends_with(printed))) return rival;
    }
  }
  // A <title> alone, with whatever is in it, is no match for a headline in print.
  bool const has_shared = !facts.og_title.empty() || !facts.headline.empty();
  return rivals.empty() || (!has_shared && !heading.empty()) ? std::string(heading) : rivals.front();
}

}  // namespace ms::read::html

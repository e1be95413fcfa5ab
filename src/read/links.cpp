#include "read/links.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace ms::read {
namespace {

bool is_address_character(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte > 0x20 && c != '"' && c != '<' && c != '>' && c != '\x7F' && c != '|' && c != '`' && c != '{' &&
         c != '}';
}

bool is_tracking(std::string_view parameter) {
  std::string_view const name = parameter.substr(0, parameter.find('='));
  constexpr std::string_view names[] = {
      "fbclid", "gclid",     "dclid",       "msclkid", "mc_cid", "mc_eid", "igshid",  "yclid",   "ocid",
      "cmpid",  "ncid",      "xtor",        "_ga",     "spm",    "s_cid",  "ito",     "ref_src", "ref_url",
      "smid",   "at_medium", "at_campaign", "wt_mc",   "wtmc",   "trk",    "mkt_tok", "gaa_at"};
  return name.starts_with("utm_") || name.starts_with("pk_") || name.starts_with("mtm_") ||
         std::ranges::find(names, name) != std::end(names);
}

/// Services that lead to another address, and the parameter that names it.
struct Redirector {
  std::string_view host, path, parameter;
};
constexpr Redirector redirectors[] = {
    {"www.google.", "/url", "q"},
    {"www.google.", "/url", "url"},
    {"l.facebook.com", "/l.php", "u"},
    {"lm.facebook.com", "/l.php", "u"},
    {"l.instagram.com", "/", "u"},
    {"www.youtube.com", "/redirect", "q"},
    {"duckduckgo.com", "/l/", "uddg"},
    {"t.umblr.com", "/redirect", "z"},
    {".safelinks.protection.outlook.com", "/", "url"},
};

/// Empty where the address is none of theirs.
std::string target_of_redirector(std::string_view address) {
  std::size_t const scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view const rest = address.substr(scheme + 3);
  std::size_t const slash = std::min(rest.find('/'), rest.size());
  std::string_view const host = rest.substr(0, slash);
  std::size_t const question = rest.find('?');
  if (question == std::string_view::npos || question < slash) return {};
  std::string_view const path = rest.substr(slash, question - slash);
  for (Redirector const& one : redirectors) {
    bool const is_host = one.host.starts_with('.') ? host.ends_with(one.host)
                         : one.host.ends_with('.') ? host.starts_with(one.host)
                                                   : host == one.host;
    if (!is_host || path != one.path) continue;
    std::string_view query = rest.substr(question + 1);
    query = query.substr(0, query.find('#'));
    while (!query.empty()) {
      std::size_t const end = std::min(query.find('&'), query.size());
      std::string_view const parameter = query.substr(0, end);
      query.remove_prefix(std::min(end + 1, query.size()));
      if (!parameter.starts_with(one.parameter) || parameter.substr(one.parameter.size(), 1) != "=") continue;
      // What is not printable ASCII stays as it is written, so that the target is an address.
      std::string target = percent_decoded(parameter.substr(one.parameter.size() + 1), '!', '~');
      bool const is_address = target.starts_with("http://") || target.starts_with("https://");
      if (is_address) return target;
    }
  }
  return {};
}

}  // namespace

std::string percent_decoded(std::string_view text, unsigned char first, unsigned char last) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const is_mark = text[i] == '%' && i + 2 < text.size();
    int const high = is_mark ? base::hex_digit(text[i + 1]) : -1,
              low = is_mark ? base::hex_digit(text[i + 2]) : -1;
    int const value = high >= 0 && low >= 0 ? high * 16 + low : -1;
    bool const is_taken = value >= first && value <= last;
    decoded += is_taken ? static_cast<char>(value) : text[i];
    i += is_taken ? 2 : 0;
  }
  return decoded;
}

std::optional<base::Range> address_in(std::string_view line) {
  std::size_t start = std::string_view::npos;
  for (std::string_view const scheme : {"https://", "http://", "www."}) {
    std::size_t const at = line.find(scheme);
    if (at < start) start = at;
  }
  if (start == std::string_view::npos) return std::nullopt;
  std::size_t end = start;
  while (end < line.size() && is_address_character(line[end])) ++end;
  // The stop of a sentence and a bracket around the address are not part of it.
  while (end > start && std::string_view(".,;:!?)]'").find(line[end - 1]) != std::string_view::npos) --end;
  if (end - start < 8) return std::nullopt;
  return base::Range{start, end};
}

std::string without_tracking(std::string_view address) {
  std::string const target = target_of_redirector(address);
  if (!target.empty()) address = target;
  std::string_view fragment;
  if (std::size_t const hash = address.find('#'); hash != std::string_view::npos) {
    fragment = address.substr(hash);
    address = address.substr(0, hash);
  }
  if (fragment.starts_with("#ixzz") || fragment.starts_with("#utm_") || fragment.starts_with("#xtor") ||
      fragment.starts_with("#:~:text="))
    fragment = {};
  std::size_t const question = address.find('?');
  std::string clean(address.substr(0, question));
  if (question != std::string_view::npos) {
    char joint = '?';
    std::string_view rest = address.substr(question + 1);
    while (!rest.empty()) {
      std::size_t const end = std::min(rest.find('&'), rest.size());
      std::string_view const parameter = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (parameter.empty() || is_tracking(parameter)) continue;
      clean += joint;
      clean += parameter;
      joint = '&';
    }
  }
  clean += fragment;
  return clean;
}

}  // namespace ms::read

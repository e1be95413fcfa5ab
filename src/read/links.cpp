#include "read/links.hpp"

#include <algorithm>

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

}  // namespace

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

#include "epub/links.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.hpp"

namespace ms::epub {
namespace {

std::string encoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    auto const byte = static_cast<unsigned char>(c);
    bool const escape = c == '%' && !(i + 2 < text.size() && base::hex_digit(text[i + 1]) >= 0 &&
                                      base::hex_digit(text[i + 2]) >= 0);
    if (byte <= 0x20 || byte >= 0x7F || escape ||
        std::string_view("\"<>\\^`{|}[]").find(c) != std::string_view::npos)
      out += fmt::format("%{:02X}", byte);
    else
      out += c;
  }
  return out;
}

/// Letters, digits, hyphens and dots between them; what is not ASCII is for the reader to convert (IDNA).
bool is_host(std::string_view host) {
  if (host.empty() || host.front() == '.' || host.find("..") != host.npos) return false;
  return std::all_of(host.begin(), host.end(), [](char c) {
    return base::is_ascii_letter(c) || base::is_ascii_digit(c) || c == '-' || c == '.' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

bool is_port(std::string_view port) {
  return port.size() <= 4 && std::all_of(port.begin(), port.end(), base::is_ascii_digit);
}

}  // namespace

std::optional<std::string> safe_link(std::string_view target) {
  std::size_t const colon = target.find(':');
  if (colon == target.npos) return {};
  std::string const scheme = base::ascii_lower(target.substr(0, colon));
  std::string_view const rest = target.substr(colon + 1);
  if (scheme == "mailto" || scheme == "tel") {
    if (rest.empty()) return {};
    return scheme + ":" + encoded(rest);
  }
  if ((scheme != "http" && scheme != "https") || rest.substr(0, 2) != "//") return {};
  std::size_t const end = std::min(rest.find_first_of("/?#", 2), rest.size());
  std::string_view const authority = rest.substr(2, end - 2);
  std::size_t const port = std::min(authority.find(':'), authority.size());
  if (!is_host(authority.substr(0, port))) return {};
  if (port < authority.size() && !is_port(authority.substr(port + 1))) return {};
  // A second # would begin no second fragment.
  std::string_view const path = rest.substr(end);
  std::size_t const hash = std::min(path.find('#'), path.size());
  std::string fragment = hash < path.size() ? encoded(path.substr(hash + 1)) : std::string();
  for (std::size_t at = fragment.find('#'); at != fragment.npos; at = fragment.find('#', at))
    fragment.replace(at, 1, "%23");
  return scheme + "://" + std::string(authority) + encoded(path.substr(0, hash)) +
         (hash < path.size() ? "#" + fragment : "");
}

}  // namespace ms::epub

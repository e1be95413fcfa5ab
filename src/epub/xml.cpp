#include "epub/xml.hpp"

#include <tinyxml2.h>

#include <algorithm>
#include <array>

#include "base/ensure.hpp"
#include "text/utf8.hpp"

namespace ms::epub {
namespace {

/// XML 1.0, 2.2, less the C1 controls, which HTML has no use for.
bool is_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n';
  return !(c >= 0x7F && c <= 0x9F) && c != 0xFFFE && c != 0xFFFF;
}

std::string characters(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (text::CodePointAt const c : text::code_points(utf8))
    if (is_character(c.value)) text::append(out, c.value);
  return out;
}

/// HTML, 13.1.2: void elements.
bool is_void(std::string_view name) {
  constexpr std::array<std::string_view, 6> names{"br", "hr", "img", "link", "meta", "col"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

struct Xml::Printer {
  explicit Printer(Kind which) : kind(which) {}
  tinyxml2::XMLPrinter out{nullptr, true};
  Kind kind;
  struct Open {
    std::string name;
    bool empty = true;
  };
  std::vector<Open> open;
};

Xml::Xml(Kind kind) : printer_(std::make_unique<Printer>(kind)) {
  printer_->out.PushDeclaration("xml version=\"1.0\" encoding=\"UTF-8\"");
  line();
  if (kind == Kind::xhtml) {
    printer_->out.PushUnknown("DOCTYPE html");
    line();
  }
}

Xml::~Xml() = default;

void Xml::open(char const* name, Attributes const& attributes) {
  if (!printer_->open.empty()) printer_->open.back().empty = false;
  printer_->out.OpenElement(name, true);
  for (auto const& [attribute, value] : attributes)
    printer_->out.PushAttribute(attribute, characters(value).c_str());
  printer_->open.push_back({name, true});
}

void Xml::close() {
  base::ensure(!printer_->open.empty(), "only an open element is closed");
  Printer::Open const& last = printer_->open.back();
  if (last.empty && printer_->kind == Kind::xhtml && !is_void(last.name)) printer_->out.PushText("");
  printer_->out.CloseElement(true);
  printer_->open.pop_back();
}

void Xml::text(std::string_view utf8) {
  if (!printer_->open.empty()) printer_->open.back().empty = false;
  printer_->out.PushText(characters(utf8).c_str());
}

void Xml::leaf(char const* name, Attributes const& attributes, std::string_view utf8) {
  open(name, attributes);
  if (!utf8.empty()) text(utf8);
  close();
}

void Xml::line() {
  text("\n");
}

std::string Xml::result() const {
  base::ensure(printer_->open.empty(), "a document is finished when every element is closed");
  return {printer_->out.CStr(), static_cast<std::size_t>(printer_->out.CStrSize() - 1)};
}

}  // namespace ms::epub

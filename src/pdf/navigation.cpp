#include "pdf/navigation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/ensure.hpp"
#include "pdf/numbers.hpp"
#include "pdf/trees.hpp"

namespace ms::pdf {

namespace {

/// "12" → 12; nothing for labels that are no plain decimal number.
std::optional<std::int64_t> decimal(std::string const& label) {
  if (label.empty() || label.size() > 9 || label[0] == '0') return std::nullopt;
  std::int64_t value = 0;
  for (char const c : label) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::string uri_of(std::string_view iri) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (char const c : iri) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte >= 0x7F || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos) {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    } else {
      out += c;
    }
  }
  return out;
}

Navigation::Navigation(Objects& objects, page::Document const& document, std::vector<Dict> const& pages,
                       Structure const& structure, Version version)
    : objects_(objects), document_(document), pages_(pages), structure_(structure), version_(version) {
  for (page::Destination const& it : document.destinations) destinations_.emplace(it.name, &it);
}

Array Navigation::destination(Dict target, Place const& place) {
  base::Length const y = document_.pages[place.page].paper.height - place.top;
  Array out = objects_.array();
  return out.add(target).name("XYZ").null().integer((thousandths_of(y) + 999) / 1000).null();
}

Dict Navigation::go_to(Place const& place) {
  Dict const element = place.structure ? structure_.element(*place.structure) : structure_.root();
  Dict out = objects_.dict().name("S", "GoTo").add("D", destination(pages_[place.page], place));
  return out.add("SD", destination(element, place));
}

Dict Navigation::link(page::LinkBox const& link, std::size_t page, base::Diagnostics& diagnostics) {
  bool const inside = !link.target.empty() && link.target[0] == '#';
  std::string const name = inside ? link.target.substr(1) : "";
  auto const found = inside ? destinations_.find(name) : destinations_.end();
  if (inside && found == destinations_.end()) {
    diagnostics.warn("pdf.no-destination",
                     fmt::format("a link leads to “{}”, which is not in the document", name));
    return {};
  }
  base::Length const height = document_.pages[page].paper.height;
  Array box = objects_.array(), border = objects_.array();
  box.number(link.box.left()).number(height - link.box.bottom());
  box.number(link.box.right()).number(height - link.box.top());
  Dict annotation = objects_.indirect().name("Type", "Annot").name("Subtype", "Link").add("Rect", box);
  annotation.add("Border", border.integer(0).integer(0).integer(0)).integer("F", 4);
  annotation.text("Contents", link.text.empty() ? link.target : link.text);
  if (!inside)
    annotation.add("A", objects_.dict().name("S", "URI").bytes("URI", uri_of(link.target)));
  else if (version_ == Version::pdf20)
    annotation.add("A", go_to({found->second->page, found->second->top, found->second->structure}));
  else
    annotation.bytes("Dest", text_string(name)), linked_.insert(name);
  return annotation;
}

void Navigation::add_outline() {
  std::vector<Dict> above;  // the entry of each level that further entries may stand below
  for (page::OutlineEntry const& entry : document_.outline) {
    base::ensure(entry.page < pages_.size(), "outline entries lead to pages");
    std::size_t const level = std::min(static_cast<std::size_t>(std::max(entry.level, 1)), above.size() + 1);
    above.resize(level - 1);
    Dict item = objects_.outline(above.empty() ? Dict() : above.back(), entry.title);
    Place const place{entry.page, entry.top, entry.structure};
    if (version_ == Version::pdf20)
      item.add("A", go_to(place));
    else
      item.add("Dest", destination(pages_[entry.page], place));
    above.push_back(item);
  }
}

void Navigation::add_destinations() {
  std::map<std::string, page::Destination const*> byname;
  for (page::Destination const& it : document_.destinations) {
    base::ensure(it.page < pages_.size(), "destinations are on pages");
    if (linked_.count(it.name) != 0) byname.emplace(text_string(it.name), &it);
  }
  if (byname.empty()) return;
  std::vector<std::pair<std::string, page::Destination const*>> const sorted(byname.begin(), byname.end());
  auto const value = [&](Array& out, std::size_t i) {
    page::Destination const& it = *sorted[i].second;
    Place const place{it.page, it.top, it.structure};
    if (version_ == Version::pdf20)
      out.add(go_to(place).remove("S"));
    else
      out.add(destination(pages_[it.page], place));
  };
  Dict names = objects_.dict();
  names.add("Dests",
            tree(objects_, "Names",
                 {sorted.size(), [&](Array& out, std::size_t i) { out.bytes(sorted[i].first); }, value}));
  objects_.catalog().add("Names", names);
}

void Navigation::add_page_labels() {
  struct Range {
    std::size_t first = 0;
    std::optional<std::int64_t> number;
  };
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < document_.pages.size(); ++i) {
    auto const number = decimal(document_.pages[i].label);
    bool const goes_on =
        !ranges.empty() && number && ranges.back().number &&
        *number == *ranges.back().number + static_cast<std::int64_t>(i - ranges.back().first);
    if (!goes_on) ranges.push_back({i, number});
  }
  if (ranges.empty()) return;
  auto const value = [&](Array& out, std::size_t i) {
    Dict label = objects_.dict();
    if (ranges[i].number) {
      label.name("S", "D");
      if (*ranges[i].number != 1) label.integer("St", *ranges[i].number);
    } else {
      label.text("P", document_.pages[ranges[i].first].label);
    }
    out.add(label);
  };
  objects_.catalog().add(
      "PageLabels",
      tree(objects_, "Nums",
           {ranges.size(),
            [&](Array& out, std::size_t i) { out.integer(static_cast<std::int64_t>(ranges[i].first)); },
            value}));
}

}  // namespace ms::pdf

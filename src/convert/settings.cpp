#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "convert/pipeline.hpp"
#include "convert/styles.hpp"
#include "text/tag.hpp"

namespace ms::convert {
namespace {

using base::Failure;

/// SOURCE_DATE_EPOCH (reproducible-builds.org) as an ISO 8601 moment; empty when it is not set.
std::string source_date() {
  char const* const value = std::getenv("SOURCE_DATE_EPOCH");
  if (value == nullptr || *value == '\0') return {};
  char* end = nullptr;
  long long const seconds = std::strtoll(value, &end, 10);
  std::time_t const moment = static_cast<std::time_t>(seconds);
  std::tm parts{};
  // 253402300799 is the last second of the year 9999, the last a four-digit year can name.
  if (*end != '\0' || seconds < 0 || seconds > 253402300799 || ::gmtime_r(&moment, &parts) == nullptr)
    throw Failure("usage.source-date", "SOURCE_DATE_EPOCH must be a number of seconds since 1970");
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1,
                     parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

style::Style style_of(Request const& request, base::Diagnostics& diagnostics) {
  std::vector<style::Style::Source> sources;
  auto const add_built_in = [&](std::string_view style) {
    for (std::string const& sheet : style::sheets_of(style)) {
      auto const is_same = [&](style::Style::Source const& source) { return source.name == sheet; };
      if (std::none_of(sources.begin(), sources.end(), is_same))
        sources.push_back({sheet, std::string(built_in_sheet(sheet))});
    }
  };
  // A sheet of the user's lies on top of brief, unless a named style is its ground.
  bool const has_ground =
      std::any_of(request.styles.begin(), request.styles.end(),
                  [](std::string const& name) { return !style::sheets_of(name).empty(); });
  if (!has_ground) add_built_in("brief");
  for (std::string const& name : request.styles) {
    if (!style::sheets_of(name).empty()) {
      add_built_in(name);
      continue;
    }
    if (!base::exists(name))
      throw Failure("usage.unknown-style", "no such style; choose brief, book or a CSS file", name);
    sources.push_back({name, base::read_file(name)});
  }
  style::Style style = style::Style::parse(std::move(sources), diagnostics);
  if (!request.paper.empty()) {
    auto const paper = style::paper_named(request.paper);
    if (!paper)
      throw Failure(
          "usage.unknown-paper",
          fmt::format("unknown paper '{}'; choose a4, a5, letter or WxH such as 148x210mm", request.paper));
    style.page() = style::on_paper(style.page(), *paper);
  }
  if (request.columns > 0) style.page().columns = request.columns;
  if (!request.font_size.empty()) {
    auto const size = style::length_named(request.font_size);
    if (!size || *size < base::Length::points(4) || *size > base::Length::points(72))
      throw Failure("usage.font-size",
                    fmt::format("unusable font size '{}'; give 4pt to 72pt", request.font_size));
    style::Element const body{.name = "body", .classes = {}, .language = "en"};
    style.scale_type(size->units(), style.compute({body}).size.units());
  }
  return style;
}

}  // namespace

Settings settings_of(Request const& request, base::Diagnostics& diagnostics) {
  Settings settings;
  auto const format = read::format_named(request.from);
  if (!format) throw Failure("usage.unknown-format", fmt::format("unknown input format '{}'", request.from));
  settings.from = *format;
  if (request.language) {
    auto const tag = text::canonical_tag(*request.language);
    if (!tag)
      throw Failure(
          "usage.language",
          fmt::format("'{}' is no language tag; give one such as en, pt-BR or zh-Hant", *request.language));
    settings.reading.language = *tag;
  }
  if (request.direction)
    settings.reading.direction = *request.direction == "rtl" ? text::Direction::rtl : text::Direction::ltr;
  settings.reading.title = request.title;
  settings.reading.author = request.author;
  settings.reading.date = request.date;
  settings.reading.source = request.source;
  settings.reading.raw = request.raw;
  settings.explains = request.explain;
  settings.reports = !request.report.empty();
  settings.has_editors_note = request.editors_note;
  settings.reading.keep = request.keep;
  settings.reading.drop = request.drop;
  settings.style = style_of(request, diagnostics);
  if (request.pdf != "1.7" && request.pdf != "2.0")
    throw Failure("usage.pdf", fmt::format("unknown version of PDF '{}'; choose 1.7 or 2.0", request.pdf));
  if (request.pdf == "2.0") settings.pdf.version = pdf::Version::pdf20;
  settings.modified = source_date();
  return settings;
}

}  // namespace ms::convert

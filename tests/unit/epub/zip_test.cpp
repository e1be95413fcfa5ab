// The one test that touches the container.
#include <doctest/doctest.h>
#include <zip.h>

#include <cstdlib>
#include <ctime>

#include "epub/epub.hpp"
#include "unit/epub/editions.hpp"

using namespace ms;
using namespace ms::epub;

namespace {

std::string container() {
  base::Diagnostics diagnostics;
  doc::Edition const edition = editions::edition(editions::everything());
  style::Style const style = style::Style::parse({}, diagnostics);
  return epub::zip(make_package(edition, style, {}, diagnostics), edition.modified);
}

struct Archive {
  explicit Archive(std::string const& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    REQUIRE(archive != nullptr);
  }
  ~Archive() { zip_discard(archive); }
  Archive(Archive const&) = delete;
  Archive& operator=(Archive const&) = delete;
  zip_t* archive = nullptr;
};

}  // namespace

TEST_CASE("the container: media type first and stored, everything readable") {
  std::string const bytes = container();
  // OCF 3.3, 4.2.4.1: fixed places, no extra field.
  CHECK(bytes.substr(0, 4) == "PK\x03\x04");
  CHECK(bytes.substr(8, 2) == std::string(2, '\0'));   // stored
  CHECK(bytes.substr(28, 2) == std::string(2, '\0'));  // no extra field
  CHECK(bytes.substr(30, 28) == "mimetypeapplication/epub+zip");

  Archive const archive(bytes);
  base::Diagnostics diagnostics;
  doc::Edition const edition = editions::edition(editions::everything());
  Package const package = make_package(edition, style::Style::parse({}, diagnostics), {}, diagnostics);
  REQUIRE(zip_get_num_entries(archive.archive, 0) == static_cast<zip_int64_t>(package.resources.size()));
  for (std::size_t i = 0; i < package.resources.size(); ++i) {
    Resource const& resource = package.resources[i];
    zip_stat_t state;
    REQUIRE(zip_stat_index(archive.archive, i, 0, &state) == 0);
    CHECK(state.name == resource.path);
    CHECK((state.comp_method == ZIP_CM_DEFLATE) == resource.compressed);
    zip_file_t* const file = zip_fopen_index(archive.archive, i, 0);
    REQUIRE(file != nullptr);
    std::string content(resource.bytes.size() + 1, '\0');
    CHECK(zip_fread(file, content.data(), content.size()) == static_cast<zip_int64_t>(resource.bytes.size()));
    content.pop_back();
    CHECK(content == resource.bytes);
    CHECK(zip_fclose(file) == 0);
  }
}

TEST_CASE("the same bytes under any time zone") {
  char const* const before = std::getenv("TZ");
  std::string const kept = before == nullptr ? "" : before;
  auto const in_zone = [](char const* zone) {
    setenv("TZ", zone, 1);
    tzset();
    return container();
  };
  std::string const utc = in_zone("UTC");
  CHECK(utc == in_zone("Pacific/Kiritimati"));
  CHECK(utc == in_zone("America/Los_Angeles"));
  CHECK(utc == in_zone("WST-3:30WDT,J1/0,J365/23"));  // summer time all year round, by rule
  if (before == nullptr)
    unsetenv("TZ");
  else
    setenv("TZ", kept.c_str(), 1);
  tzset();
  // 2025-05-04 12:00 as MS-DOS has it: (45 << 9 | 5 << 5 | 4) and 12 << 11.
  CHECK(utc.substr(10, 4) == std::string("\x00\x60\xA4\x5A", 4));
}

TEST_CASE("before 1980 there was no MS-DOS") {
  Package package;
  package.resources = {{"mimetype", "", "application/epub+zip", false}};
  CHECK(epub::zip(package, "1970-01-01T00:00:00Z").substr(12, 2) == std::string("\x21\x00", 2));
}

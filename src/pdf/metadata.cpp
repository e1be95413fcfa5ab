#include "pdf/metadata.hpp"

#include "pdf/icc.hpp"

namespace ms::pdf {

namespace {

void add_info(Objects& objects, page::Properties const& properties) {
  Dict info = objects.info();
  std::string authors;
  for (std::string const& author : properties.authors) authors += (authors.empty() ? "" : ", ") + author;
  auto const add = [&](char const* key, std::string const& value) {
    if (!value.empty()) info.text(key, value);
  };
  info.remove("Producer");  // libharu's own
  add("Title", properties.title);
  add("Author", authors);
  add("Subject", properties.subject);
  add("Producer", properties.generator);
  add("CreationDate", pdf_date(properties.modified));
}

void add_output_intent(Objects& objects, Colours colours) {
  bool const grey = colours == Colours::grey;
  Dict intent = objects.dict().name("S", "GTS_PDFA1");
  intent.bytes("OutputConditionIdentifier", "sRGB").bytes("Info", "sRGB");
  Dict const profile = objects.stream(grey ? grey_profile() : srgb_profile(), Filter::flate);
  intent.add("DestOutputProfile", Dict(profile).integer("N", grey ? 1 : 3));
  Array intents = objects.array();
  objects.catalog().add("OutputIntents", intents.add(intent));
}

}  // namespace

std::string pdf_date(std::string_view iso) {
  constexpr std::string_view pattern = "0000-00-00T00:00:00Z";
  if (iso.size() != pattern.size()) return {};
  std::string out = "D:";
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    bool const digit = iso[i] >= '0' && iso[i] <= '9';
    if (pattern[i] == '0' ? !digit : iso[i] != pattern[i]) return {};
    if (digit) out += iso[i];
  }
  return out + 'Z';
}

void add_metadata(Objects& objects, page::Properties const& properties, Version version, Claim claim,
                  Colours colours) {
  Dict catalog = objects.catalog();
  if (version == Version::pdf17) add_info(objects, properties);
  // Compressed: PDF/A-1 forbade that (6.7.2), the parts after it do not.
  Dict metadata = objects.stream(xmp_packet(properties, version, claim), Filter::flate);
  catalog.add("Metadata", metadata.name("Type", "Metadata").name("Subtype", "XML"));
  add_output_intent(objects, colours);
  if (!properties.language.empty()) catalog.text("Lang", properties.language);
  Dict preferences = objects.dict().boolean("DisplayDocTitle", true);
  if (properties.direction == text::Direction::rtl) preferences.name("Direction", "R2L");
  catalog.add("ViewerPreferences", preferences);
}

}  // namespace ms::pdf

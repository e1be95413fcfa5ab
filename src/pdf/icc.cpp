#include "pdf/icc.hpp"

#include <cmath>
#include <vector>

#include "pdf/bytes.hpp"

namespace ms::pdf {

namespace {

/// s15Fixed16Number (ISO 15076-1 4.6).
void append_fixed(std::string& out, double value) {
  append_u32(out, static_cast<std::uint32_t>(std::lround(value * 65536)));
}

std::string typed(std::string_view signature) {
  return std::string(signature) + std::string(4, '\0');
}

std::string xyz(double x, double y, double z) {
  std::string out = typed("XYZ ");
  append_fixed(out, x);
  append_fixed(out, y);
  append_fixed(out, z);
  return out;
}

/// multiLocalizedUnicodeType with one record.
std::string text_tag(std::string_view ascii) {
  std::string out = typed("mluc");
  append_u32(out, 1);
  append_u32(out, 12);
  out += "enUS";
  append_u32(out, static_cast<std::uint32_t>(2 * ascii.size()));
  append_u32(out, 28);
  for (char const c : ascii) append_u16(out, static_cast<unsigned char>(c));
  return out;
}

/// parametricCurveType 3: (a x + b)^g from d on, c x below.
std::string curve() {
  std::string out = typed("para");
  append_u16(out, 3);
  append_u16(out, 0);
  for (double const value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) append_fixed(out, value);
  return out;
}

/// From D65 to D50 (Bradford).
std::string adaptation() {
  std::string out = typed("sf32");
  for (double const value :
       {1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168})
    append_fixed(out, value);
  return out;
}

constexpr double white[] = {0.9642, 1, 0.8249};  // D50

struct Tag {
  std::string_view signature;
  std::string data;
};

std::string profile(std::string_view space, std::vector<Tag> const& tags) {
  std::string table, data;
  append_u32(table, static_cast<std::uint32_t>(tags.size()));
  std::size_t const start = 128 + 4 + 12 * tags.size();
  std::size_t at = 0;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (i == 0 || tags[i].data != tags[i - 1].data) {  // the three curves are one
      while (data.size() % 4 != 0) data += '\0';
      at = start + data.size();
      data += tags[i].data;
    }
    table += tags[i].signature;
    append_u32(table, static_cast<std::uint32_t>(at));
    append_u32(table, static_cast<std::uint32_t>(tags[i].data.size()));
  }
  while (data.size() % 4 != 0) data += '\0';

  std::string header;
  append_u32(header, static_cast<std::uint32_t>(start + data.size()));
  append_u32(header, 0);
  append_u32(header, 0x04200000);
  header += "mntr";
  header += space;
  header += "XYZ ";
  for (std::uint32_t const part : {2024u, 1u, 1u, 0u, 0u, 0u})
    append_u16(header, part);  // a date must be there
  header += "acsp";
  header.resize(68, '\0');
  for (double const value : white) append_fixed(header, value);
  header.resize(128, '\0');
  return header + table + data;
}

}  // namespace

std::string srgb_profile() {
  return profile("RGB ", {{"desc", text_tag("sRGB IEC61966-2.1")},
                          {"cprt", text_tag("CC0")},
                          {"wtpt", xyz(white[0], white[1], white[2])},
                          {"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
                          {"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
                          {"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
                          {"rTRC", curve()},
                          {"gTRC", curve()},
                          {"bTRC", curve()},
                          {"chad", adaptation()}});
}

std::string grey_profile() {
  return profile("GRAY", {{"desc", text_tag("Grey")},
                          {"cprt", text_tag("CC0")},
                          {"wtpt", xyz(white[0], white[1], white[2])},
                          {"kTRC", curve()}});
}

}  // namespace ms::pdf

#include "pdf/images.hpp"

#include <fmt/format.h>

#include <map>

#include "base/digest.hpp"
#include "base/exif.hpp"
#include "pdf/bytes.hpp"
#include "pdf/pixels.hpp"

namespace ms::pdf {

namespace {

constexpr std::string_view jpeg_mark("\xFF\xD8\xFF", 3), png_mark("\x89PNG\r\n\x1a\n", 8);

Dict picture(Dict made, std::uint32_t width, std::uint32_t height, int channels) {
  made.name("Type", "XObject").name("Subtype", "Image").integer("Width", width).integer("Height", height);
  return made.name("ColorSpace", channels == 1 ? "DeviceGray" : "DeviceRGB").integer("BitsPerComponent", 8);
}

Dict samples(Objects& objects, std::string const& bytes, Pixels const& pixels, int channels) {
  std::size_t const per_pixel = static_cast<std::size_t>(channels);
  Dict made = objects.stream(filtered_rows(bytes, pixels.width * per_pixel, per_pixel), Filter::flate);
  Dict parameters = objects.dict().integer("Predictor", 15).integer("Colors", channels);
  made.add("DecodeParms", parameters.integer("Columns", pixels.width));
  return picture(made, pixels.width, pixels.height, channels);
}

/// The object, or why there is none.
std::variant<Dict, std::string> object_of(Objects& objects, std::string_view bytes) {
  if (bytes.substr(0, jpeg_mark.size()) == jpeg_mark) {
    Jpeg const jpeg = look_at_jpeg(bytes);
    if (!jpeg.reason.empty()) return jpeg.reason;
    return picture(objects.stream(bytes, Filter::jpeg), jpeg.width, jpeg.height, jpeg.components);
  }
  PixelsOrReason found = "it is neither JPEG nor PNG nor WebP";
  if (bytes.substr(0, png_mark.size()) == png_mark)
    found = png_pixels(bytes);
  else if (bytes.size() > 12 && bytes.substr(0, 4) == "RIFF" && bytes.substr(8, 4) == "WEBP")
    found = webp_pixels(bytes);
  if (auto const* reason = std::get_if<std::string>(&found)) return *reason;
  Pixels const& pixels = std::get<Pixels>(found);
  Dict made = samples(objects, pixels.colour, pixels, pixels.channels);
  if (!pixels.opacity.empty()) made.add("SMask", samples(objects, pixels.opacity, pixels, 1));
  return made;
}

}  // namespace

Jpeg look_at_jpeg(std::string_view bytes) {
  Jpeg out;
  auto const refuse = [&](char const* reason) {
    out.reason = reason;
    return out;
  };
  std::size_t at = 2;
  bool has_frame = false;
  while (at + 4 <= bytes.size()) {
    if (u8_at(bytes, at) != 0xFF) return refuse("its segments are damaged");
    std::uint32_t const marker = u8_at(bytes, at + 1);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    std::size_t const length = u16_at(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.size()) return refuse("it is cut short");
    bool const is_frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (is_frame) {
      // Baseline, extended, progressive: what DCTDecode knows (ISO 32000-1 7.4.8).
      if (marker > 0xC2) return refuse("it is lossless or arithmetically coded");
      if (length < 8) return refuse("its frame is damaged");
      if (u8_at(bytes, at + 4) != 8) return refuse("it has more than eight bits a sample");
      out.height = u16_at(bytes, at + 5);
      out.width = u16_at(bytes, at + 7);
      out.components = static_cast<int>(u8_at(bytes, at + 9));
      has_frame = true;
      if (out.width == 0 || out.height == 0) return refuse("it has no size");
      if (std::uint64_t{out.width} * out.height > most_pixels)
        return refuse("it has more than 50 million pixels");
      if (out.components == 4) return refuse("its colours are inks (CMYK), which screens show differently");
      if (out.components != 1 && out.components != 3) return refuse("its colours are unknown");
    }
    if (marker == 0xDA) {
      if (!has_frame) return refuse("its frame is missing");
      constexpr std::string_view end("\xFF\xD9", 2);
      if (bytes.find(end, at) == std::string_view::npos) return refuse("it is cut short");
      return out;
    }
    at += 2 + length;
  }
  return refuse("it is cut short");
}

Images image_objects(Objects& objects, std::vector<page::Image> const& images,
                     base::Diagnostics& diagnostics) {
  Images out;
  std::map<std::string, std::string> known;  // name by digest
  for (page::Image const& image : images) {
    auto const [place, is_new] = known.try_emplace(base::sha256_hex(image.bytes));
    if (is_new) {
      std::variant<Dict, std::string> const made = object_of(objects, image.bytes);
      if (auto const* object = std::get_if<Dict>(&made)) {
        place->second = "I" + std::to_string(out.pictures.size());
        if (!out.resources) out.resources = objects.dict();  // one nobody takes would stay behind in libharu
        out.resources.add(place->second.c_str(), *object);
      } else {
        diagnostics.warn("pdf.image", fmt::format("an image cannot be drawn ({}); its place stays empty",
                                                  std::get<std::string>(made)));
      }
    }
    out.pictures.push_back({place->second, base::exif_orientation(image.bytes)});
  }
  return out;
}

}  // namespace ms::pdf

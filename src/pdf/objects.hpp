// The graph of PDF objects, kept by libharu's object layer (ISO 32000-1 7.3). In: names, numbers, strings,
// dictionaries, arrays, streams, pages. Out: handles to put into one another; file.hpp prints the whole.
// libharu's limits are kept here (arrays of 8,191 elements, names of 127 bytes, strings of 32,767 bytes,
// which is PDF/A's limit): what is longer is refused with a Failure, but for texts, which are cut. libharu
// remembers its first error; every call here looks at it outside C frames and throws Failure `pdf.object`.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/rect.hpp"

struct _HPDF_Array_Rec;
struct _HPDF_Dict_Rec;
struct _HPDF_Doc_Rec;

namespace ms::pdf {

class Array;

/// A dictionary, or the dictionary of a stream. A handle: copying it copies no object. A direct object may be
/// put into one place only, an indirect one into many (as a reference).
class Dict {
 public:
  Dict() = default;
  explicit Dict(_HPDF_Dict_Rec* handle) : handle_(handle) {}
  explicit operator bool() const { return handle_ != nullptr; }
  _HPDF_Dict_Rec* handle() const { return handle_; }

  Dict& add(char const* key, Dict value);
  Dict& add(char const* key, Array value);
  Dict& name(char const* key, std::string_view value);
  Dict& integer(char const* key, std::int64_t value);
  Dict& boolean(char const* key, bool value);
  Dict& text(char const* key, std::string_view utf8);    ///< text string (7.9.2.2)
  Dict& bytes(char const* key, std::string_view bytes);  ///< byte string
  Dict& remove(char const* key);

  friend bool operator==(Dict, Dict) = default;

 private:
  _HPDF_Dict_Rec* handle_ = nullptr;
};

class Array {
 public:
  static constexpr std::size_t most = 8191;  ///< elements an array may have (PDF 1.4, annex C)

  Array() = default;
  explicit Array(_HPDF_Array_Rec* handle) : handle_(handle) {}
  explicit operator bool() const { return handle_ != nullptr; }
  _HPDF_Array_Rec* handle() const { return handle_; }

  Array& add(Dict value);
  Array& add(Array value);
  Array& name(std::string_view value);
  Array& integer(std::int64_t value);
  Array& number(base::Length value);
  Array& text(std::string_view utf8);
  Array& bytes(std::string_view bytes);
  Array& null();
  std::size_t size() const;

 private:
  _HPDF_Array_Rec* handle_ = nullptr;
};

enum class Filter { none, flate, jpeg };

class Objects {
 public:
  Objects();

  Dict dict();  ///< direct
  Dict indirect();
  Array array();  ///< direct
  Array indirect_array();
  /// Indirect. The bytes are kept as they are; the finaliser compresses those of a `flate` stream, those of a
  /// `jpeg` stream are a JPEG file. An empty stream gets one byte: some readers warn about nothing.
  Dict stream(std::string_view bytes, Filter filter);

  Dict catalog() const;
  Dict info() const;

  /// Call before the first page when there are more pages than one node of the page tree takes.
  void expect_pages(std::size_t count);
  Dict page(base::Size paper);
  void set_content(Dict page, std::string_view content);

  /// One entry of the outline below `parent` (none: at the top).
  Dict outline(Dict parent, std::string_view title);

  _HPDF_Doc_Rec* handle() const { return doc_.get(); }

 private:
  struct Free {
    void operator()(_HPDF_Doc_Rec* doc) const;
  };
  std::unique_ptr<_HPDF_Doc_Rec, Free> doc_;
};

/// Bytes of a text string: ASCII as it is, else UTF-16BE with its mark; cut at a code point when it is longer
/// than 32,767 bytes.
std::string text_string(std::string_view utf8);

/// Numbers with a fraction are libharu numbers that hold thousandths and carry this subclass, since its own
/// reals are floats.
constexpr std::uint16_t thousandths_subclass = 0x7F00;

}  // namespace ms::pdf

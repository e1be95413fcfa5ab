// A small reader of the PDF files we write, for tests: objects by path. In: the bytes of a file with a
// cross-reference stream. Out: values; what is malformed throws std::runtime_error.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ms::tests {

struct PdfValue {
  enum class Kind { null, boolean, number, name, string, array, dict, reference } kind = Kind::null;
  double number = 0;  ///< also the object number of a reference; 0 or 1 of a boolean
  std::string text;   ///< of a name or string
  std::vector<PdfValue> items;
  std::map<std::string, PdfValue> entries;
  std::string data;  ///< of a stream, inflated
  std::string raw;   ///< of a stream, as it is in the file
};

class PdfReader {
 public:
  explicit PdfReader(std::string bytes);

  PdfValue const& trailer() const { return trailer_; }
  PdfValue const& object(int number) const;
  std::size_t object_count() const { return objects_.size(); }
  std::map<int, PdfValue> const& objects() const { return objects_; }

  /// "Root/Pages/Kids/0": entries by key, elements by index, from the trailer; references are followed.
  PdfValue const& at(std::string_view path) const;
  PdfValue const& at(PdfValue const& from, std::string_view path) const;
  bool has(std::string_view path) const;
  PdfValue const& resolved(PdfValue const& value) const;
  std::vector<PdfValue const*> pages() const;

 private:
  std::string bytes_;
  PdfValue trailer_;
  std::map<int, PdfValue> objects_;
};

/// UTF-8 of a text string.
std::string text_of(PdfValue const& value);
std::string inflated(std::string_view bytes);

}  // namespace ms::tests

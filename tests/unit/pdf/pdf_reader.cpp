#include "pdf_reader.hpp"

#include <zlib.h>

#include <stdexcept>

#include "text/utf8.hpp"

namespace ms::tests {

namespace {

class Parser {
 public:
  Parser(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}
  std::size_t at() const { return at_; }

  PdfValue value() {
    skip_space();
    PdfValue out;
    char const c = peek();
    if (c == '/') return name();
    if (c == '(') return string();
    if (c == '[') {
      out.kind = PdfValue::Kind::array;
      ++at_;
      for (skip_space(); peek() != ']'; skip_space()) out.items.push_back(value());
      ++at_;
      return out;
    }
    if (taken("<<")) {
      out.kind = PdfValue::Kind::dict;
      for (skip_space(); !taken(">>"); skip_space()) {
        std::string const key = name().text;
        if (!out.entries.emplace(key, value()).second)
          throw std::runtime_error("twice in a dictionary: " + key);
      }
      return out;
    }
    if (c == '<') return hex();
    if (taken("null")) return out;
    if (taken("true") || taken("false")) {
      out.kind = PdfValue::Kind::boolean;
      out.number = bytes_[at_ - 2] == 'u';
      return out;
    }
    return number_or_reference();
  }

  double number() {
    skip_space();
    std::size_t const start = at_;
    while (at_ < bytes_.size() &&
           std::string_view("+-.0123456789").find(bytes_[at_]) != std::string_view::npos)
      ++at_;
    if (start == at_) throw std::runtime_error("no value at " + std::to_string(at_));
    return std::stod(std::string(bytes_.substr(start, at_ - start)));
  }

  bool taken(std::string_view word) {
    skip_space();
    if (bytes_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

 private:
  char peek() const {
    if (at_ >= bytes_.size()) throw std::runtime_error("the file ends within an object");
    return bytes_[at_];
  }
  void skip_space() {
    while (at_ < bytes_.size() && std::string_view(" \n\r\t").find(bytes_[at_]) != std::string_view::npos)
      ++at_;
  }
  static bool regular(char c) {
    return std::string_view(" \n\r\t()<>[]{}/%").find(c) == std::string_view::npos;
  }

  PdfValue name() {
    skip_space();
    if (peek() != '/') throw std::runtime_error("a key is no name");
    PdfValue out;
    out.kind = PdfValue::Kind::name;
    for (++at_; at_ < bytes_.size() && regular(bytes_[at_]); ++at_) {
      if (bytes_[at_] == '#') {
        out.text += static_cast<char>(std::stoi(std::string(bytes_.substr(at_ + 1, 2)), nullptr, 16));
        at_ += 2;
      } else {
        out.text += bytes_[at_];
      }
    }
    return out;
  }

  PdfValue string() {
    PdfValue out;
    out.kind = PdfValue::Kind::string;
    for (++at_; peek() != ')'; ++at_) {
      if (peek() == '\\') {
        ++at_;
        out.text += peek() == 'r' ? '\r' : peek();
      } else {
        out.text += peek();
      }
    }
    ++at_;
    return out;
  }

  PdfValue hex() {
    PdfValue out;
    out.kind = PdfValue::Kind::string;
    for (++at_; peek() != '>'; at_ += 2)
      out.text += static_cast<char>(std::stoi(std::string(bytes_.substr(at_, 2)), nullptr, 16));
    ++at_;
    return out;
  }

  PdfValue number_or_reference() {
    PdfValue out;
    out.kind = PdfValue::Kind::number;
    out.number = number();
    std::size_t const after = at_;
    if (taken("0") && taken("R"))
      out.kind = PdfValue::Kind::reference;
    else
      at_ = after;
    return out;
  }

  std::string_view bytes_;
  std::size_t at_;
};

std::string without_predictor(std::string const& rows, std::size_t columns) {
  std::string out, above(columns, '\0');
  for (std::size_t at = 0; at < rows.size(); at += columns + 1) {
    if (rows[at] != 2) throw std::runtime_error("a row without predictor 2");
    for (std::size_t i = 0; i < columns; ++i) above[i] = static_cast<char>(above[i] + rows[at + 1 + i]);
    out += above;
  }
  return out;
}

PdfValue indirect(std::string_view bytes, std::size_t at, int number) {
  Parser parser(bytes, at);
  if (static_cast<int>(parser.number()) != number || !parser.taken("0") || !parser.taken("obj"))
    throw std::runtime_error("no object " + std::to_string(number) + " at " + std::to_string(at));
  PdfValue value = parser.value();
  if (parser.taken("stream\n")) {
    auto const length = static_cast<std::size_t>(value.entries.at("Length").number);
    value.raw = bytes.substr(parser.at(), length);
    Parser end(bytes, parser.at() + length);
    if (bytes.substr(end.at(), 1) != "\n" || !end.taken("endstream"))
      throw std::runtime_error("wrong /Length");
    auto const filter = value.entries.find("Filter");
    value.data = filter != value.entries.end() && filter->second.text == "FlateDecode" ? inflated(value.raw)
                                                                                       : value.raw;
  }
  return value;
}

}  // namespace

std::string inflated(std::string_view bytes) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) throw std::runtime_error("inflateInit");
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  int status = Z_OK;
  while (status == Z_OK) {
    char buffer[4096];
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = sizeof buffer;
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer, sizeof buffer - stream.avail_out);
  }
  inflateEnd(&stream);
  if (status != Z_STREAM_END || stream.avail_in != 0) throw std::runtime_error("a damaged stream");
  return out;
}

PdfReader::PdfReader(std::string bytes) : bytes_(std::move(bytes)) {
  std::size_t const tail = bytes_.rfind("startxref\n");
  if (tail == std::string::npos) throw std::runtime_error("no startxref");
  std::size_t const start = std::stoul(bytes_.substr(tail + 10));
  int const number = std::stoi(bytes_.substr(start));
  trailer_ = indirect(bytes_, start, number);
  auto const width = static_cast<std::size_t>(trailer_.entries.at("W").items.at(1).number);
  std::string const table = without_predictor(trailer_.data, width + 2);
  auto const row = [&](std::size_t n) { return std::string_view(table).substr(n * (width + 2), width + 2); };
  auto const where = [&](std::size_t n) {
    std::size_t value = 0;
    for (char const c : row(n).substr(1, width)) value = value << 8 | static_cast<unsigned char>(c);
    return value;
  };
  std::size_t const count = table.size() / (width + 2);
  if (count != static_cast<std::size_t>(trailer_.entries.at("Size").number))
    throw std::runtime_error("wrong /Size");
  for (std::size_t n = 1; n < count; ++n)
    if (row(n)[0] == 1) objects_[static_cast<int>(n)] = indirect(bytes_, where(n), static_cast<int>(n));
  for (std::size_t n = 1; n < count; ++n) {
    if (row(n)[0] != 2) continue;
    PdfValue const& pack = objects_.at(static_cast<int>(where(n)));
    Parser index(pack.data, 0);
    double offset = 0, found = 0;
    for (int i = 0; i <= static_cast<unsigned char>(row(n)[width + 1]); ++i) {
      found = index.number();
      offset = index.number();
    }
    if (found != static_cast<double>(n)) throw std::runtime_error("wrong index in an object stream");
    Parser parser(pack.data, static_cast<std::size_t>(pack.entries.at("First").number + offset));
    objects_[static_cast<int>(n)] = parser.value();
  }
}

PdfValue const& PdfReader::object(int number) const {
  return objects_.at(number);
}

PdfValue const& PdfReader::resolved(PdfValue const& value) const {
  return value.kind == PdfValue::Kind::reference ? object(static_cast<int>(value.number)) : value;
}

PdfValue const& PdfReader::at(std::string_view path) const {
  return at(trailer_, path);
}

PdfValue const& PdfReader::at(PdfValue const& from, std::string_view path) const {
  PdfValue const* now = &resolved(from);
  while (!path.empty()) {
    std::size_t const slash = std::min(path.find('/'), path.size());
    std::string const step(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (now->kind == PdfValue::Kind::array)
      now = &resolved(now->items.at(std::stoul(step)));
    else if (auto const entry = now->entries.find(step); entry != now->entries.end())
      now = &resolved(entry->second);
    else
      throw std::runtime_error("no entry " + step);
  }
  return *now;
}

bool PdfReader::has(std::string_view path) const {
  try {
    at(path);
    return true;
  } catch (std::exception const&) {
    return false;
  }
}

std::vector<PdfValue const*> PdfReader::pages() const {
  std::vector<PdfValue const*> out;
  auto const walk = [&](auto const& self, PdfValue const& node) -> void {
    if (at(node, "Type").text == "Page") {
      out.push_back(&node);
      return;
    }
    for (PdfValue const& kid : at(node, "Kids").items) self(self, resolved(kid));
  };
  walk(walk, at("Root/Pages"));
  return out;
}

std::string text_of(PdfValue const& value) {
  std::string const& bytes = value.text;
  if (bytes.substr(0, 2) != "\xFE\xFF") return bytes;
  std::u16string units;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2)
    units += static_cast<char16_t>(static_cast<unsigned char>(bytes[i]) << 8 |
                                   static_cast<unsigned char>(bytes[i + 1]));
  return text::to_utf8(units);
}

}  // namespace ms::tests

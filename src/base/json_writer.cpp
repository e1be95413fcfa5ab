#include "base/json_writer.hpp"

namespace ms::base {
namespace {

constexpr std::size_t piece = 1 << 16;

}  // namespace

void JsonWriter::key(std::string_view name) {
  place();
  out_.append(1, '"').append(name) += "\": ";
  after_key_ = true;
}

void JsonWriter::value(std::string_view string) {
  raw(Json(string).dump());
}

void JsonWriter::value(Json const& json) {
  place();
  for (char const c : json.dump(2)) {
    out_ += c;
    if (c == '\n') out_.append(2 * depth_, ' ');  // those of strings are escaped
  }
}

void JsonWriter::begin(char bracket) {
  place();
  out_ += bracket;
  ++depth_;
  is_first_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!is_first_) out_.append(1, '\n').append(2 * depth_, ' ');
  out_ += bracket;
  is_first_ = false;
  if (depth_ == 0 || out_.size() >= piece) {
    sink_(out_);
    out_.clear();
  }
}

void JsonWriter::place() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  out_ += is_first_ ? "\n" : ",\n";
  out_.append(2 * depth_, ' ');
  is_first_ = false;
}

void JsonWriter::raw(std::string_view text) {
  place();
  out_ += text;
}

}  // namespace ms::base

// Writes JSON piece by piece, for trees so large that they should be held neither as values nor as text. In:
// members and values in order. Out: the same bytes as `Json::dump(2)` of the whole, all of them gone into the
// sink when the outermost value ends. Strings must be valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/json.hpp"
#include "base/sink.hpp"

namespace ms::base {

class JsonWriter {
 public:
  explicit JsonWriter(Sink sink) : sink_(std::move(sink)) {}
  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  /// Names the member whose value comes next; names are those in the code, with nothing to escape.
  void key(std::string_view name);
  void value(std::string_view string);
  void value(char const* string) { value(std::string_view(string)); }
  void value(std::string const& string) { value(std::string_view(string)); }
  void value(bool is_true) { raw(is_true ? "true" : "false"); }
  void value(int number) { raw(std::to_string(number)); }
  void value(std::size_t number) { raw(std::to_string(number)); }
  /// A small tree that is a value already.
  void value(Json const& json);
  template <class Value>
  void member(std::string_view name, Value const& one) {
    key(name);
    value(one);
  }

 private:
  void begin(char bracket);
  void end(char bracket);
  void place();  ///< comma, line and indent before a value of an array or a key
  void raw(std::string_view text);

  Sink sink_;
  std::string out_;  ///< what has not gone into the sink yet
  std::size_t depth_ = 0;
  bool is_first_ = true;    ///< nothing stands in the open object or array yet
  bool after_key_ = false;  ///< the next value stands behind its key
};

}  // namespace ms::base

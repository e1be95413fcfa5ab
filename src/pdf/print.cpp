#include "pdf/print.hpp"

#include <hpdf.h>
#include <hpdf_objects.h>

#include <cstring>

#include "base/ensure.hpp"
#include "pdf/numbers.hpp"
#include "pdf/objects.hpp"

namespace ms::pdf {

namespace {

bool is_delimiter(char c) {
  return std::strchr("()<>[]{}/%", c) != nullptr;
}
bool is_space(char c) {
  return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

/// A regular token (number, reference, keyword) after another one needs a space.
void separate(std::string& out) {
  if (!out.empty() && !is_delimiter(out.back()) && !is_space(out.back())) out += ' ';
}

void append_reference(std::string& out, void const* object, Numbering const& numbering) {
  std::uint32_t const id = static_cast<HPDF_Obj_Header const*>(object)->obj_id & 0x00FFFFFF;
  base::ensure(id < numbering.size() && numbering[id] != 0, "every object referred to is in the file");
  append_integer(out, numbering[id]);
  out += " 0 R";
}

void append_number(std::string& out, HPDF_Number_Rec const* number) {
  if ((number->header.obj_class & thousandths_subclass) == thousandths_subclass)
    append_thousandths(out, number->value);
  else
    append_integer(out, number->value);
}

void append_array(std::string& out, HPDF_Array_Rec const* array, Numbering const& numbering) {
  out += '[';
  for (HPDF_UINT i = 0; i < array->list->count; ++i) append_object(out, array->list->obj[i], numbering);
  out += ']';
}

}  // namespace

void append_name(std::string& out, std::string_view name) {
  out += '/';
  for (char const c : name) {
    if (c > ' ' && c <= '~' && c != '#' && !is_delimiter(c)) {
      out += c;
    } else {
      out += '#';
      std::string hex;
      append_hex16(hex, static_cast<unsigned char>(c));
      out.append(hex, 2);
    }
  }
}

void append_string(std::string& out, std::string_view bytes) {
  out += '(';
  for (char const c : bytes) {
    // A carriage return would be read as a line feed (7.3.4.2).
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    if (c == '\r')
      out += "\\r";
    else
      out += c;
  }
  out += ')';
}

void append_entries(std::string& out, _HPDF_Dict_Rec const* dict, Numbering const& numbering) {
  for (HPDF_UINT i = 0; i < dict->list->count; ++i) {
    auto const* const element = static_cast<HPDF_DictElement_Rec const*>(dict->list->obj[i]);
    auto const* const header = static_cast<HPDF_Obj_Header const*>(element->value);
    if (header->obj_id & HPDF_OTYPE_HIDDEN) continue;
    if (dict->stream != nullptr &&
        (std::strcmp(element->key, "Length") == 0 || std::strcmp(element->key, "Filter") == 0))
      continue;
    append_name(out, element->key);
    append_object(out, element->value, numbering);
  }
}

void append_object(std::string& out, void const* object, Numbering const& numbering) {
  auto const* const header = static_cast<HPDF_Obj_Header const*>(object);
  switch (header->obj_class & HPDF_OCLASS_ANY) {
    case HPDF_OCLASS_NULL:
      separate(out);
      out += "null";
      return;
    case HPDF_OCLASS_BOOLEAN:
      separate(out);
      out += static_cast<HPDF_Boolean_Rec const*>(object)->value ? "true" : "false";
      return;
    case HPDF_OCLASS_NUMBER:
      separate(out);
      return append_number(out, static_cast<HPDF_Number_Rec const*>(object));
    case HPDF_OCLASS_REAL:
      separate(out);
      return append_length(
          out, base::Length::points(static_cast<double>(static_cast<HPDF_Real_Rec const*>(object)->value)));
    case HPDF_OCLASS_NAME: return append_name(out, static_cast<HPDF_Name_Rec const*>(object)->value);
    case HPDF_OCLASS_STRING: {
      auto const* const string = static_cast<HPDF_String_Rec const*>(object);
      return append_string(out, {reinterpret_cast<char const*>(string->value), string->len});
    }
    case HPDF_OCLASS_BINARY: {
      auto const* const binary = static_cast<HPDF_Binary_Rec const*>(object);
      return append_string(out, {reinterpret_cast<char const*>(binary->value), binary->len});
    }
    case HPDF_OCLASS_ARRAY: return append_array(out, static_cast<HPDF_Array_Rec const*>(object), numbering);
    case HPDF_OCLASS_DICT:
      out += "<<";
      append_entries(out, static_cast<HPDF_Dict_Rec const*>(object), numbering);
      out += ">>";
      return;
    case HPDF_OCLASS_PROXY:
      separate(out);
      return append_reference(out, static_cast<HPDF_Proxy_Rec const*>(object)->obj, numbering);
    default: base::ensure(false, "libharu has no other classes of objects");
  }
}

}  // namespace ms::pdf

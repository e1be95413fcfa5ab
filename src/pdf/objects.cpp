#include "pdf/objects.hpp"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>

#include "base/failure.hpp"
#include "pdf/numbers.hpp"
#include "text/utf8.hpp"

namespace ms::pdf {

namespace {

constexpr std::size_t longest_string = 32767;
constexpr std::size_t longest_name = 127;
constexpr HPDF_UINT pages_per_node = 500;

[[noreturn]] void fail(HPDF_STATUS status) {
  throw base::Failure("pdf.object",
                      fmt::format("the PDF library refused an object with error 0x{:04X}; please report this "
                                  "with the input",
                                  static_cast<unsigned>(status)));
}

void check(HPDF_STATUS status) {
  if (status != HPDF_OK) fail(status);
}

template <class T>
T* checked(T* object, HPDF_Error error) {
  if (object == nullptr) fail(error->error_no);
  return object;
}

void* name_of(HPDF_MMgr memory, std::string_view value) {
  if (value.size() > longest_name) fail(HPDF_NAME_OUT_OF_RANGE);
  return checked(HPDF_Name_New(memory, std::string(value).c_str()), memory->error);
}

void* integer_of(HPDF_MMgr memory, std::int64_t value) {
  if (value > INT32_MAX || value < INT32_MIN) fail(HPDF_REAL_OUT_OF_RANGE);
  return checked(HPDF_Number_New(memory, static_cast<HPDF_INT32>(value)), memory->error);
}

void* bytes_of(HPDF_MMgr memory, std::string_view bytes) {
  if (bytes.size() > longest_string) fail(HPDF_STRING_OUT_OF_RANGE);
  std::string copy(bytes);  // libharu takes bytes to copy by a pointer to non-const
  return checked(
      HPDF_Binary_New(memory, reinterpret_cast<HPDF_BYTE*>(copy.data()), static_cast<HPDF_UINT>(copy.size())),
      memory->error);
}

}  // namespace

std::string text_string(std::string_view utf8) {
  bool ascii = true;
  for (char const c : utf8) ascii = ascii && (c >= ' ' && c <= '~');
  if (ascii) return std::string(utf8.substr(0, longest_string));
  std::string out = "\xFE\xFF";
  for (auto const c : text::code_points(utf8)) {
    std::u16string const units = text::to_utf16(utf8.substr(c.offset, c.length));
    if (out.size() + 2 * units.size() > longest_string) break;
    for (char16_t const unit : units) {
      out += static_cast<char>(unit >> 8);
      out += static_cast<char>(unit & 0xFF);
    }
  }
  return out;
}

Dict& Dict::add(char const* key, Dict value) {
  check(HPDF_Dict_Add(handle_, key, value.handle()));
  return *this;
}
Dict& Dict::add(char const* key, Array value) {
  check(HPDF_Dict_Add(handle_, key, value.handle()));
  return *this;
}
Dict& Dict::name(char const* key, std::string_view value) {
  check(HPDF_Dict_Add(handle_, key, name_of(handle_->mmgr, value)));
  return *this;
}
Dict& Dict::integer(char const* key, std::int64_t value) {
  check(HPDF_Dict_Add(handle_, key, integer_of(handle_->mmgr, value)));
  return *this;
}
Dict& Dict::boolean(char const* key, bool value) {
  check(HPDF_Dict_AddBoolean(handle_, key, value ? HPDF_TRUE : HPDF_FALSE));
  return *this;
}
Dict& Dict::text(char const* key, std::string_view utf8) {
  return bytes(key, text_string(utf8));
}
Dict& Dict::bytes(char const* key, std::string_view bytes) {
  check(HPDF_Dict_Add(handle_, key, bytes_of(handle_->mmgr, bytes)));
  return *this;
}
Dict& Dict::remove(char const* key) {
  check(HPDF_Dict_RemoveElement(handle_, key));
  return *this;
}

Array& Array::add(Dict value) {
  check(HPDF_Array_Add(handle_, value.handle()));
  return *this;
}
Array& Array::add(Array value) {
  check(HPDF_Array_Add(handle_, value.handle()));
  return *this;
}
Array& Array::name(std::string_view value) {
  check(HPDF_Array_Add(handle_, name_of(handle_->mmgr, value)));
  return *this;
}
Array& Array::integer(std::int64_t value) {
  check(HPDF_Array_Add(handle_, integer_of(handle_->mmgr, value)));
  return *this;
}
Array& Array::number(base::Length value) {
  void* const number = integer_of(handle_->mmgr, thousandths_of(value));
  static_cast<HPDF_Number>(number)->header.obj_class |= thousandths_subclass;
  check(HPDF_Array_Add(handle_, number));
  return *this;
}
Array& Array::text(std::string_view utf8) {
  return bytes(text_string(utf8));
}
Array& Array::bytes(std::string_view bytes) {
  check(HPDF_Array_Add(handle_, bytes_of(handle_->mmgr, bytes)));
  return *this;
}
Array& Array::null() {
  check(HPDF_Array_Add(handle_, checked(HPDF_Null_New(handle_->mmgr), handle_->error)));
  return *this;
}
std::size_t Array::size() const {
  return handle_->list->count;
}

void Objects::Free::operator()(_HPDF_Doc_Rec* doc) const {
  HPDF_Free(doc);
}

Objects::Objects() : doc_(static_cast<HPDF_Doc>(HPDF_New(nullptr, nullptr))) {
  if (!doc_) fail(HPDF_FAILD_TO_ALLOC_MEM);
}

Dict Objects::dict() {
  return Dict(checked(HPDF_Dict_New(doc_->mmgr), &doc_->error));
}
Dict Objects::indirect() {
  Dict const made = dict();
  check(HPDF_Xref_Add(doc_->xref, made.handle()));
  return made;
}
Array Objects::array() {
  return Array(checked(HPDF_Array_New(doc_->mmgr), &doc_->error));
}
Array Objects::indirect_array() {
  Array const made = array();
  check(HPDF_Xref_Add(doc_->xref, made.handle()));
  return made;
}

Dict Objects::stream(std::string_view bytes, Filter filter) {
  HPDF_Dict const made = checked(HPDF_DictStream_New(doc_->mmgr, doc_->xref), &doc_->error);
  made->filter = filter == Filter::flate  ? HPDF_STREAM_FILTER_FLATE_DECODE
                 : filter == Filter::jpeg ? HPDF_STREAM_FILTER_DCT_DECODE
                                          : HPDF_STREAM_FILTER_NONE;
  if (bytes.empty()) bytes = "\n";
  check(HPDF_Stream_Write(made->stream, reinterpret_cast<HPDF_BYTE const*>(bytes.data()),
                          static_cast<HPDF_UINT>(bytes.size())));
  return Dict(made);
}

Dict Objects::catalog() const {
  return Dict(doc_->catalog);
}
Dict Objects::info() const {
  return Dict(doc_->info);
}

void Objects::expect_pages(std::size_t count) {
  if (count > pages_per_node) check(HPDF_SetPagesConfiguration(doc_.get(), pages_per_node));
}

Dict Objects::page(base::Size paper) {
  HPDF_Page const made = checked(HPDF_AddPage(doc_.get()), &doc_->error);
  Array box = array();
  box.integer(0).integer(0).number(paper.width).number(paper.height);
  Dict page(made);
  page.add("MediaBox", box);
  reinterpret_cast<HPDF_PageAttr>(made->attr)->contents->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  return page;
}

void Objects::set_content(Dict page, std::string_view content) {
  if (content.empty()) content = "\n";
  HPDF_Stream const stream = reinterpret_cast<HPDF_PageAttr>(page.handle()->attr)->stream;
  check(HPDF_Stream_Write(stream, reinterpret_cast<HPDF_BYTE const*>(content.data()),
                          static_cast<HPDF_UINT>(content.size())));
}

Dict Objects::outline(Dict parent, std::string_view title) {
  // libharu's own encoders end at U+FFFF, and it gives entries the type of the outline's root.
  HPDF_Outline const made =
      checked(HPDF_CreateOutline(doc_.get(), parent.handle(), "-", nullptr), &doc_->error);
  Dict entry(made);
  entry.text("Title", title).remove("Type");
  return entry;
}

}  // namespace ms::pdf

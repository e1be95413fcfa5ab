#include "pdf/file.hpp"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>

#include "base/digest.hpp"
#include "base/ensure.hpp"
#include "pdf/deflate.hpp"
#include "pdf/numbers.hpp"
#include "pdf/print.hpp"

namespace ms::pdf {

namespace {

/// One byte then holds an object's place in its object stream.
constexpr std::size_t objects_per_stream = 250;

/// Where an object is: a row of the cross-reference stream (7.5.8.3).
struct Place {
  int kind = 0;           ///< 0 free, 1 in the file, 2 in an object stream
  std::size_t where = 0;  ///< byte offset, or number of the object stream
  std::size_t index = 0;  ///< in the object stream
};

HPDF_Obj_Header const* header_of(void const* object) {
  return static_cast<HPDF_Obj_Header const*>(object);
}
std::uint32_t id_of(void const* object) {
  return header_of(object)->obj_id & 0x00FFFFFF;
}
bool is_dict(void const* object) {
  return (header_of(object)->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT;
}
HPDF_Dict_Rec* stream_of(void* object) {
  if (!is_dict(object)) return nullptr;
  auto* const dict = static_cast<HPDF_Dict_Rec*>(object);
  return dict->stream != nullptr ? dict : nullptr;
}

std::string bytes_of(HPDF_Stream stream) {
  std::string out;
  out.reserve(stream->size);
  for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); ++i) {
    HPDF_UINT length = 0;
    HPDF_BYTE const* const bytes = HPDF_MemStream_GetBufPtr(stream, i, &length);
    out.append(reinterpret_cast<char const*>(bytes), length);
  }
  return out;
}

void append_big_endian(std::string& out, std::size_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

class Writer {
 public:
  Writer(Objects& objects, Version version) : doc_(*objects.handle()), version_(version) {}

  std::string write() {
    number_objects();
    out_ = version_ == Version::pdf20 ? "%PDF-2.0\n" : "%PDF-1.7\n";
    out_ += "%\xE2\xE3\xCF\xD3\n";
    for (void* const object : kept_) {
      if (is_dict(object)) finish(static_cast<HPDF_Dict_Rec*>(object));
      if (HPDF_Dict_Rec const* const stream = stream_of(object))
        write_stream(stream);
      else
        pack(object);
    }
    close_pack();
    write_references();
    return std::move(out_);
  }

 private:
  bool leaves_out(void const* object) const {
    return version_ == Version::pdf20 && object == static_cast<void const*>(doc_.info);
  }

  /// libharu keeps the length of every stream in an object of its own; ours are direct.
  void number_objects() {
    HPDF_List const entries = doc_.xref->entries;
    std::vector<bool> is_length(entries->count, false);
    auto const object_at = [&](HPDF_UINT i) { return static_cast<HPDF_XrefEntry>(entries->obj[i])->obj; };
    for (HPDF_UINT i = 1; i < entries->count; ++i)
      if (HPDF_Dict_Rec* const stream = stream_of(object_at(i)))
        is_length[id_of(HPDF_Dict_GetItem(stream, "Length", HPDF_OCLASS_NUMBER))] = true;
    numbering_.assign(entries->count, 0);
    // Streams come last: what object streams hold is then one run of numbers, which packs to nothing.
    for (bool const streams : {false, true})
      for (HPDF_UINT i = 1; i < entries->count; ++i) {
        void* const object = object_at(i);
        if (is_length[i] || leaves_out(object) || (stream_of(object) != nullptr) != streams) continue;
        kept_.push_back(object);
        numbering_[i] = static_cast<std::uint32_t>(kept_.size());
      }
    places_.resize(kept_.size() + 1);
  }

  /// Page tree nodes and outline entries learn their kids and counts when they are written.
  void finish(HPDF_Dict_Rec* dict) {
    if (dict->before_write_fn != nullptr)
      base::ensure(dict->before_write_fn(dict) == HPDF_OK, "libharu finishes its own dictionaries");
  }

  std::uint32_t number_of(void const* object) const { return numbering_[id_of(object)]; }

  void begin_object(std::size_t number) {
    places_[number] = {1, out_.size(), 0};
    append_integer(out_, static_cast<std::int64_t>(number));
    out_ += " 0 obj\n<<";
  }

  void end_stream(std::string_view filter, std::string_view bytes) {
    out_ += filter;
    out_ += "/Length ";
    append_integer(out_, static_cast<std::int64_t>(bytes.size()));
    out_ += ">>stream\n";
    out_ += bytes;
    out_ += "\nendstream\nendobj\n";
  }

  void write_stream(HPDF_Dict_Rec const* stream) {
    begin_object(number_of(stream));
    append_entries(out_, stream, numbering_);
    std::string const bytes = bytes_of(stream->stream);
    if (stream->filter == HPDF_STREAM_FILTER_FLATE_DECODE)
      end_stream("/Filter/FlateDecode", deflater_.deflated(bytes));
    else
      end_stream(stream->filter == HPDF_STREAM_FILTER_DCT_DECODE ? "/Filter/DCTDecode" : "", bytes);
  }

  void pack(void const* object) {
    if (packed_.size() == objects_per_stream) close_pack();
    packed_.push_back(number_of(object));
    offsets_.push_back(pack_.size());
    append_object(pack_, object, numbering_);
    pack_ += '\n';
  }

  void close_pack() {
    if (packed_.empty()) return;
    std::size_t const number = places_.size();
    places_.emplace_back();
    std::string index;
    for (std::size_t i = 0; i < packed_.size(); ++i) {
      places_[packed_[i]] = {2, number, i};
      append_integer(index, packed_[i]);
      index += ' ';
      append_integer(index, static_cast<std::int64_t>(offsets_[i]));
      index += i + 1 < packed_.size() ? ' ' : '\n';
    }
    begin_object(number);
    out_ += "/Type/ObjStm/N ";
    append_integer(out_, static_cast<std::int64_t>(packed_.size()));
    out_ += "/First ";
    append_integer(out_, static_cast<std::int64_t>(index.size()));
    end_stream("/Filter/FlateDecode", deflater_.deflated(index + pack_));
    packed_.clear();
    offsets_.clear();
    pack_.clear();
  }

  void write_references() {
    std::string const digest = base::md5_hex(out_).substr(0, 16);
    std::size_t const start = out_.size();
    std::size_t const number = places_.size();
    places_.emplace_back();
    begin_object(number);
    int width = 1;
    while (start >> (8 * width) != 0) ++width;
    // Predictor 12: each row is the difference to the row above (7.4.4.4).
    std::string rows, above(static_cast<std::size_t>(width) + 2, '\0');
    for (std::size_t i = 0; i < places_.size(); ++i) {
      std::string row(1, static_cast<char>(places_[i].kind));
      append_big_endian(row, places_[i].where, width);
      append_big_endian(row, i == 0 ? 255 : places_[i].index, 1);
      rows += '\2';
      for (std::size_t k = 0; k < row.size(); ++k) rows += static_cast<char>(row[k] - above[k]);
      above = row;
    }
    out_ += "/Type/XRef/W[1 ";
    append_integer(out_, width);
    out_ += " 1]/Size ";
    append_integer(out_, static_cast<std::int64_t>(places_.size()));
    out_ += "/Root ";
    append_integer(out_, number_of(doc_.catalog));
    out_ += " 0 R";
    if (!leaves_out(doc_.info)) {
      out_ += "/Info ";
      append_integer(out_, number_of(doc_.info));
      out_ += " 0 R";
    }
    out_ += "/ID[(" + digest + ")(" + digest + ")]/DecodeParms<</Predictor 12/Columns ";
    append_integer(out_, width + 2);
    end_stream(">>/Filter/FlateDecode", deflater_.deflated(rows));
    out_ += "startxref\n";
    append_integer(out_, static_cast<std::int64_t>(start));
    out_ += "\n%%EOF\n";
  }

  HPDF_Doc_Rec& doc_;
  Version version_;
  Deflater deflater_;
  Numbering numbering_;
  std::vector<void*> kept_;
  std::vector<Place> places_;  ///< by number in the file
  std::string out_;
  std::string pack_;  ///< the object stream being filled
  std::vector<std::uint32_t> packed_;
  std::vector<std::size_t> offsets_;
};

}  // namespace

std::string file_of(Objects& objects, Version version) {
  return Writer(objects, version).write();
}

}  // namespace ms::pdf

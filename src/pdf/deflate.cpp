#include "pdf/deflate.hpp"

#include <zlib.h>

#include "base/ensure.hpp"

namespace ms::pdf {

namespace {

struct Deflater {
  z_stream stream{};
  Deflater() {
    // Level 9 with the largest hash: the writer's streams are small, and each is compressed once.
    base::ensure(deflateInit2(&stream, 9, Z_DEFLATED, 15, 9, Z_DEFAULT_STRATEGY) == Z_OK,
                 "zlib accepts its own constants");
  }
  ~Deflater() { deflateEnd(&stream); }
  Deflater(Deflater const&) = delete;
  Deflater& operator=(Deflater const&) = delete;
};

}  // namespace

std::string deflated(std::string_view bytes) {
  Deflater deflater;
  z_stream& stream = deflater.stream;
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write there
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  base::ensure(deflate(&stream, Z_FINISH) == Z_STREAM_END, "deflateBound leaves room for everything");
  out.resize(stream.total_out);
  return out;
}

}  // namespace ms::pdf

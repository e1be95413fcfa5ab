// Compression (zlib, RFC 1950), by libdeflate: smaller than zlib's best in half its time. In: bytes. Out: the
// same bytes deflated, deterministic for one version of libdeflate.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace ms::pdf {

/// Keeps its tables from one stream to the next; of one thread.
class Deflater {
 public:
  Deflater();
  std::string deflated(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
};

}  // namespace ms::pdf

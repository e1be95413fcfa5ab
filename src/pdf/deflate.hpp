// Compression (zlib, RFC 1950), by libdeflate: smaller than zlib's best in half its time. In: bytes. Out: the
// same bytes deflated, deterministic for one version of libdeflate.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace ms::pdf {

/// Keeps its tables from one stream to the next; of one thread. Small files are packed as small as they get;
/// what is large, or comes late in a large file, in a quarter of that time and a hundredth more bytes.
class Deflater {
 public:
  std::string deflated(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  using Compressor = std::unique_ptr<libdeflate_compressor, Free>;

  Compressor thorough_, fast_;
  std::size_t seen_ = 0;  ///< bytes so far
};

}  // namespace ms::pdf

#include "pdf/deflate.hpp"

#include <libdeflate.h>

#include "base/ensure.hpp"

namespace ms::pdf {

namespace {
/// Higher levels take three times as long for two hundredths less.
constexpr int level = 10;
}  // namespace

void Deflater::Free::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Deflater::Deflater() : compressor_(libdeflate_alloc_compressor(level)) {
  base::ensure(compressor_ != nullptr, "there is memory for a compressor");
}

std::string Deflater::deflated(std::string_view bytes) {
  std::string out(libdeflate_zlib_compress_bound(compressor_.get(), bytes.size()), '\0');
  std::size_t const size =
      libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), out.data(), out.size());
  base::ensure(size != 0, "the bound leaves room for everything");
  out.resize(size);
  return out;
}

}  // namespace ms::pdf

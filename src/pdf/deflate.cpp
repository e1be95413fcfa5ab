#include "pdf/deflate.hpp"

#include <libdeflate.h>

#include "base/ensure.hpp"

namespace ms::pdf {

namespace {

constexpr int best_level = 10;  ///< higher ones take three times as long for next to nothing
constexpr int fast_level = 7;
constexpr std::size_t large_stream = 12'000, large_file = 500'000;

}  // namespace

void Deflater::Free::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

std::string Deflater::deflated(std::string_view bytes) {
  bool const is_large = bytes.size() > large_stream || seen_ > large_file;
  seen_ += bytes.size();
  Compressor& compressor = is_large ? fast_ : thorough_;
  if (!compressor) compressor.reset(libdeflate_alloc_compressor(is_large ? fast_level : best_level));
  base::ensure(compressor != nullptr, "there is memory for a compressor");
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  std::size_t const size =
      libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size());
  base::ensure(size != 0, "the bound leaves room for everything");
  out.resize(size);
  return out;
}

}  // namespace ms::pdf

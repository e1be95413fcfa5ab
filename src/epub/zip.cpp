// The container (OCF 3.3, 4.2), by libzip in memory.

#include <zip.h>

#include <array>
#include <memory>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "epub/epub.hpp"

namespace ms::epub {
namespace {

struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, Free>;
using Archive = std::unique_ptr<zip_t, Free>;

[[noreturn]] void fail(char const* message) {
  throw base::Failure("epub.zip", std::string("the container cannot be made: ") + message);
}

/// YYYY-MM-DD… as MS-DOS has it: years from 1980 in seven bits, month, day.
zip_uint16_t dos_day(std::string const& modified) {
  auto const number = [&](std::size_t start, std::size_t count) {
    int value = 0;
    for (std::size_t i = start; i < start + count; ++i) value = value * 10 + (modified[i] - '0');
    return value;
  };
  base::ensure(modified.size() >= 10, "a moment begins with YYYY-MM-DD");
  int const year = number(0, 4);
  if (year < 1980) return 1 << 5 | 1;
  return static_cast<zip_uint16_t>((std::min(year, 2107) - 1980) << 9 | number(5, 2) << 5 | number(8, 2));
}

constexpr zip_uint16_t dos_noon = 12 << 11;
constexpr zip_uint32_t plain_file = 0100644u << 16;  // Unix permissions, whoever runs this

std::string bytes_of(zip_source_t* source) {
  zip_stat_t state;
  zip_stat_init(&state);
  if (zip_source_stat(source, &state) != 0 || (state.valid & ZIP_STAT_SIZE) == 0 ||
      zip_source_open(source) != 0)
    fail("it cannot be read back");
  std::string out(state.size, '\0');
  zip_int64_t const count = zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  if (count != static_cast<zip_int64_t>(out.size())) fail("it cannot be read back whole");
  return out;
}

}  // namespace

std::string zip(Package const& package, std::string const& modified) {
  zip_uint16_t const day = dos_day(modified);
  zip_error_t error;
  zip_error_init(&error);
  Source const target(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!target) fail("no memory");
  Archive archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &error));
  if (!archive) fail("no memory");
  zip_source_keep(target.get());  // the archive has one hold on it and gives it up when closed
  for (Resource const& resource : package.resources) {
    // The package outlives the archive: nothing is copied, nothing is freed.
    zip_source_t* const source =
        zip_source_buffer(archive.get(), resource.bytes.data(), resource.bytes.size(), 0);
    if (source == nullptr) fail("no memory");
    zip_int64_t const index = zip_file_add(archive.get(), resource.path.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(source);
      fail(zip_strerror(archive.get()));
    }
    auto const at = static_cast<zip_uint64_t>(index);
    bool const set =
        zip_set_file_compression(archive.get(), at, resource.compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                 resource.compressed ? 9 : 0) == 0 &&
        zip_file_set_dostime(archive.get(), at, dos_noon, day, 0) == 0 &&
        zip_file_set_external_attributes(archive.get(), at, 0, ZIP_OPSYS_UNIX, plain_file) == 0;
    if (!set) fail(zip_strerror(archive.get()));
  }
  if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
  static_cast<void>(archive.release());
  return bytes_of(target.get());
}

}  // namespace ms::epub

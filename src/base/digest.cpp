#include "base/digest.hpp"

#include <fmt/format.h>
#include <md5.h>
#include <sha1.h>
#include <sha2.h>
#include <sys/types.h>

#include <array>
#include <cstdint>
#include <string>

namespace ms::base {
namespace {

std::string hex(std::uint8_t const* bytes, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += fmt::format("{:02x}", bytes[i]);
  return out;
}

std::uint8_t const* octets(std::string_view bytes) {
  return reinterpret_cast<std::uint8_t const*>(bytes.data());
}

}  // namespace

struct Sha256::State {
  SHA2_CTX context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  SHA256Init(&state_->context);
}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  SHA256Update(&state_->context, octets(bytes), bytes.size());
}

std::string Sha256::hex() {
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA256Final(digest.data(), &state_->context);
  return base::hex(digest.data(), digest.size());
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

std::string md5_hex(std::string_view bytes) {
  MD5_CTX context;
  std::array<std::uint8_t, MD5_DIGEST_LENGTH> digest{};
  MD5Init(&context);
  MD5Update(&context, octets(bytes), bytes.size());
  MD5Final(digest.data(), &context);
  return hex(digest.data(), digest.size());
}

std::string uuid_of(std::string_view name) {
  // The name space is itself a fixed random UUID; it must never change, or every identifier would.
  static constexpr std::array<std::uint8_t, 16> name_space{0x6b, 0x1f, 0x0d, 0x8e, 0x2a, 0x57, 0x4c, 0x93,
                                                           0xb0, 0x5e, 0x41, 0xd7, 0x9a, 0x3c, 0xe8, 0x14};
  SHA1_CTX context;
  std::array<std::uint8_t, SHA1_DIGEST_LENGTH> digest{};
  SHA1Init(&context);
  SHA1Update(&context, name_space.data(), name_space.size());
  SHA1Update(&context, octets(name), name.size());
  SHA1Final(digest.data(), &context);
  digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0f) | 0x50);
  digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3f) | 0x80);
  std::string const all = hex(digest.data(), 16);
  return all.substr(0, 8) + '-' + all.substr(8, 4) + '-' + all.substr(12, 4) + '-' + all.substr(16, 4) + '-' +
         all.substr(20, 12);
}

}  // namespace ms::base

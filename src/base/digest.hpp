// Digests of bytes (libmd). Out: lower-case hexadecimal, or a name-based UUID.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace ms::base {

/// SHA-256 (FIPS 180-4), 64 hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// The same of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  ~Sha256();
  void add(std::string_view bytes);
  std::string hex();  ///< once, when all bytes are there

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// MD5 (RFC 1321), 32 hexadecimal digits: names things by what is in them, several times as fast; protects
/// nothing.
std::string md5_hex(std::string_view bytes);

/// Version 5 UUID (RFC 4122, 4.3) of `name` in this program's own name space: the same name, the same UUID.
std::string uuid_of(std::string_view name);

}  // namespace ms::base

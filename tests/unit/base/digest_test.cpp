#include "base/digest.hpp"

#include <doctest/doctest.h>

TEST_CASE("SHA-256 of the standard's examples") {
  CHECK(ms::base::sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(ms::base::sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("SHA-256 of bytes that come in pieces is that of the whole") {
  ms::base::Sha256 digest;
  for (char const* const piece : {"a", "", "bc"}) digest.add(piece);
  CHECK(digest.hex() == ms::base::sha256_hex("abc"));
}

TEST_CASE("MD5 of the standard's examples") {
  CHECK(ms::base::md5_hex("") == "d41d8cd98f00b204e9800998ecf8427e");
  CHECK(ms::base::md5_hex("message digest") == "f96b697d7cb7938d525a2f31aaf161d0");
}

TEST_CASE("a UUID is of version 5, and the same for the same name only") {
  std::string const one = ms::base::uuid_of("one");
  CHECK(one.size() == 36);
  CHECK(one[14] == '5');
  CHECK(std::string("89ab").find(one[19]) != std::string::npos);
  CHECK(one == ms::base::uuid_of("one"));
  CHECK(one != ms::base::uuid_of("two"));
  // Identifiers of books that people already have must not change.
  CHECK(one == "ccdfcafa-062b-5f1d-9f41-d3689b13e3b9");
}

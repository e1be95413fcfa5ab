#include "text/encoding.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace ms::text;

TEST_CASE("every name is its own label, and every encoding decodes ASCII as it is") {
  std::string const plain = "A plain sentence, 12.5 % of it in brackets (\"quoted\") [x]\n";
  for (std::string_view const name : legacy_encodings()) {
    INFO(name);
    CHECK(encoding_named(name) == name);
    Decoded const found = decoded(plain, name);
    CHECK(found.utf8 == plain);
    CHECK(found.invalid == 0);
  }
  std::vector<std::string_view> const names = legacy_encodings();
  CHECK(names.size() >= 40);
  CHECK(std::count(names.begin(), names.end(), "UTF-8") == 0);
}

TEST_CASE("bytes of single-byte encodings go to characters and back") {
  for (std::string_view const name : legacy_encodings()) {
    if (!is_bytewise(name)) continue;
    INFO(name);
    for (unsigned byte = 0; byte < 256; ++byte) {
      std::string const bytes(1, static_cast<char>(byte));
      Decoded const found = decoded(bytes, name);
      if (found.invalid > 0) continue;
      auto const back = encoded_bytewise(found.utf8, name);
      REQUIRE(back);
      CHECK(decoded(*back, name).utf8 == found.utf8);
    }
  }
}

TEST_CASE("what ICU has no converter for") {
  CHECK(decoded("\xA1\xAA\xBA\xDE\xFE\xA4", "ISO-8859-16").utf8 == "ĄȘșȚț€");
  CHECK(encoded_bytewise("împărțiș", "ISO-8859-16") == "\xEEmp\xE3r\xFEi\xBA");
  CHECK_FALSE(encoded_bytewise("я", "ISO-8859-16"));
  CHECK(decoded("\x80\x9F", "ISO-8859-16").utf8 == "\u0080\u009F");
}

TEST_CASE("encodings with states") {
  CHECK(decoded("~{<:Ky2;~} x", "HZ-GB-2312").utf8 == "己所不 x");
  CHECK(encoding_named("hz-gb-2312") == "HZ-GB-2312");
  CHECK(encoding_named("iso-2022-kr") == "ISO-2022-KR");
  CHECK_FALSE(is_bytewise("HZ-GB-2312"));
}

TEST_CASE("labels of old machines") {
  CHECK(encoding_named("cp437") == "IBM437");
  CHECK(encoding_named("IBM850") == "IBM850");
  CHECK(encoding_named("x-mac-cyrillic") == "mac-cyrillic");
  CHECK(encoding_named("x-mac-ce") == "mac-latin2");
  CHECK(encoding_named("latin6") == "ISO-8859-10");
}

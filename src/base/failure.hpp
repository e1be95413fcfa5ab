// The world says no: a file cannot be read, a disk is full, a font is damaged. The one exception type of the
// program, caught once around each document so that a batch goes on.
#pragma once

#include <exception>
#include <string>
#include <utility>

namespace ms::base {

class Failure : public std::exception {
 public:
  /// code: stable word (`file.unreadable`); message: one sentence that says what is wrong and what to do,
  /// without the path; path: the file it is about, may be empty.
  Failure(std::string code, std::string message, std::string path = {})
      : code_(std::move(code)), message_(std::move(message)), path_(std::move(path)) {}
  std::string const& code() const { return code_; }
  std::string const& message() const { return message_; }
  std::string const& path() const { return path_; }
  char const* what() const noexcept override { return message_.c_str(); }

 private:
  std::string code_, message_, path_;
};

}  // namespace ms::base

// The names of the rules that made an edit, in order, each once. Most edits have one, and a hostile text has
// hundreds of thousands of edits: one name needs no memory of its own. Names are those in the code; they must
// live as long as the program.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <vector>

namespace ms::text {

class RuleNames {
 public:
  RuleNames() = default;
  RuleNames(std::initializer_list<std::string_view> names) {
    for (std::string_view const name : names) add(name);
  }
  RuleNames(RuleNames const& other)
      : first_(other.first_),
        all_(other.all_ ? std::make_unique<std::vector<std::string_view>>(*other.all_) : nullptr) {}
  RuleNames(RuleNames&&) noexcept = default;
  RuleNames& operator=(RuleNames const& other) {
    if (this != &other) *this = RuleNames(other);
    return *this;
  }
  RuleNames& operator=(RuleNames&&) noexcept = default;
  ~RuleNames() = default;

  /// Appends a name that is not there yet.
  void add(std::string_view name) {
    if (is_empty()) {
      first_ = name;
    } else if (std::find(begin(), end(), name) == end()) {
      if (!all_) all_ = std::make_unique<std::vector<std::string_view>>(1, first_);
      all_->push_back(name);
    }
  }
  void add(RuleNames const& more) {
    for (std::string_view const name : more) add(name);
  }

  bool is_empty() const { return first_.empty(); }
  std::string_view front() const { return first_; }
  std::string_view const* begin() const { return all_ ? all_->data() : &first_; }
  std::string_view const* end() const { return begin() + count(); }
  std::size_t count() const { return all_ ? all_->size() : std::size_t{!is_empty()}; }
  friend bool operator==(RuleNames const& a, RuleNames const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  std::string_view first_;
  std::unique_ptr<std::vector<std::string_view>> all_;  ///< of more than one
};

}  // namespace ms::text

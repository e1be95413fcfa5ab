// Number trees and name trees (ISO 32000-1 7.9.6, 7.9.7). In: how many values there are, in order of their
// keys, and how key and value of each are put into an array. Out: the root, with its values itself when they
// are few, else with leaves below it.
#pragma once

#include <functional>

#include "pdf/objects.hpp"

namespace ms::pdf {

struct TreeEntries {
  std::size_t count = 0;
  std::function<void(Array&, std::size_t)> key;    ///< appends the key of entry i
  std::function<void(Array&, std::size_t)> value;  ///< appends its value
};

/// `kind` is "Nums" or "Names". The root is a direct dictionary.
Dict tree(Objects& objects, char const* kind, TreeEntries const& entries);

}  // namespace ms::pdf

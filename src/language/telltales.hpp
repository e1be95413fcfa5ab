// Words that tell languages apart which detectors take for each other: everyday ones that one language of a
// group has and another writes differently. In: nothing. Out: the groups, and for each list of words the tags
// it speaks for. Always: lower case, a space before and behind every tag and every word; only facts about the
// languages, so a speaker can correct it without touching code.
#pragma once

#include <span>
#include <string_view>

namespace ms::language {

/// Languages among which the words choose where one of them was found.
std::span<std::string_view const> groups_of_look_alikes();

struct Telltale {
  std::string_view tags;
  std::string_view words;
};
std::span<Telltale const> telltales();

}  // namespace ms::language

// Languages that detectors take for each other. In: tags, or text and the tag that was found. Out: whether
// only what the source says of itself can decide between two, and which one the telltale words of the text
// speak for. The words are everyday ones that one language of a cluster has and another writes differently.
#pragma once

#include <string>
#include <string_view>

namespace ms::language {

/// By primary language subtags; every language is in one cluster at most.
bool are_confused(std::string_view tag, std::string_view other);

/// The language of the cluster of `tag` that most telltale words belong to, or `tag` where they do not
/// decide. `letters`: the text's words, with anything between them.
std::string told_by_words(std::string_view letters, std::string_view tag);

}  // namespace ms::language

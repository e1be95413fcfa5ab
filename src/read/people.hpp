// Names of people in a byline. In: what stands after "By", or before "reports". Out: names, each with its
// role. Always: what has not the shape of a name is left out; names are never changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "doc/document.hpp"
#include "read/words.hpp"

namespace ms::read {

std::vector<doc::Person> people_in(std::string_view text, Vocabulary const& vocabulary,
                                   doc::Role role = doc::Role::author);

/// Is what stands after "By" names, up to a task, a place or an agency after them? Where there are no
/// capitals only a short text is.
bool is_byline_names(std::string_view rest, Vocabulary const& vocabulary);

/// Has the text the shape of one to three names and nothing else?
bool is_only_names(std::string_view text, Vocabulary const& vocabulary);

/// Two to four short words and nothing else in a script without capitals: a name, if the place speaks for it.
bool may_be_name(std::string_view text);

/// "Correspondent in Athens", "Redaktør": what somebody does, not who.
bool begins_with_task(std::string_view text);

/// The few letters with which a news agency signs, in brackets or not.
bool is_agency(std::string_view name);

}  // namespace ms::read

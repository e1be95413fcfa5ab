// Language, direction and rules for a tree that another program made. In: a document whose texts are as they
// came, with the languages and directions it was given. Out: the same document as if it had been read here:
// rules have run, runs of another direction are marked, ids and first paragraphs are set. Always: blocks
// without any text are gone; spans stay nested.
#pragma once

#include <string>

#include "base/diagnostics.hpp"
#include "doc/document.hpp"
#include "read/read.hpp"

namespace ms::read {

/// `declared`: the language the document says it is in, canonical; may be empty.
void settle(doc::Document& document, std::string const& declared, Options const& options,
            base::Diagnostics& diagnostics);

}  // namespace ms::read

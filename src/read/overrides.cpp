#include "read/overrides.hpp"

namespace ms::read {
namespace {

doc::Line line_of(std::string const& text) {
  doc::Line line;
  line.text.utf8 = text;
  return line;
}

}  // namespace

void override_metadata(doc::Metadata& metadata, Options const& options) {
  if (options.title) metadata.title = line_of(*options.title);
  if (options.author) {
    metadata.byline = line_of(*options.author);
    metadata.people = {{*options.author, doc::Role::author}};
  }
  if (options.date) {
    metadata.date = *options.date;
    metadata.date_line = line_of(*options.date);
  }
  if (options.source) metadata.url = *options.source;
}

}  // namespace ms::read

#include "read/feed.hpp"

#include <algorithm>

#include "read/feed_xml.hpp"
#include "read/html.hpp"
#include "read/links.hpp"
#include "read/overrides.hpp"
#include "read/stated_day.hpp"
#include "read/tree_text.hpp"
#include "text/tag.hpp"

namespace ms::read {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else
      out += c;
  }
  return out;
}

/// Title, author and date that the user gives are the feed's, not those of each entry.
Options of_entries(Options const& options) {
  Options own;
  own.language = options.language;
  own.direction = options.direction;
  own.raw = options.raw;
  own.keep = options.keep;
  own.drop = options.drop;
  // An entry has no page around its text: short lines at its edges belong to it.
  own.drop.emplace_back("html.furniture");
  return own;
}

/// ASCII letters, digits and single blanks: what no tag, no reference and no rule changes.
bool is_bare(std::string_view text) {
  char before = ' ';
  for (char const c : text) {
    bool const is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!is_word && (c != ' ' || before == ' ')) return false;
    before = c;
  }
  return before != ' ';
}

/// Text of a line: tags gone, references resolved, as a browser would show it.
std::string line_of(FeedField const& field, Options const& options) {
  if (is_bare(field.text)) return field.text;
  Reading page;
  page.source.path = "-";
  page.source.text = "<body><p>" + (field.is_plain ? escaped(field.text) : field.text) + "</p></body>";
  Options const own = of_entries(options);
  base::Diagnostics ignored;
  read_html(page, own, ignored);
  std::string line = page.text;
  while (line.ends_with('\n')) line.pop_back();
  std::ranges::replace(line, '\n', ' ');
  return line;
}

doc::Line as_line(std::string text) {
  doc::Line line;
  line.text.utf8 = std::move(text);
  return line;
}

class FeedReader {
 public:
  FeedReader(Reading& reading, Options const& options, base::Diagnostics& diagnostics)
      : reading_(reading), options_(options), diagnostics_(diagnostics) {}

  void read() {
    feed_ = feed_of(reading_.source.text, diagnostics_);
    if (!feed_.self.title.is_empty()) title_ = line_of(feed_.self.title, options_);
    std::vector<doc::Document> articles;
    for (FeedEntry const& entry : feed_.entries) {
      FeedField const& body = entry.content.is_empty() ? entry.summary : entry.content;
      if (body.is_empty() && entry.title.is_empty()) continue;
      articles.push_back(article(entry, body));
    }
    if (articles.empty()) return;
    reading_.documents = std::move(articles);
    doc::Metadata collection;
    if (!feed_.self.title.is_empty()) collection.title = as_line(title_);
    collection.url = without_tracking(feed_.self.link);
    collection.licence = feed_.self.rights;
    override_metadata(collection, options_);
    reading_.collection = doc::edition_metadata(reading_.documents, collection);
    for (doc::Document const& document : reading_.documents) {
      if (!reading_.text.empty()) reading_.text += '\n';
      reading_.text += text_of_tree(document);
    }
  }

 private:
  doc::Document article(FeedEntry const& entry, FeedField const& body) {
    std::string const language = entry.language.empty() ? feed_.self.language : entry.language;
    auto const tag = text::canonical_tag(language);
    Reading page;
    page.source.path = reading_.source.path;
    std::string const head = "<html" + (tag ? " lang=\"" + *tag + "\"" : std::string()) + "><body><article>";
    page.source.text = head + (body.is_plain ? escaped(body.text) : body.text) + "</article></body></html>";
    Options const own = of_entries(options_);
    base::Diagnostics noticed;
    read_html(page, own, noticed);
    text::Origin const& origin = body.origin;
    auto const in_feed = [&](base::Range range) -> std::optional<base::Range> {
      if (body.is_plain || range.start < head.size() || range.end > head.size() + body.text.size())
        return std::nullopt;
      return origin.source_of({range.start - head.size(), range.end - head.size()});
    };
    for (base::Diagnostic one : noticed.list()) {
      if (one.source) one.source = in_feed(*one.source);
      diagnostics_.add(std::move(one));
    }
    for (text::Edit edit : page.edits) {
      auto const place = in_feed(edit.range);
      if (!place || place->start < edits_end_) continue;
      edit.range = *place;
      edits_end_ = place->end;
      reading_.edits.push_back(std::move(edit));
    }
    doc::Document document = std::move(page.documents.front());
    say(document.metadata, entry);
    return document;
  }

  /// What the feed says of an entry is meant; what its HTML seems to say is a guess.
  void say(doc::Metadata& m, FeedEntry const& entry) const {
    if (!entry.title.is_empty()) m.title = as_line(line_of(entry.title, options_));
    if (!entry.authors.empty()) {
      m.people.clear();
      std::string names;
      for (std::string const& name : entry.authors) {
        m.people.push_back({name, doc::Role::author});
        names += (names.empty() ? "" : ", ") + name;
      }
      m.byline = as_line(names);
    }
    if (std::string day = stated_day(entry.date, english_, "en"); !day.empty()) {
      m.date = std::move(day);
      m.date_line = as_line(entry.date);
    }
    if (!entry.link.empty()) m.url = without_tracking(entry.link);
    if (!entry.section.empty()) m.section = entry.section;
    if (!entry.rights.empty()) m.licence = entry.rights;
    if (m.publisher.empty()) m.publisher = title_;
  }

  Reading& reading_;
  Options const& options_;
  base::Diagnostics& diagnostics_;
  Vocabulary const english_ = Vocabulary::of("en");  // of the days of mail
  Feed feed_;
  std::string title_;  ///< of the feed
  std::size_t edits_end_ = 0;
};

}  // namespace

void read_feed(Reading& reading, Options const& options, base::Diagnostics& diagnostics) {
  FeedReader(reading, options, diagnostics).read();
}

}  // namespace ms::read

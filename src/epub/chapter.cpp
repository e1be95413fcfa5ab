#include "epub/chapter.hpp"

#include <algorithm>

#include "doc/head.hpp"
#include "epub/blocks.hpp"
#include "epub/labels.hpp"
#include "epub/links.hpp"
#include "style/style.hpp"
#include "text/tag.hpp"

namespace ms::epub {
namespace {

constexpr std::string_view between = " · ";

/// The lines above and below an article: kicker, headline, standfirst, byline, rule; colophon.
class Head {
 public:
  Head(Xml& xml, doc::Metadata const& metadata, Place const& place, Tags& tags, Inline& inlines)
      : xml_(xml), metadata_(metadata), place_(place), tags_(tags), inline_(inlines) {}

  /// Without a title there is no headline.
  void write(std::string_view title, Place const& title_place) {
    doc::DatePlace const date = doc::date_place(metadata_);
    kicker(date == doc::DatePlace::kicker);
    if (!title.empty()) headline(title, title_place);
    line("standfirst", metadata_.standfirst);
    if (date == doc::DatePlace::before_byline) date_line();
    byline();
    if (date == doc::DatePlace::after_byline) date_line();
    xml_.leaf("hr", {{"class", "rule"}});
    xml_.line();
  }

  /// Where the article comes from; the address stands there in full, since many readers open no link.
  void colophon() {
    bool const publisher = !metadata_.publisher.empty() && !publisher_in_kicker();
    if (metadata_.url.empty() && metadata_.licence.empty() && !publisher) return;
    {
      auto const paragraph = xml_.element("p", {{"class", "colophon"}});
      bool first = true;
      if (publisher || !metadata_.url.empty()) {
        Label const source = label(place_.language, Labels::source);
        Attributes const attributes = place_attributes(Xml::Kind::xhtml, source.place, &place_);
        if (attributes.empty())
          xml_.text(source.text);
        else
          xml_.leaf("bdi", attributes, source.text);
        if (!source.text.ends_with("：")) xml_.text(" ");  // that colon has its space in it
        if (publisher) piece(metadata_.publisher, first);
        if (!metadata_.url.empty()) address(first);
      }
      if (!metadata_.licence.empty()) piece(metadata_.licence, first);
    }
    xml_.line();
  }

 private:
  Place place_of(doc::Line const& line) {
    Place own{line.language.empty() ? place_.language : line.language,
              line.direction.value_or(place_.direction)};
    return tags_.place(own);
  }

  bool publisher_in_kicker() const { return metadata_.kicker.is_empty() && metadata_.section.empty(); }

  void separate(bool& first) {
    if (!first) xml_.text(between);
    first = false;
  }
  /// A string of metadata whose language nobody said.
  void piece(std::string const& text, bool& first) {
    separate(first);
    Place const own{place_.language, direction_of_name(text, place_.direction)};
    if (own == place_)
      xml_.text(text);
    else
      xml_.leaf("bdi", place_attributes(Xml::Kind::xhtml, own, &place_), text);
  }
  void piece(doc::Line const& line, bool& first, char const* name = "span", Attributes attributes = {}) {
    separate(first);
    Place const own = place_of(line);
    for (auto& attribute : place_attributes(Xml::Kind::xhtml, own, &place_))
      attributes.push_back(std::move(attribute));
    if (attributes.empty()) return inline_.write(line.text, own, Objects::all);
    auto const element = xml_.element(name, attributes);
    inline_.write(line.text, own, Objects::all);
  }

  void address(bool& first) {
    separate(first);
    Attributes attributes;
    if (place_.direction == text::Direction::rtl) attributes.emplace_back("dir", "ltr");
    auto const target = safe_link(metadata_.url);
    if (target) attributes.emplace_back("href", *target);
    xml_.leaf(target ? "a" : "span", attributes, metadata_.url);
  }

  void line(char const* name, doc::Line const& line) {
    if (line.is_empty()) return;
    Attributes attributes{{"class", name}};
    Place const own = place_of(line);
    for (auto& attribute : place_attributes(Xml::Kind::xhtml, own, &place_))
      attributes.push_back(std::move(attribute));
    {
      auto const paragraph = xml_.element("p", attributes);
      inline_.write(line.text, own, Objects::all);
    }
    xml_.line();
  }

  void kicker(bool with_date) {
    bool const rubric =
        !metadata_.kicker.is_empty() || !metadata_.section.empty() || !metadata_.publisher.empty();
    if (!rubric && !with_date) return;
    {
      auto const paragraph = xml_.element("p", {{"class", "kicker"}});
      bool first = true;
      if (!metadata_.kicker.is_empty())
        piece(metadata_.kicker, first);
      else if (rubric)
        piece(metadata_.section.empty() ? metadata_.publisher : metadata_.section, first);
      if (with_date) date_piece(first);
    }
    xml_.line();
  }

  void date_piece(bool& first) {
    std::string const date = valid_date(metadata_.date);
    piece(doc::shown_date(metadata_), first, date.empty() ? "span" : "time",
          date.empty() ? Attributes{} : Attributes{{"datetime", date}});
  }

  void date_line() {
    if (doc::shown_date(metadata_).is_empty()) return;
    {
      auto const paragraph = xml_.element("p", {{"class", "byline"}});
      bool first = true;
      date_piece(first);
    }
    xml_.line();
  }

  void headline(std::string_view title, Place const& own) {
    std::string classes;
    for (std::string_view const one : style::headline_classes(title)) {
      if (!classes.empty()) classes += ' ';
      classes += one;
    }
    Attributes attributes{{"id", "headline"}, {"class", classes}};
    for (auto& attribute : place_attributes(Xml::Kind::xhtml, own, &place_))
      attributes.push_back(std::move(attribute));
    {
      auto const element = xml_.element("h1", attributes);
      if (metadata_.title.is_empty())
        xml_.text(title);
      else
        inline_.write(metadata_.title.text, own, Objects::all);
    }
    xml_.line();
  }

  void byline() {
    bool const people = std::any_of(metadata_.people.begin(), metadata_.people.end(),
                                    [](doc::Person const& person) { return !person.name.empty(); });
    if (metadata_.byline.is_empty() && !people && metadata_.place.empty()) return;
    {
      auto const paragraph = xml_.element("p", {{"class", "byline"}});
      bool first = true;
      if (!metadata_.byline.is_empty())
        piece(metadata_.byline, first);
      else
        for (doc::Person const& person : metadata_.people)
          if (!person.name.empty()) piece(person.name, first);
      if (!metadata_.place.empty()) piece(metadata_.place, first);
    }
    xml_.line();
  }

  Xml& xml_;
  doc::Metadata const& metadata_;
  Place place_;
  Tags& tags_;
  Inline& inline_;
};

bool are_digits(std::string_view text, std::size_t start, std::size_t count) {
  if (start + count > text.size()) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(start),
                     text.begin() + static_cast<std::ptrdiff_t>(start + count),
                     [](char c) { return c >= '0' && c <= '9'; });
}

bool in_range(std::string_view text, std::size_t start, int low, int high) {
  int const value = (text[start] - '0') * 10 + (text[start + 1] - '0');
  return low <= value && value <= high;
}

}  // namespace

std::string valid_date(std::string_view date) {
  // YYYY, YYYY-MM, YYYY-MM-DD, and the last with Thh:mm:ss and Z or an offset.
  if (!are_digits(date, 0, 4)) return {};
  if (date.size() == 4) return std::string(date);
  if (date[4] != '-' || !are_digits(date, 5, 2) || !in_range(date, 5, 1, 12)) return {};
  if (date.size() == 7) return std::string(date);
  if (date[7] != '-' || !are_digits(date, 8, 2) || !in_range(date, 8, 1, 31)) return {};
  if (date.size() == 10) return std::string(date);
  bool const time = date[10] == 'T' && date.size() >= 20 && are_digits(date, 11, 2) && date[13] == ':' &&
                    are_digits(date, 14, 2) && date[16] == ':' && are_digits(date, 17, 2) &&
                    in_range(date, 11, 0, 23) && in_range(date, 14, 0, 59) && in_range(date, 17, 0, 59);
  if (!time) return std::string(date.substr(0, 10));
  std::string_view const zone = date.substr(19);
  bool const offset = zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && are_digits(zone, 1, 2) &&
                      zone[3] == ':' && are_digits(zone, 4, 2);
  return std::string(zone == "Z" || offset ? date : date.substr(0, 10));
}

std::string chapter(ArticlePlan const& article, Tags& tags, base::Diagnostics& diagnostics) {
  return document(article.place, article.title, "bodymatter", [&](Xml& xml) {
    // What stands in for a headline is the name of the chapter, but no words of its page.
    bool const has_headline = !article.document->metadata.title.is_empty();
    auto const section = xml.element("section", {{"epub:type", "chapter"},
                                                 {"role", "doc-chapter"},
                                                 {has_headline ? "aria-labelledby" : "aria-label",
                                                  has_headline ? "headline" : article.title}});
    xml.line();
    BlockWriter blocks(xml, article, tags, diagnostics);
    blocks.write_marks_at_start();
    Head head(xml, article.document->metadata, article.place, tags, blocks.inlines());
    if (doc::has_head(article.document->metadata)) {
      {
        auto const header = xml.element("header");
        xml.line();
        head.write(has_headline ? article.title : "", article.title_place);
      }
      xml.line();
    }
    blocks.write(article.document->blocks, article.place);
    blocks.write_notes(article.place);
    head.colophon();
  });
}

std::string title_page(Plan const& plan, Tags& tags) {
  return document(plan.place, plan.title, "frontmatter", [&](Xml& xml) {
    auto const section = xml.element(
        "section", {{"epub:type", "titlepage"}, {"class", "titlepage"}, {"aria-labelledby", "headline"}});
    xml.line();
    // The title page refers to nothing: notes and pages are the chapters'.
    ArticlePlan const nothing;
    base::Diagnostics unheard;
    Inline inlines(xml, nothing, tags, unheard);
    Head head(xml, plan.edition->metadata, plan.place, tags, inlines);
    head.write(plan.title, plan.title_place);
    if (plan.articles.size() > 1 && plan.languages.size() > 1) {
      // The languages of the edition, each in its own name.
      {
        auto const paragraph = xml.element("p", {{"class", "byline"}});
        for (std::size_t i = 0; i < plan.languages.size(); ++i) {
          if (i > 0) xml.text(between);
          std::string const& language = plan.languages[i];
          Place const own{language, text::direction_of_tag(language).value_or(plan.place.direction)};
          Attributes const attributes = place_attributes(Xml::Kind::xhtml, own, &plan.place);
          if (attributes.empty())
            xml.text(text::own_name(language));
          else
            xml.leaf("bdi", attributes, text::own_name(language));
        }
      }
      xml.line();
    }
    head.colophon();
  });
}

}  // namespace ms::epub

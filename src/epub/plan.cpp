#include "epub/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/digest.hpp"
#include "doc/head.hpp"
#include "doc/walk.hpp"
#include "epub/labels.hpp"
#include "epub/pictures.hpp"

namespace ms::epub {
namespace {

/// An id that XML takes (NCName) and that no reader stumbles over; ASCII letters, digits, - and _.
std::string id_from(std::string_view wanted) {
  std::string out;
  for (char const c : wanted) {
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    bool const inner = (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (out.empty() && !letter) out = "b";
    out += letter || inner ? c : '-';
  }
  return out.empty() ? "b" : out;
}

std::string claim(std::set<std::string>& taken, std::string const& wanted) {
  std::string id = wanted;
  for (int n = 2; !taken.insert(id).second; ++n) id = fmt::format("{}-{}", wanted, n);
  return id;
}

/// The same article has the same file name in every edition: so a reader's place survives a new one.
std::string article_key(doc::Document const& document) {
  doc::Metadata const& metadata = document.metadata;
  if (!metadata.url.empty()) return metadata.url;
  std::string key = metadata.language + "\n" + metadata.title.text.utf8 + "\n" + metadata.date;
  if (!metadata.title.is_empty()) return key;
  doc::walk(document, [&](doc::Block const& block, int) {
    if (text::Text const* text = doc::text_of(block)) key += "\n" + text->utf8;
  });
  return key;
}

class ArticlePlanner {
 public:
  ArticlePlanner(Plan& plan, ArticlePlan& article, Tags& tags, Pictures& pictures)
      : plan_(plan), article_(article), tags_(tags), pictures_(pictures), document_(*article.document) {}

  void run() {
    article_.resolved = doc::resolve(document_);
    article_.place = tags_.place({document_.metadata.language, document_.metadata.direction});
    title();
    claim(article_.taken, "headline");
    for (doc::Note const* note : doc::notes_in_order(document_)) {
      notes_.emplace(note->id, article_.notes.size());
      article_.notes.push_back({note, {}, {}, static_cast<int>(article_.notes.size()) + 1, false});
    }
    doc::walk(document_, [&](doc::Block const& block, int) { take(block); });
    for (Note& note : article_.notes) note.id = claim(article_.taken, fmt::format("note-{}", note.number));
    for (Note& note : article_.notes)
      if (note.referred_to) note.reference_id = claim(article_.taken, fmt::format("ref-{}", note.number));
  }

 private:
  void title() {
    doc::Metadata const& metadata = document_.metadata;
    doc::Line const line = metadata.title.is_empty() ? doc::stand_in_title(document_) : metadata.title;
    article_.title = plain(line.text);
    article_.title_place = tags_.place(article_.resolved.of(line));
    if (!article_.title.empty()) return;
    Label const untitled = label(article_.place.language, Labels::untitled);
    article_.title = untitled.text;
    article_.title_place = untitled.place;
  }

  void take(doc::Block const& block) {
    article_.ids[&block] = claim(article_.taken, id_from(block.id));
    if (auto const* heading = std::get_if<doc::Heading>(&block.content)) take_heading(block, *heading);
    if (auto const* figure = std::get_if<doc::Figure>(&block.content)) take_figure(*figure);
    if (text::Text const* text = doc::text_of(block)) take_spans(*text);
  }

  /// The headline is h1; below it no level is skipped, whatever the source did.
  void take_heading(doc::Block const& block, doc::Heading const& heading) {
    if (heading.text.is_empty()) return;
    level_ = std::min(std::clamp(heading.level, 2, 6), level_ + 1);
    article_.levels[&block] = level_;
    plan_.facts.headings = true;
    if (level_ == 2)
      article_.entries.push_back(
          {&heading.text, article_.ids.at(&block), tags_.place(article_.resolved.of(block))});
  }

  void take_figure(doc::Figure const& figure) {
    if (figure.missing || figure.image.empty()) return;
    auto const image = std::find_if(document_.images.begin(), document_.images.end(),
                                    [&](doc::Image const& one) { return one.id == figure.image; });
    if (image == document_.images.end()) return pictures_.report_missing(figure.image);
    auto const path = pictures_.path(*image);
    if (!path) return;
    article_.pictures[figure.image] = *path;
    ++plan_.facts.images;
    if (figure.alt.empty())
      pictures_.report_without_text(figure.image);
    else
      ++plan_.facts.images_with_text;
  }

  void take_spans(text::Text const& text) {
    for (text::Span const& span : text.spans) {
      if (span.kind == text::SpanKind::ruby) plan_.facts.ruby = true;
      if (span.kind == text::SpanKind::note)
        if (auto const found = notes_.find(span.value); found != notes_.end())
          article_.notes[found->second].referred_to = true;
    }
  }

  Plan& plan_;
  ArticlePlan& article_;
  Tags& tags_;
  Pictures& pictures_;
  doc::Document const& document_;
  std::map<std::string_view, std::size_t> notes_;  ///< by the id the article gives
  int level_ = 1;
};

void plan_order(Plan& plan) {
  std::set<std::size_t> taken;
  auto const add = [&](std::size_t index) {
    if (index < plan.articles.size() && taken.insert(index).second) plan.order.push_back(index);
  };
  for (doc::Section const& section : plan.edition->sections)
    for (std::size_t const index : section.articles) add(index);
  for (std::size_t index = 0; index < plan.articles.size(); ++index) add(index);
}

void plan_pages(Plan& plan, Extras const& extras) {
  for (std::size_t i = 0; i < extras.pages.size(); ++i) {
    PageMark const& page = extras.pages[i];
    if (page.article >= plan.articles.size()) continue;
    ArticlePlan& article = plan.articles[page.article];
    bool const known = std::any_of(article.ids.begin(), article.ids.end(),
                                   [&](auto const& entry) { return entry.first->id == page.block; });
    std::string const id = claim(article.taken, fmt::format("page-{}", i + 1));
    article.marks[known ? page.block : ""].push_back({page.offset, id, page.label});
    plan.pages.push_back({article.file, id, page.label});
  }
  for (ArticlePlan& article : plan.articles)
    for (auto& [block, marks] : article.marks)
      std::stable_sort(marks.begin(), marks.end(),
                       [](Mark const& a, Mark const& b) { return a.offset < b.offset; });
}

void plan_languages(Plan& plan, Tags& tags) {
  auto const add = [&](std::string const& language) {
    if (std::find(plan.languages.begin(), plan.languages.end(), language) == plan.languages.end())
      plan.languages.push_back(language);
  };
  add(plan.place.language);
  for (std::string const& language : plan.edition->metadata.languages) add(tags.tag(language));
  for (ArticlePlan const& article : plan.articles) add(article.place.language);
  if (plan.languages.size() > 1) std::erase(plan.languages, "und");
}

}  // namespace

std::string const& Tags::tag(std::string const& language) {
  auto const found = known_.find(language);
  if (found != known_.end()) return found->second;
  return known_.emplace(language, ebook_tag(language).value_or("und")).first->second;
}

Place Tags::place(Place place) {
  place.language = tag(place.language);
  return place;
}

Note const* ArticlePlan::note(std::string_view id) const {
  for (Note const& one : notes)
    if (one.note->id == id) return &one;
  return nullptr;
}

std::string plain(text::Text const& text) {
  std::string out;
  std::string_view const object = "\uFFFC";
  for (std::size_t i = 0; i < text.utf8.size();) {
    if (text.utf8.compare(i, object.size(), object) == 0) {
      i += object.size();
      continue;
    }
    out += text.utf8[i] == '\n' ? ' ' : text.utf8[i];
    ++i;
  }
  return out;
}

Plan make_plan(doc::Edition const& edition, Extras const& extras, base::Diagnostics& diagnostics) {
  Plan plan;
  plan.edition = &edition;
  Tags tags;
  doc::Metadata const& metadata = edition.metadata;
  plan.place = tags.place({metadata.language, metadata.direction});
  Pictures pictures(plan.pictures, diagnostics);
  std::set<std::string> files;
  plan.articles.reserve(edition.articles.size());
  for (doc::Document const& document : edition.articles) {
    ArticlePlan& article = plan.articles.emplace_back();
    article.document = &document;
    std::string const name = claim(files, "a-" + base::sha256_hex(article_key(document)).substr(0, 12));
    article.file = name + ".xhtml";
    article.item = name;
    ArticlePlanner(plan, article, tags, pictures).run();
  }
  plan.title = plain(metadata.title.text);
  Place const own{metadata.title.language.empty() ? metadata.language : metadata.title.language,
                  metadata.title.direction.value_or(metadata.direction)};
  plan.title_place = tags.place(own);
  if (plan.title.empty()) {
    Label const untitled = label(plan.place.language, Labels::untitled);
    plan.title = plan.articles.size() == 1 ? plan.articles.front().title : untitled.text;
    plan.title_place = plan.articles.size() == 1 ? plan.articles.front().title_place : untitled.place;
  }
  // One article with a few headings needs no page of contents; e-ink readers show that page, so many do.
  plan.contents_shown = plan.articles.size() > 1;
  plan_order(plan);
  plan_pages(plan, extras);
  plan_languages(plan, tags);
  return plan;
}

}  // namespace ms::epub

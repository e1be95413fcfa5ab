#include "epub/package_document.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "epub/chapter.hpp"
#include "epub/epub.hpp"
#include "epub/labels.hpp"

namespace ms::epub {
namespace {

/// MARC relator codes; only authors are creators, the others contribute.
std::string_view relator(doc::Role role) {
  switch (role) {
    case doc::Role::author: return "aut";
    case doc::Role::editor: return "edt";
    case doc::Role::translator: return "trl";
    case doc::Role::photographer: return "pht";
    case doc::Role::agency: return "isb";
  }
  return "ctb";
}

class Metadata {
 public:
  Metadata(Xml& xml, Plan const& plan, Extras const& extras)
      : xml_(xml), plan_(plan), extras_(extras), metadata_(plan.edition->metadata) {}

  void write() {
    identification();
    people();
    publication();
    if (plan_.articles.size() > 1)
      for (std::size_t const index : plan_.order) provenance(plan_.articles[index]);
    pagination();
    accessibility();
    xml_.leaf("meta", {{"name", "primary-writing-mode"},
                       {"content",
                        plan_.place.direction == text::Direction::rtl ? "horizontal-rl" : "horizontal-lr"}});
    if (!plan_.edition->generator.empty())
      xml_.leaf("meta", {{"name", "generator"}, {"content", plan_.edition->generator}});
    if (!extras_.fonts.empty()) property("ibooks:specified-fonts", "true");
    xml_.line();
  }

 private:
  void element(char const* name, std::string const& text, Place const& place, std::string const& id = {}) {
    Attributes attributes;
    if (!id.empty()) attributes.emplace_back("id", id);
    for (auto& attribute : place_attributes(Xml::Kind::other, place, &plan_.place))
      attributes.push_back(std::move(attribute));
    xml_.leaf(name, attributes, marked(text, place.direction));
    xml_.line();
  }
  /// Text of the edition in no language anybody named: its direction is that of its letters.
  Place named(std::string const& text) const {
    return {plan_.place.language, direction_of_name(text, plan_.place.direction)};
  }
  void plain_element(char const* name, std::string const& text) {
    xml_.leaf(name, {}, text);
    xml_.line();
  }
  void property(char const* name, std::string const& value, std::string const& refines = {},
                Attributes more = {}) {
    Attributes attributes;
    if (!refines.empty()) attributes.emplace_back("refines", "#" + refines);
    attributes.emplace_back("property", name);
    for (auto& attribute : more) attributes.push_back(std::move(attribute));
    xml_.leaf("meta", attributes, value);
    xml_.line();
  }

  void identification() {
    xml_.leaf("dc:identifier", {{"id", "identifier"}}, "urn:uuid:" + plan_.edition->identifier);
    xml_.line();
    element("dc:title", plan_.title, plan_.title_place, "title");
    property("title-type", "main", "title");
    for (std::string const& language : plan_.languages) plain_element("dc:language", language);
    property("dcterms:modified", moment_of(*plan_.edition));
  }

  void people() {
    int count = 0;
    for (doc::Person const& person : metadata_.people) {
      if (person.name.empty()) continue;
      std::string const id = fmt::format("person-{}", ++count);
      bool const author = person.role == doc::Role::author;
      element(author ? "dc:creator" : "dc:contributor", person.name, named(person.name), id);
      property("role", std::string(relator(person.role)), id, {{"scheme", "marc:relators"}});
    }
  }

  void publication() {
    if (std::string const date = valid_date(metadata_.date); !date.empty()) plain_element("dc:date", date);
    if (!metadata_.publisher.empty())
      element("dc:publisher", metadata_.publisher, named(metadata_.publisher));
    if (!metadata_.section.empty()) element("dc:subject", metadata_.section, named(metadata_.section));
    if (!metadata_.url.empty()) plain_element("dc:source", metadata_.url);
    if (!metadata_.licence.empty()) element("dc:rights", metadata_.licence, named(metadata_.licence));
    if (!metadata_.standfirst.is_empty()) {
      doc::Line const& line = metadata_.standfirst;
      Place const own{line.language.empty() ? metadata_.language : line.language,
                      line.direction.value_or(metadata_.direction)};
      element("dc:description", plain(line.text), ebook_place(own));
    }
  }

  /// Where each article of a digest comes from.
  void provenance(ArticlePlan const& article) {
    doc::Metadata const& from = article.document->metadata;
    property("dcterms:title", marked(article.title, article.title_place.direction), article.item,
             place_attributes(Xml::Kind::other, article.title_place, &plan_.place));
    property("dcterms:language", article.place.language, article.item);
    for (doc::Person const& person : from.people) {
      if (person.name.empty() || person.role != doc::Role::author) continue;
      Place const own{article.place.language, direction_of_name(person.name, article.place.direction)};
      property("dcterms:creator", marked(person.name, own.direction), article.item,
               place_attributes(Xml::Kind::other, own, &plan_.place));
    }
    if (std::string const date = valid_date(from.date); !date.empty())
      property("dcterms:issued", date, article.item);
    if (!from.url.empty()) property("dcterms:source", from.url, article.item);
  }

  /// The pages are those of the PDF of the same build: EPUB 3.3 says so by source-of, 3.4 by pageBreakSource.
  void pagination() {
    if (plan_.pages.empty()) return;
    std::string const source =
        extras_.page_source.empty() ? "urn:uuid:" + plan_.edition->identifier : extras_.page_source;
    xml_.leaf("dc:source", {{"id", "pages"}}, source);
    xml_.line();
    property("source-of", "pagination", "pages");
    property("pageBreakSource", source);
  }

  /// EPUB Accessibility 1.1, 2; the words are those of schema.org.
  void accessibility() {
    Facts const& facts = plan_.facts;
    bool const described = facts.images == facts.images_with_text;
    property("schema:accessMode", "textual");
    if (facts.images > 0) property("schema:accessMode", "visual");
    property("schema:accessModeSufficient", described ? "textual" : "textual,visual");
    for (char const* feature : {"displayTransformability", "readingOrder", "tableOfContents", "unlocked"})
      property("schema:accessibilityFeature", feature);
    if (facts.headings || plan_.articles.size() > 1)
      property("schema:accessibilityFeature", "structuralNavigation");
    if (facts.images > 0 && described) property("schema:accessibilityFeature", "alternativeText");
    if (facts.ruby) property("schema:accessibilityFeature", "rubyAnnotations");
    if (!plan_.pages.empty()) {
      property("schema:accessibilityFeature", "pageBreakMarkers");
      property("schema:accessibilityFeature", "pageNavigation");
    }
    property("schema:accessibilityHazard", "none");
    Label const summary =
        accessibility_summary(plan_.place.language, facts.images == 0 ? Described::no_images
                                                    : described       ? Described::all_images
                                                                      : Described::not_all_images);
    property("schema:accessibilitySummary", summary.text, {},
             place_attributes(Xml::Kind::other, summary.place, &plan_.place));
  }

  Xml& xml_;
  Plan const& plan_;
  Extras const& extras_;
  doc::Metadata const& metadata_;
};

void write_spine(Xml& xml, Plan const& plan) {
  auto const spine = xml.element(
      "spine",
      {{"toc", "ncx"}, {"page-progression-direction", std::string(text::name_of(plan.place.direction))}});
  xml.leaf("itemref", {{"idref", "title-page"}});
  if (plan.contents_shown) xml.leaf("itemref", {{"idref", "nav"}});
  for (std::size_t const index : plan.order) xml.leaf("itemref", {{"idref", plan.articles[index].item}});
}

/// For Kindle and old readers: without a reference to the text they do not know where it begins.
void write_guide(Xml& xml, Plan const& plan) {
  auto const guide = xml.element("guide");
  auto const reference = [&](char const* type, std::string const& target, Labels which) {
    xml.leaf("reference",
             {{"type", type}, {"title", label(plan.place.language, which).text}, {"href", target}});
  };
  reference("title-page", "title.xhtml", Labels::title_page);
  if (plan.contents_shown) reference("toc", "nav.xhtml", Labels::contents);
  reference("text", plan.articles[plan.order.front()].file, Labels::start);
}

}  // namespace

std::string package_document(Plan const& plan, Extras const& extras,
                             std::vector<ManifestItem> const& manifest) {
  Xml xml(Xml::Kind::other);
  {
    Attributes root{
        {"xmlns", "http://www.idpf.org/2007/opf"}, {"version", "3.0"}, {"unique-identifier", "identifier"}};
    for (auto& attribute : place_attributes(Xml::Kind::other, plan.place, nullptr))
      root.push_back(std::move(attribute));
    if (!extras.fonts.empty())
      root.emplace_back("prefix",
                        "ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/");
    auto const package = xml.element("package", root);
    xml.line();
    {
      auto const metadata = xml.element("metadata", {{"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
      xml.line();
      Metadata(xml, plan, extras).write();
    }
    xml.line();
    {
      auto const list = xml.element("manifest");
      xml.line();
      for (ManifestItem const& item : manifest) {
        Attributes attributes{{"id", item.id}, {"href", item.path}, {"media-type", item.media_type}};
        if (!item.properties.empty()) attributes.emplace_back("properties", item.properties);
        xml.leaf("item", attributes);
        xml.line();
      }
    }
    xml.line();
    write_spine(xml, plan);
    xml.line();
    write_guide(xml, plan);
    xml.line();
  }
  xml.line();
  return xml.result();
}

}  // namespace ms::epub

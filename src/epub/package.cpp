#include <fmt/format.h>

#include <algorithm>

#include "base/ensure.hpp"
#include "epub/chapter.hpp"
#include "epub/epub.hpp"
#include "epub/navigation.hpp"
#include "epub/package_document.hpp"

namespace ms::epub {
namespace {

constexpr std::string_view xhtml_type = "application/xhtml+xml";

std::string container() {
  Xml xml(Xml::Kind::other);
  {
    auto const all = xml.element(
        "container", {{"version", "1.0"}, {"xmlns", "urn:oasis:names:tc:opendocument:xmlns:container"}});
    auto const files = xml.element("rootfiles");
    xml.leaf("rootfile",
             {{"full-path", "EPUB/package.opf"}, {"media-type", "application/oebps-package+xml"}});
  }
  xml.line();
  return xml.result();
}

/// Apple Books shows the sheet's families only when it is told that they are meant.
std::string display_options() {
  Xml xml(Xml::Kind::other);
  {
    auto const all = xml.element("display_options");
    auto const platform = xml.element("platform", {{"name", "*"}});
    xml.leaf("option", {{"name", "specified-fonts"}}, "true");
  }
  xml.line();
  return xml.result();
}

std::string_view font_type(FontFile const& font) {
  return font.bytes.compare(0, 4, "OTTO") == 0 ? "font/otf" : "font/ttf";
}

std::string css(style::Style const& style, std::vector<FontFile> const& fonts) {
  std::string out = style.css();
  if (fonts.empty()) return out;
  std::string families;
  std::set<std::string> named;
  for (FontFile const& font : fonts) {
    out += fmt::format(
        "@font-face {{ font-family: \"{}\"; src: url(\"fonts/{}\"); font-weight: {}; font-style: {}; }}\n",
        font.family, font.name, font.bold ? "bold" : "normal", font.italic ? "italic" : "normal");
    if (named.insert(font.family).second) families += fmt::format("\"{}\", ", font.family);
  }
  // Each letter takes the first family that has it, and the reader's own where none has.
  return out + fmt::format("body {{ font-family: {}serif; }}\n", families);
}

class Packager {
 public:
  explicit Packager(Package& package) : package_(package) {}

  void add(std::string path, std::string_view media_type, std::string bytes, bool compressed = true) {
    package_.resources.push_back({std::move(path), std::string(media_type), std::move(bytes), compressed});
  }
  void list(std::string id, std::string path, std::string_view media_type, std::string bytes,
            std::string properties = {}, bool compressed = true) {
    manifest_.push_back({std::move(id), path, std::string(media_type), std::move(properties)});
    add("EPUB/" + path, media_type, std::move(bytes), compressed);
  }
  std::vector<ManifestItem> const& manifest() const { return manifest_; }

 private:
  Package& package_;
  std::vector<ManifestItem> manifest_;
};

}  // namespace

std::string moment_of(doc::Edition const& edition) {
  return edition.modified.empty() ? "2000-01-01T00:00:00Z" : edition.modified;
}

Package make_package(doc::Edition const& edition, style::Style const& style, Extras const& extras,
                     base::Diagnostics& diagnostics) {
  base::ensure(!edition.articles.empty(), "an edition has an article");
  base::ensure(!edition.identifier.empty(), "an edition has its identifier");
  std::string const moment = moment_of(edition);
  base::ensure(moment.size() == 20 && valid_date(moment) == moment,
               "the moment of an edition is YYYY-MM-DDThh:mm:ssZ");
  Plan const plan = make_plan(edition, extras, diagnostics);
  Tags tags;
  Package package;
  Packager packager(package);
  packager.add("mimetype", "", "application/epub+zip", false);
  packager.add("META-INF/container.xml", "application/xml", container());
  packager.add("META-INF/com.apple.ibooks.display-options.xml", "application/xml", display_options());
  std::size_t const place_of_package = package.resources.size();
  packager.list("nav", "nav.xhtml", xhtml_type, navigation(plan, tags), "nav");
  packager.list("ncx", "toc.ncx", "application/x-dtbncx+xml", ncx(plan));
  packager.list("style", "style.css", "text/css", css(style, extras.fonts));
  packager.list("title-page", "title.xhtml", xhtml_type, title_page(plan, tags));
  for (ArticlePlan const& article : plan.articles)
    packager.list(article.item, article.file, xhtml_type, chapter(article, tags, diagnostics));
  int count = 0;
  for (Picture const& picture : plan.pictures)
    packager.list(fmt::format("image-{}", ++count), picture.path, picture.media_type, *picture.bytes, {},
                  false);
  count = 0;
  for (FontFile const& font : extras.fonts)
    packager.list(fmt::format("font-{}", ++count), "fonts/" + font.name, font_type(font), font.bytes);
  Resource document{"EPUB/package.opf", "application/oebps-package+xml",
                    package_document(plan, extras, packager.manifest()), true};
  package.resources.insert(package.resources.begin() + static_cast<std::ptrdiff_t>(place_of_package),
                           std::move(document));
  return package;
}

std::string xhtml(doc::Edition const& edition, std::size_t article, style::Style const&,
                  Extras const& extras) {
  base::ensure(article < edition.articles.size(), "the article is in the edition");
  base::Diagnostics unheard;
  Plan const plan = make_plan(edition, extras, unheard);
  Tags tags;
  return chapter(plan.articles[article], tags, unheard);
}

}  // namespace ms::epub

#include "pdf/pdf.hpp"

#include <algorithm>

#include "pdf/content.hpp"
#include "pdf/file.hpp"
#include "pdf/fonts.hpp"
#include "pdf/images.hpp"
#include "pdf/metadata.hpp"
#include "pdf/navigation.hpp"
#include "pdf/structure.hpp"

namespace ms::pdf {

namespace {

class Writer {
 public:
  Writer(page::Document const& document, Options const& options, base::Diagnostics& diagnostics)
      : document_(document),
        version_(options.version),
        diagnostics_(diagnostics),
        encoder_(fonts_, text_faces_of(document)) {}

  std::string write() {
    // Codes are numbered when all are known, so pages are encoded before the first is written.
    std::vector<EncodedPage> encoded_pages;
    for (page::Page const& page : document_.pages)
      encoded_pages.push_back(encoded(encoder_, page, document_));
    fonts_.number_codes();
    encoder_.report(diagnostics_);

    objects_.expect_pages(document_.pages.size());
    images_ = image_objects(objects_, document_.images, diagnostics_);
    Dict const resources = all_resources();
    for (page::Page const& page : document_.pages) {
      pages_.push_back(objects_.page(page.paper));
      pages_.back().add("Resources", resources).name("Tabs", "S");
    }
    Structure structure(objects_, document_, version_);
    Navigation navigation(objects_, document_, pages_, structure, version_);
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      write_page(i, encoded_pages[i], structure, navigation);
      encoded_pages[i] = {};
    }
    structure.finish();
    navigation.add_outline();
    navigation.add_destinations();
    navigation.add_page_labels();
    add_metadata(objects_, document_.properties, version_, claim(), colours());
    return file_of(objects_, version_);
  }

 private:
  /// One dictionary for all pages: every font and every image of the document.
  Dict all_resources() {
    Dict resources = objects_.indirect(), names = objects_.dict();
    std::vector<Dict> const fonts = font_objects(objects_, fonts_);
    for (std::size_t i = 0; i < fonts.size(); ++i) names.add(("F" + std::to_string(i)).c_str(), fonts[i]);
    if (images_.resources) resources.add("XObject", images_.resources);
    return resources.add("Font", names);
  }

  void write_page(std::size_t index, EncodedPage const& encoded, Structure& structure,
                  Navigation& navigation) {
    page::Page const& page = document_.pages[index];
    Dict const object = pages_[index];
    Content content = content_of(page, encoded, fonts_.fonts(), images_.pictures, structure.tags());
    objects_.set_content(object, content.operators);

    // What belongs to structure nodes, in reading order: content by its first item, annotations by theirs.
    struct Event {
      std::size_t item = 0;
      std::optional<std::size_t> mcid;
    };
    std::vector<Event> events;
    std::vector<std::size_t> nodes;
    for (std::size_t i = 0; i < content.marks.size(); ++i) {
      events.push_back({content.marks[i].item, i});
      nodes.push_back(content.marks[i].node);
    }
    for (std::size_t i = 0; i < page.items.size(); ++i)
      if (std::holds_alternative<page::LinkBox>(page.items[i].what)) events.push_back({i, std::nullopt});
    std::stable_sort(events.begin(), events.end(),
                     [](Event const& a, Event const& b) { return a.item < b.item; });

    Array annotations;
    for (Event const& event : events) {
      page::Item const& item = page.items[event.item];
      if (event.mcid) {
        structure.add_mark(nodes[*event.mcid], object, *event.mcid);
        if (auto const* image = std::get_if<page::ImageBox>(&item.what))
          structure.set_box(nodes[*event.mcid], image->box, page.paper.height);
        continue;
      }
      Dict const annotation = navigation.link(std::get<page::LinkBox>(item.what), index, diagnostics_);
      if (!annotation) continue;
      if (!annotations) annotations = objects_.array();
      annotations.add(annotation);
      if (item.structure) structure.add_annotation(*item.structure, object, annotation);
    }
    if (annotations) Dict(object).add("Annots", annotations);
    if (!nodes.empty()) structure.add_page(object, std::move(nodes));
  }

  /// Nothing is claimed that is not so.
  Claim claim() const {
    page::Properties const& properties = document_.properties;
    bool const true_to_it =
        encoder_.is_complete() && !properties.title.empty() && !properties.language.empty();
    return true_to_it ? Claim::accessible_archive : Claim::none;
  }

  Colours colours() const {
    auto const is_grey = [](page::Colour c) { return c.red == c.green && c.green == c.blue; };
    for (page::Page const& page : document_.pages)
      for (page::Item const& item : page.items) {
        auto const* run = std::get_if<page::GlyphRun>(&item.what);
        auto const* rule = std::get_if<page::Rule>(&item.what);
        if ((run != nullptr && !is_grey(run->colour)) || (rule != nullptr && !is_grey(rule->colour)) ||
            std::holds_alternative<page::ImageBox>(item.what))
          return Colours::all;
      }
    return Colours::grey;
  }

  page::Document const& document_;
  Version version_;
  base::Diagnostics& diagnostics_;
  Objects objects_;
  EmbeddedFonts fonts_;
  Encoder encoder_;
  Images images_;
  std::vector<Dict> pages_;
};

}  // namespace

std::string write(page::Document const& document, Options const& options, base::Diagnostics& diagnostics) {
  return Writer(document, options, diagnostics).write();
}

}  // namespace ms::pdf

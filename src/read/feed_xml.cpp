#include "read/feed_xml.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <memory>
#include <new>

#include "read/markdown_tags.hpp"

namespace ms::read {
namespace {

constexpr std::string_view atom = "http://www.w3.org/2005/Atom",
                           dublin_core = "http://purl.org/dc/elements/1.1/",
                           content_module = "http://purl.org/rss/1.0/modules/content/",
                           xhtml = "http://www.w3.org/1999/xhtml",
                           xml = "http://www.w3.org/XML/1998/namespace";

struct Name {
  std::string_view space, local;
};

/// "namespace|name" as expat hands it out.
Name name_of(char const* qualified) {
  std::string_view const all = qualified;
  std::size_t const bar = all.rfind('|');
  if (bar == std::string_view::npos) return {{}, all};
  return {all.substr(0, bar), all.substr(bar + 1)};
}

bool is_field(Name name) {
  constexpr std::string_view fields =
      " title encoded content description summary link guid pubDate published date updated lastBuildDate "
      "creator "
      "author name language category rights copyright ";
  constexpr std::string_view rss1 = "http://purl.org/rss/1.0/";
  bool const is_known = name.space.empty() || name.space == atom || name.space == rss1 ||
                        name.space == dublin_core || name.space == content_module;
  // The author of Atom holds elements of its own.
  bool const is_holder = name.space == atom && name.local == "author";
  return is_known && !is_holder && fields.find(" " + std::string(name.local) + " ") != std::string_view::npos;
}

class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source), parser_(XML_ParserCreateNS("UTF-8", '|')) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, XML_Char const* name, XML_Char const** attributes) {
          of(self).guarded([&](Parser& parser) { parser.start(name_of(name), attributes); });
        },
        [](void* self, XML_Char const* name) {
          of(self).guarded([&](Parser& parser) { parser.end(name_of(name)); });
        });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, XML_Char const* text, int length) {
      of(self).guarded([&](Parser& parser) { parser.characters({text, static_cast<std::size_t>(length)}); });
    });
    // Feeds use the references of HTML without declaring them.
    XML_UseForeignDTD(parser_.get(), XML_TRUE);
    XML_SetSkippedEntityHandler(parser_.get(), [](void* self, XML_Char const* name, int) {
      of(self).guarded([&](Parser& parser) {
        std::string const reference = "&" + std::string(name) + ";";
        parser.characters(character_of(reference).value_or(reference));
      });
    });
  }

  Feed parse(base::Diagnostics& diagnostics) {
    constexpr std::size_t most = std::numeric_limits<int>::max() / 2;
    std::string_view const text = source_.substr(0, most);
    auto const status = XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), XML_TRUE);
    if (failure_) std::rethrow_exception(failure_);
    if (status != XML_STATUS_OK) {
      std::size_t const at = std::min(place(), source_.size());
      diagnostics.warn("feed.broken",
                       fmt::format("the XML is broken here ({}); what follows was not read",
                                   XML_ErrorString(XML_GetErrorCode(parser_.get()))),
                       base::Range{at, at});
      finish_entry();
    }
    return std::move(feed_);
  }

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };
  static Parser& of(void* self) { return *static_cast<Parser*>(self); }

  /// No exception crosses a C frame.
  template <typename Step>
  void guarded(Step const& step) {
    if (failure_) return;
    try {
      step(*this);
    } catch (...) {
      failure_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  std::size_t place() const {
    XML_Index const at = XML_GetCurrentByteIndex(parser_.get());
    return at < 0 ? source_.size() : static_cast<std::size_t>(at);
  }

  static std::string attribute(XML_Char const** attributes, std::string_view space, std::string_view local) {
    for (; *attributes != nullptr; attributes += 2) {
      Name const name = name_of(attributes[0]);
      if (name.space == space && name.local == local) return attributes[1];
    }
    return {};
  }

  FeedEntry& entry() { return in_entry_ ? feed_.entries.back() : feed_.self; }

  void start(Name name, XML_Char const** attributes) {
    ++depth_;
    if (markup_depth_ > 0) return;  // inside of XHTML, which is taken as it stands
    bool const is_entry = name.local == "item" || (name.local == "entry" && name.space == atom);
    if (is_entry && !in_entry_) {
      feed_.entries.emplace_back();
      in_entry_ = true;
      entry_depth_ = depth_;
    }
    if (std::string const language = attribute(attributes, xml, "lang"); !language.empty() && !field_)
      entry().language = language;
    if (name.local == "image" || name.local == "source" || name.local == "textinput") ++aside_;
    if (aside_ > 0) return;
    if (name.space == atom && name.local == "link") {
      std::string const relation = attribute(attributes, {}, "rel");
      if (entry().link.empty() && (relation.empty() || relation == "alternate"))
        entry().link = attribute(attributes, {}, "href");
      return;
    }
    if (name.space == atom && name.local == "category" && entry().section.empty()) {
      std::string const label = attribute(attributes, {}, "label");
      entry().section = label.empty() ? attribute(attributes, {}, "term") : label;
      return;
    }
    begin_field(name, attribute(attributes, {}, "type"));
  }

  void begin_field(Name name, std::string const& type) {
    if (field_) {
      // The first element of XHTML content: all of it is taken from the source.
      if (type_ == "xhtml" && name.space == xhtml) {
        markup_depth_ = depth_;
        markup_start_ = place();
      }
      return;
    }
    if (!is_field(name)) return;
    field_ = std::make_unique<FeedField>();
    type_ = type;
    field_depth_ = depth_;
    field_->is_plain = name.space == atom && (type.empty() || type == "text");
  }

  void characters(std::string_view text) {
    if (!field_ || markup_depth_ > 0 || text.empty()) return;
    std::size_t const at = field_->text.size(), from = place();
    int const count = XML_GetCurrentByteCount(parser_.get());
    std::size_t const length = count > 0 ? static_cast<std::size_t>(count) : text.size();
    field_->text += text;
    bool const is_known = from + length <= source_.size();
    if (!is_known) return;
    std::vector<text::OriginPiece> const piece = {{{0, text.size()}, {from, from + length}}};
    field_->origin.append(text::Origin(piece), at);
  }

  void end(Name name) {
    int const depth = depth_--;
    if (markup_depth_ > 0) {
      if (depth == markup_depth_) end_markup();
      return;
    }
    if (name.local == "image" || name.local == "source" || name.local == "textinput") aside_ -= aside_ > 0;
    if (field_ && depth == field_depth_) end_field(name);
    if (in_entry_ && depth == entry_depth_) finish_entry();
  }

  void end_markup() {
    // At an end tag the parser stands before it.
    std::size_t const end = std::min(place(), source_.size());
    std::size_t const close = std::min(source_.find('>', end), source_.size() - 1) + 1;
    if (markup_start_ <= end) {
      field_->text = source_.substr(markup_start_, close - markup_start_);
      field_->origin = text::Origin::straight(field_->text.size(), markup_start_);
    }
    markup_depth_ = 0;
  }

  void finish_entry() {
    in_entry_ = false;
    field_.reset();
  }

  void end_field(Name name) {
    FeedField field = std::move(*field_);
    field_.reset();
    if (field.is_empty()) return;
    FeedEntry& to = entry();
    std::string_view const local = name.local;
    auto const set = [&](std::string& value) {
      if (value.empty()) value = trimmed(field.text);
    };
    if (local == "title" && to.title.is_empty()) {
      to.title = std::move(field);
    } else if ((local == "encoded" && name.space == content_module) ||
               (local == "content" && name.space == atom)) {
      to.content = std::move(field);
    } else if (local == "description" || local == "summary") {
      if (to.summary.is_empty()) to.summary = std::move(field);
    } else if (local == "link" || (local == "guid" && field.text.starts_with("http"))) {
      set(to.link);
    } else if (local == "pubDate" || local == "published" || (local == "date" && name.space == dublin_core)) {
      to.date = trimmed(field.text);
    } else if (local == "updated" || local == "lastBuildDate") {
      set(to.date);
    } else if (local == "creator" || local == "author" || local == "name") {
      to.authors.push_back(trimmed(field.text));
    } else if (local == "language") {
      set(to.language);
    } else if (local == "category") {
      set(to.section);
    } else if (local == "rights" || local == "copyright") {
      set(to.rights);
    }
  }

  static std::string trimmed(std::string_view text) {
    std::size_t const start = text.find_first_not_of(" \t\r\n");
    return start == std::string_view::npos
               ? std::string()
               : std::string(text.substr(start, text.find_last_not_of(" \t\r\n") + 1 - start));
  }

  std::string_view source_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
  std::exception_ptr failure_;
  Feed feed_;
  bool in_entry_ = false;
  int depth_ = 0, entry_depth_ = 0, field_depth_ = 0, markup_depth_ = 0, aside_ = 0;
  std::size_t markup_start_ = 0;
  std::unique_ptr<FeedField> field_;
  std::string type_;
};

}  // namespace

Feed feed_of(std::string_view source, base::Diagnostics& diagnostics) {
  return Parser(source).parse(diagnostics);
}

std::string declared_xml_encoding(std::string_view bytes) {
  std::string_view head = bytes.substr(0, 200);
  std::size_t const end = head.find("?>");
  if (!head.starts_with("<?xml") || end == std::string_view::npos) return {};
  head = head.substr(0, end);
  std::size_t const at = head.find("encoding=");
  if (at == std::string_view::npos || at + 10 >= head.size()) return {};
  char const quote = head[at + 9];
  std::string_view const value = head.substr(at + 10);
  return std::string(value.substr(0, value.find(quote)));
}

}  // namespace ms::read

#include "read/html_passages.hpp"

#include <algorithm>
#include <optional>

#include "read/heading_signs.hpp"
#include "read/html_notes.hpp"
#include "read/html_source_map.hpp"
#include "read/html_word_lists.hpp"
#include "read/links.hpp"
#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read::html {
namespace {

using text::SpanKind;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Does a list of words (class="a b") hold one of these?
bool has_word(std::string_view list, std::initializer_list<std::string_view> words) {
  for (std::size_t at = 0; at < list.size();) {
    while (at < list.size() && is_space(list[at])) ++at;
    std::size_t const start = at;
    while (at < list.size() && !is_space(list[at])) ++at;
    if (std::ranges::find(words, list.substr(start, at - start)) != words.end()) return true;
  }
  return false;
}

/// "[edit]", "¶": buttons and signs at headings, no part of them.
bool leads_to_heading(Page const& page, NodeId node) {
  constexpr std::size_t longest_sign = 8;
  if (has_word(page.attribute(node, "class"), {"mw-editsection"})) return true;
  if (page.nodes[node].tag != Tag::a || page.heading_around(node) == no_node) return false;
  if (page.attribute(node, "href").find('#') == std::string_view::npos) return false;
  std::string const text = page.inner_text(node, longest_sign + 1);
  return text.size() <= longest_sign && is_heading_sign(text);
}

bool hides(Page const& page, NodeId node) {
  using enum Tag;
  switch (page.nodes[node].tag) {
    case head:
    case script:
    case style:
    case noscript:
    case template_:
    case datalist:
    case title:
    case object:
    case audio:
    case video:
    case rp:
    case iframe: return true;
    default: break;
  }
  if (page.nodes[node].attribute_count == 0) return false;
  if (page.has(node, "hidden") || page.attribute(node, "aria-hidden") == "true") return true;
  std::string css(page.attribute(node, "style"));
  std::erase_if(css, is_space);
  if (css.find("display:none") != std::string::npos || css.find("visibility:hidden") != std::string::npos)
    return true;
  return has_word(
      page.attribute(node, "class"),
      {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "hidden", "sr_only",
       "assistive-text", "is-visually-hidden", "u-visually-hidden", "u-hidden", "element-invisible"});
}

struct Mark {
  NodeId node;
  SpanKind kind;
  std::string value;
  std::optional<std::size_t> start;  ///< nothing before its first character
};

class Walker {
 public:
  Walker(Page const& page, std::string_view source, std::string_view address)
      : page_(page), source_(source), address_(address) {}

  Flow flow() {
    flow_.hidden.assign(page_.nodes.size(), false);
    std::vector<NodeId> open;
    for (NodeId id = 0; id < page_.nodes.size(); ++id) {
      while (!open.empty() && id >= page_.nodes[open.back()].end) {
        leave(open.back());
        open.pop_back();
      }
      Node const& node = page_.nodes[id];
      bool const is_sign = node.tag != Tag::text && begins_sign(id);
      bool const is_hidden = (node.parent != no_node && flow_.hidden[node.parent]) || is_sign ||
                             (node.tag != Tag::text && hides(page_, id));
      flow_.hidden[id] = is_hidden;
      if (node.tag == Tag::text) {
        add_text(id, is_hidden);
        continue;
      }
      enter(id, is_hidden);
      open.push_back(id);
    }
    while (!open.empty()) {
      leave(open.back());
      open.pop_back();
    }
    flush();
    return std::move(flow_);
  }

 private:
  Node const& at(NodeId id) const { return page_.nodes[id]; }

  bool begins_sign(NodeId id) {
    Sign const sign = leads_to_heading(page_, id) ? Sign::heading
                      : is_word_marker(page_, id) ? Sign::marker
                                                  : Sign::none;
    if (sign == Sign::none) return false;
    sign_ = sign;
    sign_end_ = at(id).end;
    return true;
  }

  void enter(NodeId id, bool is_hidden) {
    using enum Tag;
    Tag const tag = at(id).tag;
    if (is_block(tag)) {
      if (!is_hidden) flush();
      if (tag == hr && !is_hidden) flow_.items.push_back({Item::Kind::rule, id, id, 0});
      return;
    }
    if (is_hidden) return;
    switch (tag) {
      case br: line_break(id); return;
      case img: add_picture(id); return;
      case button:
      case input:
      case label: flush(); return;
      case a:
        if (page_.attribute(id, "href").starts_with('#'))
          open_mark(id, SpanKind::note, std::string(page_.attribute(id, "href")));
        else
          open_mark(id, SpanKind::link, link_target(page_.attribute(id, "href"), address_));
        links_ += leads_elsewhere(id);
        break;
      case b:
      case strong: open_mark(id, SpanKind::strong, {}); break;
      case i:
      case em:
      case cite:
      case dfn:
      case var: open_mark(id, SpanKind::emphasis, {}); break;
      case code:
      case kbd:
      case samp:
      case tt: open_mark(id, SpanKind::code, {}); break;
      case sup: open_mark(id, SpanKind::css_class, "superscript"); break;
      case sub: open_mark(id, SpanKind::css_class, "subscript"); break;
      case q: put_ascii('"'); break;
      case rt:
      case rtc: ++readings_; break;
      case ruby: ruby_start_ = std::nullopt; break;
      default: break;
    }
    std::string_view const direction = page_.attribute(id, "dir");
    if (direction == "ltr" || direction == "rtl")
      open_mark(id, SpanKind::isolate, std::string(direction));
    else if (tag == bdi || direction == "auto")
      open_mark(id, SpanKind::isolate, "auto");
    if (auto const tagged = text::canonical_tag(language_attribute(id)); tagged && *tagged != "und")
      open_mark(id, SpanKind::language, *tagged);
  }

  /// Manuals make each heading a link to itself.
  bool leads_elsewhere(NodeId id) const {
    return !page_.attribute(id, "href").starts_with('#') || page_.heading_around(id) == no_node;
  }

  std::string_view language_attribute(NodeId id) const {
    std::string_view const own = page_.attribute(id, "lang");
    return own.empty() ? page_.attribute(id, "xml:lang") : own;
  }

  void leave(NodeId id) {
    using enum Tag;
    Tag const tag = at(id).tag;
    if (flow_.hidden[id]) return;
    if (is_block(tag) || tag == button || tag == label || tag == input) return flush();
    if (tag == a) links_ -= leads_elsewhere(id);
    if (tag == q) put_ascii('"');
    if (tag == rt || tag == rtc) end_reading();
    while (!marks_.empty() && marks_.back().node == id) {
      close(marks_.back());
      marks_.pop_back();
    }
  }

  void open_mark(NodeId id, SpanKind kind, std::string value) {
    marks_.push_back({id, kind, std::move(value), std::nullopt});
  }

  void close(Mark const& mark) {
    if (!mark.start || *mark.start >= now_.text.utf8.size()) return;
    // Where no style raises it, 10³ must not become 103.
    if (mark.kind == SpanKind::css_class && raise(*mark.start, mark.value == "superscript")) return;
    if (mark.kind == SpanKind::link && mark.value.empty()) return;
    if (mark.kind == SpanKind::note && !is_note_sign(std::string_view(now_.text.utf8).substr(*mark.start)))
      return;
    now_.text.spans.push_back({{*mark.start, now_.text.utf8.size()}, mark.kind, mark.value});
  }

  /// Digits and signs that Unicode has raised or lowered; false when there is one it has not.
  bool raise(std::size_t start, bool is_up) {
    std::string const plain = now_.text.utf8.substr(start);
    std::string raised;
    constexpr std::string_view signs = "0123456789+-=()";
    constexpr char32_t up[] = {0x2070, 0xB9,   0xB2,   0xB3,   0x2074, 0x2075, 0x2076, 0x2077,
                               0x2078, 0x2079, 0x207A, 0x207B, 0x207C, 0x207D, 0x207E};
    for (char const c : plain) {
      std::size_t const at = signs.find(c);
      if (at == std::string_view::npos) return false;
      text::append(raised, is_up ? up[at] : static_cast<char32_t>(0x2080 + at));
    }
    std::size_t const grown = raised.size() - plain.size();
    now_.text.utf8.replace(start, plain.size(), raised);
    // All of it comes from all that was written.
    std::vector<text::OriginPiece> before;
    std::optional<base::Range> source;
    for (text::OriginPiece const& piece : pieces_) {
      text::OriginPiece kept = piece;
      if (piece.text.end > start) {
        bool const is_straight = piece.text.length() == piece.source.length();
        base::Range own = piece.source;
        if (is_straight && piece.text.start < start) own.start += start - piece.text.start;
        source = source ? base::Range{source->start, own.end} : own;
        if (piece.text.start >= start) continue;
        kept.text.end = start;
        if (is_straight) kept.source.end = own.start;
      }
      before.push_back(kept);
    }
    if (source) before.push_back({{start, start + raised.size()}, *source});
    pieces_ = std::move(before);
    for (text::Span& span : now_.text.spans)
      if (span.range.end > start) span.range.end += span.range.end >= start + plain.size() ? grown : 0;
    return true;
  }

  void end_reading() {
    if (readings_ > 0) --readings_;
    std::size_t const size = now_.text.utf8.size();
    std::size_t const start = ruby_start_.value_or(base_start_);
    if (start < size && !reading_.empty())
      now_.text.spans.push_back({{start, size}, SpanKind::ruby, std::move(reading_)});
    reading_.clear();
    ruby_start_ = size;
  }

  // ---- characters

  NodeId block_of(NodeId id) const {
    NodeId block = at(id).parent;
    while (block != no_node && !is_block(at(block).tag) && at(block).tag != Tag::button)
      block = at(block).parent;
    return block == no_node ? 0 : block;
  }

  bool is_preformatted(NodeId block) const {
    for (NodeId id = block; id != no_node; id = at(id).parent)
      if (at(id).tag == Tag::pre || at(id).tag == Tag::listing || at(id).tag == Tag::xmp) return true;
    return false;
  }

  void add_text(NodeId id, bool is_hidden) {
    std::string_view const text = page_.text(id);
    if (std::ranges::all_of(text, is_space)) {
      if (!is_hidden) white(id, text);
      return;
    }
    SourceMap const map(text, base::slice(source_, at(id).source), at(id).source.start);
    if (is_hidden) {
      // A passage of its own that does not disturb the one around it.
      Passage aside;
      aside.node = block_of(id);
      aside.is_hidden = true;
      aside.sign = id < sign_end_ ? sign_ : Sign::none;
      aside.texts = {id};
      std::swap(aside, now_);
      bool const had_gap = std::exchange(gap_, false);
      for (std::size_t i = 0; i < text.size(); ++i)
        is_space(text[i]) ? void(gap_ = gap_ || !now_.text.utf8.empty()) : put(text[i], map.of(i));
      keep();
      now_ = std::move(aside);
      gap_ = had_gap;
      return;
    }
    if (readings_ > 0) {
      for (char const c : text)
        if (!is_space(c)) reading_ += c;
      now_.texts.push_back(id);
      return;
    }
    if (now_.texts.empty()) {
      now_.node = block_of(id);
      now_.is_pre = is_preformatted(now_.node);
    }
    now_.texts.push_back(id);
    base_start_ = now_.text.utf8.size();
    std::size_t i = 0;
    if (now_.is_pre && now_.text.utf8.empty() && text.starts_with('\n')) ++i;  // the first line feed in a pre
    while (i < text.size()) {
      char const c = text[i];
      if (now_.is_pre ? c == '\r' : is_space(c)) {
        gap_ = true, gap_source_ = map.of(i);
        ++i;
        continue;
      }
      put(c, map.of(i));
      ++i;
      if (map.is_straight() && !now_.is_pre) i += put_rest_of_word(text.substr(i), map.of(i).start);
    }
  }

  /// The bytes up to the next white space at once, where each comes from the place behind that of the one
  /// before it; how many there are.
  std::size_t put_rest_of_word(std::string_view text, std::size_t source) {
    if (pieces_.empty()) return 0;
    text::OriginPiece& last = pieces_.back();
    bool const goes_on = last.text.end == now_.text.utf8.size() && last.source.end == source &&
                         last.text.length() == last.source.length();
    if (!goes_on) return 0;
    std::size_t length = 0, counted = 0;
    for (; length < text.size() && !is_space(text[length]); ++length) counted += is_counted(text[length]);
    now_.text.utf8.append(text, 0, length);
    now_.characters += counted;
    if (links_ > 0 && !now_.is_hidden) now_.linked += counted;
    last.text.end += length;
    last.source.end += length;
    return length;
  }

  /// Letters and digits, the former as far as one byte tells.
  static bool is_counted(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte & 0xC0) != 0x80 &&
           (byte >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'));
  }

  void white(NodeId id, std::string_view text) {
    if (now_.texts.empty()) return;
    if (now_.is_pre) {
      SourceMap const map(text, base::slice(source_, at(id).source), at(id).source.start);
      now_.texts.push_back(id);
      for (std::size_t i = 0; i < text.size(); ++i) put(text[i], map.of(i));
      return;
    }
    if (!gap_) gap_source_ = {at(id).source.start, std::min(at(id).source.start + 1, at(id).source.end)};
    gap_ = true;
  }

  void put(char c, base::Range source) {
    std::string& utf8 = now_.text.utf8;
    if (gap_) {
      gap_ = false;
      if (!utf8.empty() && utf8.back() != '\n') add(' ', gap_source_);
    }
    for (Mark& mark : marks_)
      if (!mark.start && !now_.is_hidden) mark.start = utf8.size();
    now_.characters += is_counted(c);
    if (links_ > 0 && !now_.is_hidden) now_.linked += is_counted(c);
    add(c, source);
  }

  void put_ascii(char c) {
    if (!now_.texts.empty()) put(c, {});
  }

  void add(char c, base::Range source) {
    std::size_t const at = now_.text.utf8.size();
    now_.text.utf8 += c;
    if (source.is_empty()) return;
    // Byte for byte as long as possible; all bytes of a character reference map to the whole of it.
    if (!pieces_.empty()) {
      text::OriginPiece& last = pieces_.back();
      bool const is_straight = last.text.length() == last.source.length();
      if (last.text.end == at && is_straight && source.length() == 1 && last.source.end == source.start) {
        ++last.text.end;
        ++last.source.end;
        return;
      }
      if (last.text.end == at && last.source == source && source.length() > 1) {
        ++last.text.end;
        return;
      }
      // White space that is written elsewhere than its neighbours, or parts of a text out of order.
      if (source.start < last.source.end) return;
    }
    pieces_.push_back({{at, at + 1}, source});
  }

  /// Lines of different make under one another (a headline, a byline) are no lines of one paragraph.
  bool parts_unlike(NodeId id) const {
    NodeId const parent = at(id).parent;
    if (parent == no_node || !is_block(at(parent).tag)) return false;
    NodeId before = id - 1;
    while (before != parent && at(before).parent != parent) before = at(before).parent;
    NodeId after = at(id).end;
    while (after < at(parent).end && at(after).tag == Tag::text &&
           std::ranges::all_of(page_.text(after), is_space))
      ++after;
    if (before == parent || after >= at(parent).end) return false;
    auto const is_box = [&](NodeId node) { return at(node).tag != Tag::text && at(node).tag != Tag::br; };
    if (!is_box(before) || !is_box(after)) return false;
    return at(before).tag != at(after).tag ||
           page_.attribute(before, "class") != page_.attribute(after, "class") ||
           page_.attribute(before, "size") != page_.attribute(after, "size");
  }

  void line_break(NodeId id) {
    if (now_.texts.empty()) return;
    gap_ = false;
    if (now_.text.utf8.ends_with('\n') || parts_unlike(id)) return flush();
    add('\n', {});
  }

  void add_picture(NodeId id) {
    NodeId const block = block_of(id);
    bool const was_inside = !now_.texts.empty();
    if (was_inside && now_.characters > 0) {
      // A sign inside of a line; what says it is its other text.
      waiting_.push_back({Item::Kind::picture, block, id, 0});
      return;
    }
    flow_.items.push_back({Item::Kind::picture, id, id, 0});
  }

  void flush() {
    gap_ = false;
    for (Mark const& mark : marks_) close(mark);
    for (Mark& mark : marks_) mark.start = std::nullopt;
    keep();
    now_ = {};
    ruby_start_ = std::nullopt;
    base_start_ = 0;
    for (Item& item : waiting_) {
      item.node = item.at;
      flow_.items.push_back(item);
    }
    waiting_.clear();
  }

  /// Puts the passage that is being made into the flow, if it holds anything.
  void keep() {
    std::string& utf8 = now_.text.utf8;
    while (!utf8.empty() && (utf8.back() == '\n' || utf8.back() == ' ')) utf8.pop_back();
    if (now_.texts.empty() || utf8.empty()) {
      pieces_.clear();
      return;
    }
    while (!pieces_.empty() && pieces_.back().text.start >= utf8.size()) pieces_.pop_back();
    if (!pieces_.empty() && pieces_.back().text.end > utf8.size()) {
      text::OriginPiece& last = pieces_.back();
      std::size_t const over = last.text.end - utf8.size();
      if (last.text.length() == last.source.length()) last.source.end -= over;
      last.text.end -= over;
    }
    std::erase_if(now_.text.spans, [&](text::Span const& span) { return span.range.start >= utf8.size(); });
    for (text::Span& span : now_.text.spans) span.range.end = std::min(span.range.end, utf8.size());
    std::ranges::stable_sort(now_.text.spans, [](text::Span const& x, text::Span const& y) {
      return x.range.start != y.range.start ? x.range.start < y.range.start : x.range.end > y.range.end;
    });
    now_.text.origin = text::Origin(std::move(pieces_));
    pieces_.clear();
    now_.lines = 1 + static_cast<std::size_t>(std::ranges::count(utf8, '\n'));
    for (NodeId id = now_.node; id != no_node && now_.declared.empty(); id = at(id).parent)
      if (auto const tag = text::canonical_tag(language_attribute(id)); tag && *tag != "und")
        now_.declared = *tag;
    flow_.items.push_back({Item::Kind::passage, now_.node, now_.texts.front(), flow_.passages.size()});
    flow_.passages.push_back(std::move(now_));
  }

  Page const& page_;
  std::string_view source_, address_;
  Flow flow_;
  Passage now_;
  std::vector<text::OriginPiece> pieces_;
  std::vector<Mark> marks_;
  std::vector<Item> waiting_;
  std::string reading_;
  std::optional<std::size_t> ruby_start_;
  std::size_t base_start_ = 0, links_ = 0, readings_ = 0;
  Sign sign_ = Sign::none;  ///< the one that was met last
  NodeId sign_end_ = 0;     ///< after its last node
  bool gap_ = false;
  base::Range gap_source_;
};

}  // namespace

Flow flow_of(Page const& page, std::string_view source, std::string_view address) {
  return Walker(page, source, address).flow();
}

void measure(Flow& flow, Vocabulary const& vocabulary) {
  constexpr std::size_t longest_label = 320;
  std::string line;
  for (Passage& passage : flow.passages) {
    line = passage.text.utf8;
    std::ranges::replace(line, '\n', ' ');
    std::vector<Line> const lines = lines_of(line);
    if (lines.empty()) continue;
    passage.unit.shape = lines.front();
    passage.unit.is_labelled = line.size() <= longest_label;
    if (passage.unit.is_labelled)
      passage.unit.labels = vocabulary.labels(Key(base::slice(line, passage.unit.shape.visible)));
  }
}

std::string link_target(std::string_view href, std::string_view base) {
  while (!href.empty() && is_space(href.front())) href.remove_prefix(1);
  while (!href.empty() && is_space(href.back())) href.remove_suffix(1);
  if (href.empty() || href.front() == '#') return {};
  if (href.starts_with("http://") || href.starts_with("https://")) return without_tracking(href);
  if (href.starts_with("mailto:") || href.starts_with("tel:")) return std::string(href);
  std::size_t const colon = href.find(':');
  if (colon != std::string_view::npos && colon < href.find_first_of("/?#")) return {};
  std::size_t const scheme = base.find("://");
  if (scheme == std::string_view::npos) return {};
  if (href.starts_with("//"))
    return without_tracking(std::string(base.substr(0, scheme + 1)) + std::string(href));
  std::size_t const host_end = std::min(base.find('/', scheme + 3), base.size());
  std::string target(base.substr(0, host_end));
  if (href.front() != '/') {
    std::string_view path = base.substr(host_end, base.find_first_of("?#", host_end) - host_end);
    path = path.substr(0, path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
    target += path.empty() ? "/" : path;
    while (href.starts_with("./")) href.remove_prefix(2);
    while (href.starts_with("../")) {
      href.remove_prefix(3);
      if (target.size() > host_end + 1) {
        target.pop_back();
        target.resize(std::max(target.rfind('/') + 1, host_end + 1));
      }
    }
  }
  target += href;
  return without_tracking(target);
}

}  // namespace ms::read::html

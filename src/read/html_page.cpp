#include "read/html_page.hpp"

#include <gumbo.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>

#include "base/ascii.hpp"
#include "read/html_guard.hpp"
#include "read/html_stand_ins.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read::html {
namespace {

/// Memory of one parse: taken in large pieces, given back at once. The parser's own way to free a tree calls
/// itself for every level.
class Arena {
 public:
  static void* take(void* self, std::size_t size) { return static_cast<Arena*>(self)->take(size); }
  static void give(void*, void*) {}

 private:
  static constexpr std::size_t piece_size = std::size_t{1} << 18, alignment = alignof(std::max_align_t);

  void* take(std::size_t size) noexcept {
    size = (size + alignment - 1) / alignment * alignment;
    if (size > left_) {
      std::size_t const wanted = std::max(size, piece_size);
      // The parser does not look at what it is given, so there is nothing to do but end.
      std::unique_ptr<std::byte[]> piece(new (std::nothrow) std::byte[wanted]);
      if (!piece) std::abort();
      pieces_.push_back(std::move(piece));
      next_ = pieces_.back().get();
      left_ = wanted;
    }
    std::byte* const taken = next_;
    next_ += size;
    left_ -= size;
    return taken;
  }

  std::vector<std::unique_ptr<std::byte[]>> pieces_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

class Builder {
 public:
  Builder(Guarded const& guarded, std::string_view source, Page& page)
      : guarded_(guarded), source_(source), page_(page) {}

  void build(GumboNode const* root) {
    add(root, no_node, 0);
    // One step a node: down to the next child, or up.
    struct Open {
      GumboNode const* node;
      NodeId id;
      unsigned child;
    };
    std::vector<Open> open = {{root, 0, 0}};
    while (!open.empty()) {
      Open& top = open.back();
      GumboVector const& children = top.node->v.element.children;
      if (top.child == children.length) {
        page_.nodes[top.id].end = static_cast<NodeId>(page_.nodes.size());
        open.pop_back();
        continue;
      }
      auto const* const child = static_cast<GumboNode const*>(children.data[top.child++]);
      NodeId const parent = top.id;
      auto const depth = static_cast<std::uint16_t>(std::min<std::size_t>(open.size(), 0xFFFF));
      switch (child->type) {
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE: {
          NodeId const id = static_cast<NodeId>(page_.nodes.size());
          add(child, parent, depth);
          open.push_back({child, id, 0});
          break;
        }
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE: add_text(child, parent, depth); break;
        case GUMBO_NODE_COMMENT:
        case GUMBO_NODE_DOCUMENT: break;
      }
    }
  }

 private:
  base::Range pooled(std::string_view text) {
    std::size_t const start = page_.pool.size();
    page_.pool.append(text);
    return {start, page_.pool.size()};
  }

  static Tag tag_of(GumboElement const& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return known_tags()[static_cast<std::size_t>(element.tag)];
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    return name.data == nullptr ? Tag::unknown : tag_named({name.data, name.length});
  }

  static std::vector<Tag> const& known_tags() {
    static std::vector<Tag> const tags = [] {
      std::vector<Tag> all;
      for (int tag = 0; tag <= GUMBO_TAG_LAST; ++tag)
        all.push_back(tag < GUMBO_TAG_UNKNOWN
                          ? tag_named(gumbo_normalized_tagname(static_cast<GumboTag>(tag)))
                          : Tag::unknown);
      return all;
    }();
    return tags;
  }

  void add(GumboNode const* from, NodeId parent, std::uint16_t depth) {
    GumboElement const& element = from->v.element;
    Node node;
    node.tag = tag_of(element);
    node.parent = parent;
    node.depth = depth;
    node.attributes = static_cast<std::uint32_t>(page_.attributes.size());
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      auto const* const one = static_cast<GumboAttribute const*>(element.attributes.data[i]);
      base::Range const name = pooled(one->name), value = pooled(one->value);
      page_.attributes.push_back({name, value});
    }
    node.attribute_count = static_cast<std::uint16_t>(element.attributes.length);
    page_.nodes.push_back(node);
  }

  void add_text(GumboNode const* from, NodeId parent, std::uint16_t depth) {
    GumboText const& text = from->v.text;
    Node node;
    node.tag = Tag::text;
    node.parent = parent;
    node.depth = depth;
    std::size_t const start_of_text = page_.pool.size();
    append_with_stretches(page_.pool, text.text, source_, guarded_.stretches);
    node.text = {start_of_text, page_.pool.size()};
    if (text.original_text.data != nullptr) {
      auto const start = static_cast<std::size_t>(text.original_text.data - guarded_.html.data());
      std::size_t const end = start + text.original_text.length;
      if (end <= guarded_.html.size() && start < end)
        node.source = {guarded_.in_source(start), guarded_.end_in_source(end)};
      // A tag that the parser ignored may end the text, and what was left out of its name ended it elsewhere.
      while (!text::is_boundary(source_, node.source.end) && node.source.end < source_.size())
        ++node.source.end;
    }
    node.end = static_cast<NodeId>(page_.nodes.size() + 1);
    page_.nodes.push_back(node);
  }

  Guarded const& guarded_;
  std::string_view source_;
  Page& page_;
};

}  // namespace

std::string_view Page::attribute(NodeId node, std::string_view name) const {
  Node const& one = nodes[node];
  for (std::uint32_t i = one.attributes; i < one.attributes + one.attribute_count; ++i)
    if (base::slice(pool, attributes[i].name) == name) return base::slice(pool, attributes[i].value);
  return {};
}

bool Page::has(NodeId node, std::string_view name) const {
  Node const& one = nodes[node];
  for (std::uint32_t i = one.attributes; i < one.attributes + one.attribute_count; ++i)
    if (base::slice(pool, attributes[i].name) == name) return true;
  return false;
}

std::string Page::inner_text(NodeId node, std::size_t limit) const {
  std::string out;
  bool is_gap = false;
  for (NodeId i = node; i < nodes[node].end && out.size() < limit; ++i) {
    if (nodes[i].tag != Tag::text) {
      is_gap = is_gap || is_block(nodes[i].tag) || nodes[i].tag == Tag::br;
      continue;
    }
    for (char const c : text(i)) {
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        is_gap = true;
        continue;
      }
      if (is_gap && !out.empty()) out += ' ';
      is_gap = false;
      out += c;
    }
  }
  return out;
}

NodeId Page::nearest(NodeId node, Tag tag) const {
  while (node != no_node && nodes[node].tag != tag) node = nodes[node].parent;
  return node;
}

NodeId Page::list_around(NodeId node) const {
  while (node != no_node && nodes[node].tag != Tag::ul && nodes[node].tag != Tag::ol)
    node = nodes[node].parent;
  return node;
}

NodeId Page::heading_around(NodeId node) const {
  for (; node != no_node; node = nodes[node].parent) {
    Tag const tag = nodes[node].tag;
    if (is_heading(tag)) return node;
    if (is_block(tag) && tag != Tag::div && tag != Tag::p) break;
  }
  return no_node;
}

Page parsed(std::string_view source, base::Diagnostics& diagnostics) {
  Guarded const guard = guarded(source);
  if (guard.is_cut)
    diagnostics.warn("html.too-deep",
                     "the page is nested too deeply or too long; some of its marks were left out",
                     base::Range{guard.first_cut, guard.first_cut});
  Page page;
  for (base::Range const& range : guard.data) page.data.emplace_back(base::slice(source, range));
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::take;
  options.deallocator = Arena::give;
  options.userdata = &arena;
  options.max_errors = 0;
  GumboOutput const* const output = gumbo_parse_with_options(&options, guard.html.data(), guard.html.size());
  Builder(guard, source, page).build(output->root);
  return page;
}

std::string declared_encoding(std::string_view bytes) {
  std::string const head = base::ascii_lower(bytes.substr(0, 4096));
  auto const value_after = [&](std::size_t at) -> std::string {
    while (at < head.size() && (head[at] == ' ' || head[at] == '\t' || head[at] == '\n')) ++at;
    if (at == head.size() || head[at] != '=') return {};
    ++at;
    while (at < head.size() && (head[at] == ' ' || head[at] == '"' || head[at] == '\'')) ++at;
    std::size_t end = at;
    while (end < head.size() &&
           ((head[end] >= 'a' && head[end] <= 'z') || (head[end] >= '0' && head[end] <= '9') ||
            head[end] == '-' || head[end] == '_' || head[end] == ':'))
      ++end;
    return head.substr(at, end - at);
  };
  // <?xml … encoding="…"?>, then <meta charset=…> and <meta http-equiv … content="…; charset=…">.
  if (head.starts_with("<?xml")) {
    std::size_t const end = head.find('>'), at = head.find("encoding");
    if (at < end)
      if (std::string value = value_after(at + 8); !value.empty()) return value;
  }
  for (std::size_t meta = head.find("<meta"); meta != std::string::npos;
       meta = head.find("<meta", meta + 5)) {
    std::size_t const end = head.find('>', meta), at = head.find("charset", meta);
    if (at >= end) continue;
    if (std::string value = value_after(at + 7); !value.empty()) return value;
  }
  return {};
}

}  // namespace ms::read::html

#include "read/html_blocks.hpp"

#include <algorithm>

namespace ms::read::html {
namespace {

template <std::size_t count>
bool is_one_of(Tag tag, Tag const (&tags)[count]) {
  return std::ranges::find(tags, tag) != std::end(tags);
}

/// The element whose children are the blocks of the text.
NodeId around_blocks(Page const& page, NodeId node) {
  constexpr Tag inner[] = {Tag::li, Tag::ul, Tag::ol, Tag::dl,    Tag::dt,    Tag::dd,    Tag::blockquote,
                           Tag::td, Tag::th, Tag::tr, Tag::tbody, Tag::thead, Tag::table, Tag::details};
  do node = page.nodes[node].parent;
  while (node != no_node && is_one_of(page.nodes[node].tag, inner));
  return node;
}

bool is_alone_in(Flow const& flow, std::size_t passage, NodeId node, Page const& page) {
  bool const before = passage > 0 && page.is_inside(flow.passages[passage - 1].node, node);
  bool const after =
      passage + 1 < flow.passages.size() && page.is_inside(flow.passages[passage + 1].node, node);
  return !before && !after;
}

}  // namespace

bool is_short_text(Unit const& unit) {
  Line const& shape = unit.shape;
  bool const is_unstopped = !shape.has_spaces_between_words && !shape.is_wide && shape.weight >= 40;
  return is_sentence(unit) || is_unstopped;
}

double mass_of(Passage const& passage) {
  if (passage.link_share() > 0.6) return 0;
  double const weight = static_cast<double>(passage.unit.shape.weight) * (1 - passage.link_share());
  if (is_prose(passage.unit)) return weight;
  return is_short_text(passage.unit) ? weight * 0.5 : 0;
}

bool is_block_of_text(Page const& page, Passage const& passage) {
  constexpr double most_links = 0.3;
  if (passage.link_share() > most_links || passage.unit.labels.is_any()) return false;
  Tag const tag = page.nodes[passage.node].tag;
  Line const& shape = passage.unit.shape;
  return tag == Tag::pre || (tag == Tag::p && (shape.ends_sentence || shape.ends_clause));
}

NodeId around_lists(Page const& page, NodeId node) {
  constexpr Tag lists[] = {Tag::li, Tag::ul, Tag::ol, Tag::dl, Tag::dd, Tag::blockquote};
  while (page.nodes[node].parent != no_node && is_one_of(page.nodes[node].tag, lists))
    node = page.nodes[node].parent;
  return node;
}

bool is_beside_block(Page const& page, Passage const& passage, NodeId text, NodeId container) {
  constexpr Tag blocks[] = {Tag::blockquote, Tag::pre, Tag::ul, Tag::ol, Tag::dl, Tag::table,
                            Tag::details,    Tag::h2,  Tag::h3, Tag::h4, Tag::h5, Tag::h6};
  NodeId const around = around_blocks(page, text);
  NodeId node = passage.node;
  while (node != no_node && node != container && page.nodes[node].parent != around)
    node = page.nodes[node].parent;
  if (node == no_node || node == container) return false;
  Tag const tag = page.nodes[node].tag;
  return (tag == Tag::p && passage.unit.shape.ends_sentence) || is_one_of(tag, blocks);
}

std::size_t last_h1_above(Page const& page, Flow const& flow, std::size_t passage) {
  for (std::size_t i = std::min(passage, flow.passages.size()); i-- > 0;)
    if (page.nearest(flow.passages[i].node, Tag::h1) != no_node) return i;
  return flow.passages.size();
}

bool is_beside_text(Page const& page, Flow const& flow, std::size_t passage, NodeId text) {
  for (NodeId up = page.nodes[flow.passages[passage].node].parent; up != no_node;
       up = page.nodes[up].parent) {
    if (page.is_inside(text, up)) return true;
    if (!is_alone_in(flow, passage, up, page)) return false;
  }
  return false;
}

bool is_in_block_beside_text(Page const& page, Passage const& passage, NodeId text) {
  constexpr Tag blocks[] = {Tag::blockquote, Tag::ul, Tag::ol, Tag::dl, Tag::details,
                            Tag::h2,         Tag::h3, Tag::h4, Tag::h5, Tag::h6};
  constexpr double most_links = 0.3;
  if (passage.link_share() > most_links || passage.unit.labels.is_any()) return false;
  NodeId block = passage.node;
  while (page.nodes[block].parent != no_node && !page.is_inside(text, page.nodes[block].parent))
    block = page.nodes[block].parent;
  return is_one_of(page.nodes[block].tag, blocks);
}

bool is_title_of_box(Page const& page, Flow const& flow, std::size_t passage) {
  std::vector<Passage> const& all = flow.passages;
  if (passage + 1 >= all.size()) return false;
  NodeId const node = all[passage].node, next = all[passage + 1].node;
  bool const is_title = page.nodes[node].tag == Tag::p || is_heading(page.nodes[node].tag);
  return is_title && all[passage].linked == 0 && page.nodes[node].parent == page.nodes[next].parent &&
         is_short_text(all[passage + 1].unit);
}

bool is_bold_line(Page const& page, Passage const& passage) {
  constexpr std::size_t longest = 140;
  if (passage.text.spans.empty() || passage.lines > 1) return false;
  text::Span const& first = passage.text.spans.front();
  bool const is_all = first.kind == text::SpanKind::strong && first.range.start == 0 &&
                      first.range.end == passage.text.utf8.size();
  constexpr Tag boxes[] = {Tag::p, Tag::div, Tag::td, Tag::section};
  Line const& shape = passage.unit.shape;
  return is_all && is_one_of(page.nodes[passage.node].tag, boxes) && shape.weight < longest &&
         !shape.ends_with_stop && !shape.ends_clause;
}

bool is_end(Labels const& labels) {
  constexpr Word words[] = {Word::comments, Word::most_read, Word::newsletter, Word::rights};
  return labels.is(Word::related) ||
         std::ranges::any_of(words, [&](Word const word) { return labels.has(word); });
}

bool is_in_odd_element(Page const& page, Passage const& passage) {
  constexpr Tag usual[] = {Tag::p,  Tag::li, Tag::blockquote, Tag::td,     Tag::th,
                           Tag::dt, Tag::dd, Tag::pre,        Tag::caption};
  return !is_one_of(page.nodes[passage.node].tag, usual);
}

}  // namespace ms::read::html

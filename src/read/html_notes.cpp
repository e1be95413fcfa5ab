#include "read/html_notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read::html {
namespace {

constexpr std::size_t most_passages = 20, longest_note = 6000;

class Notes {
 public:
  Notes(Page const& page, Flow& flow, Body& body) : page_(page), flow_(flow), body_(body) {}

  std::vector<FoundNote> find() {
    if (has_marks()) {
      find_anchors();
      for (std::size_t i = 0; i < flow_.passages.size(); ++i)
        if (body_.fates[i].is_kept && !body_.fates[i].is_caption) resolve(i);
      take_out();
    }
    // What is no reference is no mark.
    for (Passage& one : flow_.passages)
      std::erase_if(one.text.spans, [](text::Span const& span) {
        return span.kind == text::SpanKind::note && span.value.starts_with('#');
      });
    return std::move(notes_);
  }

 private:
  bool has_marks() const {
    return std::ranges::any_of(flow_.passages, [](Passage const& one) {
      return std::ranges::find(one.text.spans, text::SpanKind::note, &text::Span::kind) !=
             one.text.spans.end();
    });
  }

  void find_anchors() {
    for (NodeId id = 0; id < page_.nodes.size(); ++id) {
      if (page_.nodes[id].attribute_count == 0) continue;
      for (std::string_view const name : {"id", "name"})
        if (std::string_view const value = page_.attribute(id, name); !value.empty())
          anchors_.emplace(value, id);
    }
    for (std::size_t i = 0; i < flow_.passages.size(); ++i)
      by_node_.emplace(flow_.passages[i].texts.front(), i);
  }

  void resolve(std::size_t i) {
    for (text::Span& span : flow_.passages[i].text.spans) {
      if (span.kind != text::SpanKind::note) continue;
      auto const anchor = anchors_.find(std::string_view(span.value).substr(1));
      if (anchor == anchors_.end()) continue;
      NodeId const element = note_at(anchor->second, flow_.passages[i]);
      if (element == no_node) continue;
      auto const known = ids_.find(element);
      if (known != ids_.end()) {
        span.value = known->second;
        continue;
      }
      FoundNote note;
      for (auto at = by_node_.lower_bound(element);
           at != by_node_.end() && at->first < page_.nodes[element].end; ++at)
        if (!flow_.passages[at->second].is_hidden) note.passages.push_back(at->second);
      if (note.passages.empty() || note.passages.size() > most_passages) continue;
      note.id = fmt::format("n{}", notes_.size() + 1);
      ids_.emplace(element, note.id);
      span.value = note.id;
      notes_.push_back(std::move(note));
    }
  }

  /// The element of the note with this anchor, if it is one.
  NodeId note_at(NodeId anchor, Passage const& reference) const {
    NodeId node = anchor;
    while (node != no_node && !is_block(page_.nodes[node].tag)) node = page_.nodes[node].parent;
    if (NodeId const item = page_.nearest(anchor, Tag::li); item != no_node && anchor - item < 8) node = item;
    if (node == no_node || node < reference.texts.back() || page_.is_inside(reference.node, node))
      return no_node;
    Tag const tag = page_.nodes[node].tag;
    std::string_view const role = page_.attribute(node, "role"), name = page_.attribute(node, "class"),
                           id = page_.attribute(node, "id");
    bool const is_named = role == "doc-footnote" || role == "doc-endnote" ||
                          name.find("note") != std::string_view::npos ||
                          id.find("note") != std::string_view::npos || id.starts_with("fn");
    bool const is_note = tag == Tag::li || tag == Tag::p || tag == Tag::dd || tag == Tag::aside || is_named;
    return is_note && page_.inner_text(node, longest_note + 1).size() <= longest_note ? node : no_node;
  }

  void take_out() {
    for (FoundNote const& note : notes_) {
      for (std::size_t const i : note.passages) {
        body_.fates[i] = {false, false, false, "html.note", 1, "a note"};
        find_signs_back(flow_.passages[i]);
      }
    }
    if (notes_.empty()) return;
    std::size_t const first = notes_.front().passages.front();
    if (first == 0 || !body_.fates[first - 1].is_kept) return;
    Passage const& above = flow_.passages[first - 1];
    if (page_.heading_around(above.node) != no_node || body_.fates[first - 1].is_heading)
      body_.fates[first - 1] = {false, false, false, "html.furniture", 0.8, "the heading of the notes"};
  }

  /// "↩", "^", "1.": links from a note to where it is referred to.
  static void find_signs_back(Passage& note) {
    for (text::Span const& span : note.text.spans)
      if (span.kind == text::SpanKind::note && span.value.starts_with('#'))
        note.signs_back.push_back(span.range);
  }

  Page const& page_;
  Flow& flow_;
  Body& body_;
  std::unordered_map<std::string_view, NodeId> anchors_;
  std::map<NodeId, std::size_t> by_node_;  ///< passages by their first text
  std::map<NodeId, std::string> ids_;      ///< of notes by their elements
  std::vector<FoundNote> notes_;
};

}  // namespace

bool is_note_sign(std::string_view text) {
  if (text.empty() || text.size() > 12) return false;
  std::size_t letters = 0, characters = 0;
  for (text::CodePointAt const c : text::code_points(text)) {
    ++characters;
    letters += text::is_letter(c.value);
  }
  return characters <= 5 && letters <= 1;
}

std::vector<FoundNote> notes_of(Page const& page, Flow& flow, Body& body) {
  return Notes(page, flow, body).find();
}

}  // namespace ms::read::html

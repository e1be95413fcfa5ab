#include "doc/walk.hpp"

#include <map>

#include "base/ensure.hpp"
#include "text/breaks.hpp"

namespace ms::doc {
namespace {

/// The blocks below a block, with the constness of the block.
template <typename B, typename Out>
struct Children {
  Out& out;
  template <typename T>
  void operator()(T& content) const {
    using Content = std::remove_const_t<T>;
    if constexpr (std::is_same_v<Content, Quote>) {
      out.push_back(&content.blocks);
    } else if constexpr (std::is_same_v<Content, List>) {
      for (auto& item : content.items) out.push_back(&item.blocks);
    } else if constexpr (std::is_same_v<Content, Figure>) {
      out.push_back(&content.caption);
    } else if constexpr (std::is_same_v<Content, Table>) {
      for (auto& row : content.head)
        for (auto& cell : row.cells) out.push_back(&cell);
      for (auto& row : content.rows)
        for (auto& cell : row.cells) out.push_back(&cell);
    }
  }
};

template <typename B>
auto* text_in(B& block) {
  using Pointer = decltype(&std::get<Paragraph>(block.content).text);
  return std::visit(
      [](auto& content) -> Pointer {
        if constexpr (requires { content.text; })
          return &content.text;
        else
          return nullptr;
      },
      block.content);
}

void walk_below(Blocks const& blocks, Visitor const& visitor, int depth) {
  base::ensure(depth < max_depth, "the tree is no deeper than max_depth");
  for (Block const& block : blocks) {
    visitor(block, depth);
    for (Blocks const* children : children_of(block)) walk_below(*children, visitor, depth + 1);
  }
}

}  // namespace

void walk(Blocks const& blocks, Visitor const& visitor) {
  walk_below(blocks, visitor, 0);
}

void walk(Document const& document, Visitor const& visitor) {
  walk(document.blocks, visitor);
  for (Note const& note : document.notes) walk(note.blocks, visitor);
}

std::vector<Note const*> notes_in_order(Document const& document) {
  std::vector<Note const*> out;
  if (document.notes.empty()) return out;
  std::map<std::string_view, Note const*> waiting;
  for (Note const& note : document.notes) waiting.try_emplace(note.id, &note);
  auto const take = [&](std::string_view id) {
    auto const found = waiting.find(id);
    if (found == waiting.end()) return;
    out.push_back(found->second);
    waiting.erase(found);
  };
  walk(document, [&](Block const& block, int) {
    text::Text const* const text = text_of(block);
    if (text == nullptr) return;
    for (text::Span const& span : text->spans)
      if (span.kind == text::SpanKind::note) take(span.value);
  });
  for (Note const& note : document.notes) take(note.id);
  return out;
}

text::Text const* text_of(Block const& block) {
  return text_in(block);
}
text::Text* text_of(Block& block) {
  return text_in(block);
}

std::vector<Blocks const*> children_of(Block const& block) {
  std::vector<Blocks const*> out;
  std::visit(Children<Block const, std::vector<Blocks const*>>{out}, block.content);
  return out;
}

std::vector<Blocks*> children_of(Block& block) {
  std::vector<Blocks*> out;
  std::visit(Children<Block, std::vector<Blocks*>>{out}, block.content);
  return out;
}

std::size_t word_count(Document const& document) {
  ResolvedTable const resolved = resolve(document);
  std::size_t count = 0;
  walk(document, [&](Block const& block, int) {
    if (text::Text const* text = text_of(block))
      count += text::words(text->utf8, resolved.of(block).language).size();
  });
  return count;
}

}  // namespace ms::doc

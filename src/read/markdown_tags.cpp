#include "read/markdown_tags.hpp"

#include <gumbo.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "base/ascii.hpp"
#include "text/reference.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::string_view html_rule = "markdown.html", entity_rule = "markdown.entity",
                           break_rule = "markdown.break";

/// What the HTML parser makes of a reference with a name: it knows all two thousand.
std::string named(std::string_view reference) {
  struct Release {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
  };
  std::unique_ptr<GumboOutput, Release> const output(
      gumbo_parse_with_options(&kGumboDefaultOptions, reference.data(), reference.size()));
  GumboNode const* node = output->root;
  while (node != nullptr && node->type == GUMBO_NODE_ELEMENT) {
    GumboVector const& children = node->v.element.children;
    node = children.length == 0 ? nullptr : static_cast<GumboNode const*>(children.data[children.length - 1]);
  }
  bool const is_text =
      node != nullptr && (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE);
  return is_text ? node->v.text.text : std::string(reference);
}

struct TagMark {
  std::string_view tag;
  text::SpanKind kind;
  std::string_view value;
};
constexpr TagMark tag_marks[] = {
    {"b", text::SpanKind::strong, ""},
    {"strong", text::SpanKind::strong, ""},
    {"i", text::SpanKind::emphasis, ""},
    {"em", text::SpanKind::emphasis, ""},
    {"cite", text::SpanKind::emphasis, ""},
    {"dfn", text::SpanKind::emphasis, ""},
    {"var", text::SpanKind::emphasis, ""},
    {"code", text::SpanKind::code, ""},
    {"kbd", text::SpanKind::code, ""},
    {"samp", text::SpanKind::code, ""},
    {"tt", text::SpanKind::code, ""},
    {"del", text::SpanKind::css_class, "deleted"},
    {"s", text::SpanKind::css_class, "deleted"},
    {"strike", text::SpanKind::css_class, "deleted"},
};

/// Elements inside of a paragraph; all others end it.
constexpr std::string_view inline_tags =
    " a abbr acronym b bdi bdo big button cite code data del dfn em font i img ins kbd label mark math meter "
    "nobr "
    "q rb rp rt ruby s samp small span strike strong sub sup svg time tt u var wbr ";

std::string tag_name(std::string_view tag) {
  std::size_t const start = tag.starts_with("</") ? 2 : 1;
  std::size_t const end = std::min(tag.find_first_of(" \t\n/>", start), tag.size());
  return start >= tag.size() ? std::string() : base::ascii_lower(tag.substr(start, end - start));
}

/// After the ">" of the tag that begins at `at`, quoted values skipped; `at` when it is no tag.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  std::size_t next = at + 1;
  if (next < html.size() && html[next] == '/') ++next;
  bool const is_tag = next < html.size() &&
                      ((html[next] >= 'a' && html[next] <= 'z') || (html[next] >= 'A' && html[next] <= 'Z') ||
                       html[next] == '!' || html[next] == '?');
  if (!is_tag) return at;
  char quote = 0;
  for (; next < html.size(); ++next) {
    char const c = html[next];
    if (quote != 0)
      quote = c == quote ? char{0} : quote;
    else if (c == '>')
      return next + 1;
    else if ((c == '"' || c == '\'') && html[next - 1] == '=')
      quote = c;
  }
  // A quotation mark that nothing closes: a browser, too, would read on to the end.
  return html.size();
}

/// After the end of a comment, declaration, script or style that begins at `at`; `at` for anything else.
std::size_t end_of_hidden(std::string_view html, std::size_t at) {
  auto const after = [&](std::string_view sign, std::size_t from) {
    std::size_t const found = html.find(sign, from);
    return found == std::string_view::npos ? html.size() : found + sign.size();
  };
  if (html.substr(at).starts_with("<!--")) return after("-->", at + 4);
  if (html.substr(at).starts_with("<![CDATA[")) return after("]]>", at + 9);
  if (html.substr(at).starts_with("<?")) return after("?>", at + 2);
  for (std::string_view const name : {"script", "style", "template"}) {
    if (base::ascii_lower(html.substr(at + 1, name.size())) != name) continue;
    std::string const close = "</" + std::string(name);
    for (std::size_t end = at; end < html.size(); ++end) {
      end = html.find("</", end);
      if (end == std::string_view::npos) return html.size();
      if (base::ascii_lower(html.substr(end, close.size())) == close) return after(">", end);
    }
    return html.size();
  }
  return at;
}

}  // namespace

std::optional<std::string> character_of(std::string_view reference) {
  if (reference.size() < 4 || !reference.starts_with('&') || !reference.ends_with(';')) return std::nullopt;
  std::string_view const name = reference.substr(1, reference.size() - 2);
  if (name.starts_with('#')) {
    std::optional<char32_t> const value = text::numeric_reference(name.substr(1));
    if (!value) return std::nullopt;
    std::string utf8;
    text::append(utf8, *value);
    return utf8;
  }
  // A text has few different ones, some of them very often.
  constexpr std::size_t most_known = 4096;
  thread_local std::map<std::string, std::string, std::less<>> known;
  if (known.size() > most_known) known.clear();
  auto found = known.find(reference);
  if (found == known.end()) found = known.emplace(reference, named(reference)).first;
  if (found->second == reference || found->second.empty() || found->second == "\n" || found->second == "\t")
    return std::nullopt;
  return found->second;
}

void MarkdownTags::drop(std::vector<base::Range> const& ranges) {
  for (base::Range const range : ranges) writer_.drop(range, html_rule, text::EditClass::remove);
}

void MarkdownTags::write_inline(std::vector<base::Range> const& stretches) {
  std::string tag_text;
  for (base::Range const range : stretches) tag_text += base::slice(source_, range);
  drop(stretches);
  tag(tag_text, false);
}

void MarkdownTags::end() {
  has_parts_ = writer_.end() != nullptr || has_parts_;
}

/// Inside of a paragraph no tag can end it.
void MarkdownTags::tag(std::string_view tag, bool is_block) {
  std::string const name = tag_name(tag);
  if (name == "br") {
    if (writer_.is_open()) writer_.put("\n", break_rule);
    return;
  }
  auto const* const mark = std::ranges::find(tag_marks, name, &TagMark::tag);
  if (mark != std::end(tag_marks)) {
    if (tag.starts_with("</"))
      writer_.close(mark->kind);
    else if (!tag.ends_with("/>"))
      writer_.open(mark->kind, std::string(mark->value));
    return;
  }
  bool const is_inline = inline_tags.find(" " + name + " ") != std::string_view::npos;
  if (is_block && !is_inline) end();
}

void MarkdownTags::text(base::Range range, Part& model) {
  std::string_view const all = base::slice(source_, range);
  for (std::size_t at = 0; at < all.size();) {
    std::size_t const next = std::min(all.find('&', at), all.size());
    std::size_t const length = all.substr(next, 40).find(';'), end = next + length;
    std::optional<std::string> character;
    if (length != std::string_view::npos) character = character_of(all.substr(next, length + 1));
    std::size_t const kept = character ? next : std::min(next + 1, all.size());
    base::Range const words{range.start + at, range.start + kept};
    bool const is_white = all.substr(at, kept - at).find_first_not_of(" \t\n\r\f") == std::string_view::npos;
    if (!writer_.is_open() && (!is_white || character)) {
      if (has_parts_) model.before = "\n\n";
      writer_.begin(model);
    }
    if (writer_.is_open()) writer_.keep_flowing(words);
    if (character)
      writer_.replace({range.start + next, range.start + end + 1}, *std::move(character), entity_rule);
    at = character ? end + 1 : kept;
  }
}

bool MarkdownTags::write_block(std::vector<base::Range> const& stretches, Part model) {
  has_parts_ = false;
  Excerpt html;
  for (base::Range const range : stretches) html.add(source_, range);
  std::string_view const all = html.text();
  std::size_t const last_end = all.rfind('>');
  for (std::size_t at = 0; at < all.size();) {
    std::size_t end = at;
    if (all[at] == '<') end = end_of_hidden(all, at);
    if (end > at) {
      drop(html.sources_of({at, end}));
    } else if (all[at] == '<' && last_end != std::string_view::npos && at < last_end &&
               (end = end_of_tag(all, at)) > at) {
      drop(html.sources_of({at, end}));
      tag(all.substr(at, end - at), true);
    } else {
      end = std::min(all.find('<', at + 1), all.size());
      for (base::Range const range : html.sources_of({at, end})) text(range, model);
    }
    at = end;
  }
  end();
  return has_parts_;
}

}  // namespace ms::read

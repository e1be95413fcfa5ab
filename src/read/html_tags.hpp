// Names of elements as numbers. In: a name in lower case. Out: its number and what HTML says of elements of
// that name (block or inline, void, formatting …). Always: what is not in the table is `unknown` and inline.
#pragma once

#include <cstdint>
#include <string_view>

namespace ms::read::html {

// clang-format off
#define MS_HTML_TAGS(X)                                                                                     \
  X(a) X(abbr) X(address) X(applet) X(area) X(article) X(aside) X(audio) X(b) X(base) X(bdi) X(bdo) X(big)  \
  X(blockquote) X(body) X(br) X(button) X(canvas) X(caption) X(center) X(cite) X(code) X(col) X(colgroup)   \
  X(datalist) X(dd) X(del) X(details) X(dfn) X(dialog) X(dir) X(div) X(dl) X(dt) X(em) X(embed) X(fieldset) \
  X(figcaption) X(figure) X(font) X(footer) X(form) X(frame) X(frameset) X(h1) X(h2) X(h3) X(h4) X(h5)      \
  X(h6) X(head) X(header) X(hgroup) X(hr) X(html) X(i) X(iframe) X(img) X(input) X(ins) X(kbd) X(label)     \
  X(legend) X(li) X(link) X(listing) X(main) X(map) X(mark) X(marquee) X(math) X(menu) X(meta) X(nav)       \
  X(nobr) X(noembed) X(noframes) X(noscript) X(object) X(ol) X(optgroup) X(option) X(p) X(param)            \
  X(picture) X(plaintext) X(pre) X(q) X(rb) X(rp) X(rt) X(rtc) X(ruby) X(s) X(samp) X(script) X(search)     \
  X(section) X(select) X(small) X(source) X(span) X(strike) X(strong) X(style) X(sub) X(summary) X(sup)     \
  X(svg) X(table) X(tbody) X(td) X(template_) X(textarea) X(tfoot) X(th) X(thead) X(time) X(title) X(tr)    \
  X(track) X(tt) X(u) X(ul) X(var) X(video) X(wbr) X(xmp)
// clang-format on

enum class Tag : std::uint8_t {
  unknown,
  text,  ///< not an element
#define MS_HTML_TAG(name) name,
  MS_HTML_TAGS(MS_HTML_TAG)
#undef MS_HTML_TAG
};

Tag tag_named(std::string_view name);

/// Starts and ends a line of its own.
bool is_block(Tag tag);
bool is_heading(Tag tag);
/// Has no end tag and no content.
bool is_void(Tag tag);
/// The parser opens it again after whatever closed it (HTML 13.2.4.3).
bool is_formatting(Tag tag);
/// An end tag of another name does not reach through it (HTML 13.2.4.2).
bool is_special(Tag tag);
/// Its content is text for the tokeniser, whatever it holds.
bool is_raw_text(Tag tag);

}  // namespace ms::read::html

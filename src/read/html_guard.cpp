#include "read/html_guard.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.hpp"
#include "read/html_stand_ins.hpp"
#include "read/html_tags.hpp"

namespace ms::read::html {
namespace {

constexpr std::size_t most_formatting = 16, longest_name = 24, longest_reference = 8;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Attributes an article may need; all others are left out.
bool is_wanted(std::string_view name) {
  constexpr std::string_view names[] = {
      "alt",           "aria-hidden", "charset",     "class",      "colspan", "content",
      "data-original", "data-src",    "data-srcset", "datetime",   "dir",     "epub:type",
      "height",        "hidden",      "href",        "http-equiv", "id",      "itemprop",
      "itemtype",      "lang",        "name",        "property",   "pubdate", "rel",
      "reversed",      "role",        "rowspan",     "size",       "src",     "srcset",
      "start",         "style",       "type",        "value",      "width",   "xml:lang"};
  return std::ranges::binary_search(names, name);
}

struct Attribute {
  std::string name;          ///< lower case
  std::string_view written;  ///< value with its quotation marks, empty for none
};

struct WrittenTag {
  std::string name;  ///< lower case, cut at longest_name
  std::size_t end = 0;
  std::vector<Attribute> attributes;  ///< of start tags, wanted ones alone
  std::string_view value(std::string_view attribute) const {
    for (Attribute const& one : attributes) {
      if (one.name != attribute) continue;
      std::string_view value = one.written;
      if (value.size() >= 2 && (value.front() == '"' || value.front() == '\''))
        value = value.substr(1, value.size() - 2);
      return value;
    }
    return {};
  }
};

struct Open {
  Tag tag;
  std::uint32_t name;         ///< hash, for elements that are not in the table
  std::size_t active_before;  ///< formatting elements that were active when it was opened
};

std::uint32_t hash_of(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (char const c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

class Guard {
 public:
  explicit Guard(std::string_view source) : all_(source), source_(source.substr(0, most_bytes)) {
    constexpr std::size_t megabyte = 1'000'000, bytes_for_one = 50;
    budget_ = most_elements + (source_.size() - std::min(source_.size(), megabyte)) / bytes_for_one;
  }

  Guarded guard() {
    if (source_.size() < all_.size()) cut(source_.size());
    has_stand_ins_ = may_have_stand_ins(source_);
    out_.html.reserve(source_.size());
    while (at_ < source_.size()) {
      std::size_t end = at_;
      while (end < source_.size() && source_[end] != '<' && source_[end] != '&') ++end;
      copy_text(at_, end);
      at_ = end;
      if (at_ == source_.size()) break;
      follows_reference_ = source_[at_] == '&';
      if (follows_reference_)
        reference();
      else
        markup();
    }
    return std::move(out_);
  }

 private:
  void cut(std::size_t place) {
    if (!out_.is_cut) out_.first_cut = place;
    out_.is_cut = true;
  }

  void copy(std::size_t start, std::size_t end) {
    if (start == end) return;
    step(start);
    out_.html.append(source_.substr(start, end - start));
  }

  void step(std::size_t source) {
    if (out_.steps.empty() || out_.steps.back().stretch > 0 ||
        out_.steps.back().source + (out_.html.size() - out_.steps.back().html) != source)
      out_.steps.push_back({out_.html.size(), source});
  }

  /// What is written between two tags, with stand-ins for its plain stretches.
  void copy_text(std::size_t start, std::size_t end) {
    std::size_t from = start;
    if (follows_reference_) {  // "&" is copied, and "amp;" comes here
      while (from < end && (base::is_ascii_letter(source_[from]) || base::is_ascii_digit(source_[from])))
        ++from;
      if (from < end && source_[from] == ';') ++from;
    }
    while (start < end) {
      base::Range const plain = has_stand_ins_ && out_.stretches.size() < most_stand_ins
                                    ? plain_stretch(source_, from, end)
                                    : base::Range{end, end};
      copy(start, plain.start);
      if (!plain.is_empty()) {
        out_.steps.push_back({out_.html.size(), plain.start, plain.length()});
        out_.html += stand_in(out_.stretches.size());
        out_.stretches.push_back(plain);
      }
      start = from = plain.end;
    }
  }

  /// In the place of what is left out, so that nothing around it grows together: an empty comment.
  void leave_out(std::size_t start) {
    constexpr std::string_view nothing = "<!>";
    if (out_.html.ends_with(nothing)) return;
    step(start);
    out_.html.append(nothing);
  }

  /// Parsers count in 32 bits; no character has so many digits.
  void reference() {
    std::size_t end = at_ + 1;
    if (end < source_.size() && source_[end] == '#') {
      ++end;
      bool const is_hex = end < source_.size() && base::ascii_lower(source_[end]) == 'x';
      if (is_hex) ++end;
      std::size_t const digits = end;
      while (end < source_.size() &&
             (is_hex ? base::hex_digit(source_[end]) >= 0 : base::is_ascii_digit(source_[end])))
        ++end;
      if (end - digits > longest_reference) {
        step(at_);
        out_.html.append("&#xFFFD;");
        at_ = end < source_.size() && source_[end] == ';' ? end + 1 : end;
        return;
      }
    }
    copy(at_, end);
    at_ = end;
  }

  void markup() {
    char const next = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
    if (next == '!' || next == '?') {
      comment();
    } else if (base::is_ascii_letter(next)) {
      start_tag();
    } else if (next == '/' && at_ + 2 < source_.size() && base::is_ascii_letter(source_[at_ + 2])) {
      end_tag();
    } else if (next == '/') {
      std::size_t const start = at_, end = source_.find('>', at_);
      at_ = end == std::string_view::npos ? source_.size() : end + 1;
      leave_out(start);
    } else {
      copy(at_, at_ + 1);
      ++at_;
    }
  }

  void comment() {
    std::size_t const start = at_;
    std::string_view const rest = source_.substr(at_);
    std::size_t end = std::string_view::npos;
    if (rest.starts_with("<!-->") || rest.starts_with("<!--->")) {
      end = rest.find('>') + 1;
    } else if (rest.starts_with("<!--")) {
      std::size_t const closed = rest.find("-->", 4);
      std::size_t const banged = rest.substr(0, closed).find("--!>", 4);
      end = banged != std::string_view::npos   ? banged + 4
            : closed != std::string_view::npos ? closed + 3
                                               : closed;
    } else {
      end = rest.find('>');
      end = end == std::string_view::npos ? end : end + 1;
      // The document type decides about paragraphs in tables.
      if (end != std::string_view::npos && rest.size() > 9 && base::ascii_lower(rest[2]) == 'd' &&
          end < 300) {
        copy(at_, at_ + end);
        at_ += end;
        return;
      }
    }
    at_ = end == std::string_view::npos ? source_.size() : at_ + end;
    leave_out(start);
  }

  /// The tag at `from`, "<" or "</" included; nothing when it does not end.
  std::optional<WrittenTag> tag_at(std::size_t from) const {
    WrittenTag tag;
    std::size_t at = from;
    for (; at < source_.size() && !is_space(source_[at]) && source_[at] != '/' && source_[at] != '>'; ++at)
      if (tag.name.size() < longest_name) tag.name += base::ascii_lower(source_[at]);
    while (at < source_.size()) {
      while (at < source_.size() && (is_space(source_[at]) || source_[at] == '/')) ++at;
      if (at == source_.size()) return std::nullopt;
      if (source_[at] == '>') {
        tag.end = at + 1;
        return tag;
      }
      std::size_t const name = at;
      if (source_[at] == '=') ++at;
      while (at < source_.size() && !is_space(source_[at]) && source_[at] != '/' && source_[at] != '>' &&
             source_[at] != '=')
        ++at;
      std::string_view const written = source_.substr(name, at - name);
      while (at < source_.size() && is_space(source_[at])) ++at;
      std::string_view value;
      if (at < source_.size() && source_[at] == '=') {
        ++at;
        while (at < source_.size() && is_space(source_[at])) ++at;
        if (at == source_.size()) return std::nullopt;
        std::size_t const start = at;
        if (source_[at] == '"' || source_[at] == '\'') {
          std::size_t const close = source_.find(source_[at], at + 1);
          if (close == std::string_view::npos) return std::nullopt;
          at = close + 1;
        } else {
          while (at < source_.size() && !is_space(source_[at]) && source_[at] != '>') ++at;
        }
        value = source_.substr(start, at - start);
      }
      add(tag, written, value);
    }
    return std::nullopt;
  }

  static void add(WrittenTag& tag, std::string_view name, std::string_view value) {
    if (name.empty() || name.size() > longest_name) return;
    std::string small = base::ascii_lower(name);
    if (!is_wanted(small)) return;
    for (Attribute const& one : tag.attributes)
      if (one.name == small) return;
    tag.attributes.push_back({std::move(small), value});
  }

  /// The tag that begins here, whose name is at `name`. One that never ends is cut off: the parser would drop
  /// the rest of the page.
  std::optional<WrittenTag> take_tag(std::size_t name) {
    std::size_t const start = at_;
    std::optional<WrittenTag> written = tag_at(name);
    at_ = written ? written->end : source_.size();
    if (!written) cut(start);
    return written;
  }

  // ---- start tags

  void start_tag() {
    std::size_t const start = at_;
    std::optional<WrittenTag> written = take_tag(at_ + 1);
    if (!written) return;
    Tag const tag = tag_named(written->name);
    if (tag == Tag::script || tag == Tag::style || tag == Tag::svg || tag == Tag::select ||
        tag == Tag::iframe || tag == Tag::noembed || tag == Tag::noframes || tag == Tag::textarea ||
        tag == Tag::canvas || tag == Tag::noscript) {
      skip_content(start, tag, *written);
    } else if (tag == Tag::math || tag == Tag::frameset || tag == Tag::frame || tag == Tag::plaintext ||
               tag == Tag::applet || !may_open(start, tag, *written)) {
      leave_out(start);
    } else {
      emit(start, *written);
      if (is_raw_text(tag)) copy_raw_text(tag);
    }
  }

  void emit(std::size_t start, WrittenTag const& tag) {
    step(start);
    out_.html += '<';
    // A name that was cut is none the parser knows, either.
    out_.html += tag.name;
    for (Attribute const& one : tag.attributes) {
      out_.html += ' ';
      out_.html += one.name;
      if (one.written.empty()) continue;
      out_.html += '=';
      for (std::size_t at = 0; at < one.written.size();) {
        std::size_t const number = std::min(one.written.find("&#", at), one.written.size());
        out_.html.append(one.written.substr(at, number - at));
        at = number;
        if (at == one.written.size()) break;
        std::size_t end = at + 2;
        while (end < one.written.size() &&
               (base::is_ascii_letter(one.written[end]) || base::is_ascii_digit(one.written[end])))
          ++end;
        if (end - at <= longest_reference + 3) out_.html.append(one.written.substr(at, end - at));
        at = end;
      }
    }
    out_.html += one_space_before_end(tag) ? " >" : ">";
  }

  static bool one_space_before_end(WrittenTag const& tag) {
    return !tag.attributes.empty() && tag.attributes.back().written.ends_with('/');
  }

  /// Elements whose content is no text of an article go with their content.
  void skip_content(std::size_t start, Tag tag, WrittenTag const& written) {
    std::size_t const content = at_;
    std::optional<std::size_t> const end = tag == Tag::script ? end_of_script() : end_of(written.name);
    if (!end) {
      // Never closed: a drawing or a list of options ends with the next paragraph, a script never.
      if (tag != Tag::svg && tag != Tag::select && tag != Tag::canvas && tag != Tag::noscript) {
        at_ = source_.size();
        cut(start);
      }
      leave_out(start);
      return;
    }
    if (tag == Tag::script && written.value("type").find("ld+json") != std::string_view::npos)
      out_.data.push_back({content, *end});
    std::size_t const close = source_.find('>', *end);
    at_ = close == std::string_view::npos ? source_.size() : close + 1;
    leave_out(start);
  }

  /// Where "</name" stands next.
  std::optional<std::size_t> end_of(std::string_view name) {
    // Found once to be missing, an end tag need not be looked for again and again.
    if (std::ranges::find(missing_, name) != missing_.end()) return std::nullopt;
    for (std::size_t at = source_.find("</", at_); at != std::string_view::npos;
         at = source_.find("</", at + 2)) {
      if (source_.size() - at - 2 < name.size()) break;
      if (std::equal(name.begin(), name.end(), source_.begin() + static_cast<std::ptrdiff_t>(at + 2),
                     [](char a, char b) { return a == base::ascii_lower(b); }))
        return at;
    }
    missing_.emplace_back(name);
    return std::nullopt;
  }

  /// A script may hold "<!-- <script> … </script> -->" (HTML 13.2.5.15 and on); that end is not its own.
  std::optional<std::size_t> end_of_script() {
    std::optional<std::size_t> end = end_of("script");
    if (!end) return end;
    std::string_view const body = source_.substr(at_, *end - at_);
    std::size_t const comment = body.rfind("<!--");
    bool const is_open = comment != std::string_view::npos &&
                         body.find("-->", comment) == std::string_view::npos &&
                         body.find("<script", comment) != std::string_view::npos;
    if (!is_open) return end;
    std::size_t const was = at_;
    at_ = *end + 2;
    std::optional<std::size_t> const next = end_of("script");
    at_ = was;
    if (!next) std::erase(missing_, "script");
    return next ? next : end;
  }

  void copy_raw_text(Tag tag) {
    std::optional<std::size_t> const end = end_of(tag == Tag::title ? "title" : "xmp");
    if (!end) {
      copy(at_, source_.size());
      at_ = source_.size();
      return;
    }
    while (at_ < *end) {
      std::size_t const next = std::min(source_.find('&', at_), *end);
      copy(at_, next);
      at_ = next;
      if (at_ < *end) reference();
    }
  }

  /// Follows what the parser will do; false when the tag must be left out.
  bool may_open(std::size_t start, Tag tag, WrittenTag const& written) {
    cost_ += 1 + active_.size();
    if (cost_ > budget_) {
      cut(start);
      return false;
    }
    if (tag == Tag::html || tag == Tag::body || tag == Tag::head)
      return tag == Tag::html ? ++htmls_ <= 2 : tag == Tag::body ? ++bodies_ <= 2 : true;
    if (is_void(tag) && !is_block(tag)) return true;
    close_implied(tag);
    if (is_void(tag)) return true;
    std::uint32_t const name = hash_of(written.name);
    bool const is_full = open_.size() >= deepest || (is_formatting(tag) && active_.size() >= most_formatting);
    if (is_full) {
      cut(start);
      if (left_out_.size() < most_elements) left_out_.push_back(name);
      return false;
    }
    open_.push_back({tag, name, active_.size()});
    if (is_formatting(tag)) active_.push_back(tag);
    return true;
  }

  void close_implied(Tag tag) {
    using enum Tag;
    if (tag == li || tag == dd || tag == dt) {
      for (std::size_t i = open_.size(); i-- > 0;) {
        Tag const open = open_[i].tag;
        if (open == tag || (tag != li && (open == dd || open == dt))) {
          pop_to(i);
          break;
        }
        if (is_special(open) && open != address && open != div && open != p) break;
      }
    }
    if (tag == td || tag == th || tag == tr || tag == tbody || tag == thead || tag == tfoot ||
        tag == caption || tag == colgroup) {
      close_rows(tag);
      return;
    }
    if ((is_block(tag) || tag == xmp) && tag != option && tag != optgroup && tag != legend) close_paragraph();
    if (is_heading(tag) && !open_.empty() && is_heading(open_.back().tag)) pop_to(open_.size() - 1);
    if (tag == a || tag == nobr) erase_formatting(tag);
    if ((tag == option || tag == optgroup) && !open_.empty() && open_.back().tag == option)
      pop_to(open_.size() - 1);
    if (tag == button || tag == rt || tag == rp) {
      for (std::size_t i = open_.size(); i-- > 0;) {
        if (open_[i].tag == tag || (tag != button && (open_[i].tag == rt || open_[i].tag == rp))) {
          pop_to(i);
          break;
        }
        if (is_boundary(open_[i].tag) || open_[i].tag == ruby) break;
      }
    }
  }

  static bool is_boundary(Tag tag) {
    using enum Tag;
    return tag == table || tag == td || tag == th || tag == caption || tag == template_ || tag == marquee ||
           tag == object || tag == html;
  }

  void close_paragraph() {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].tag == Tag::p) return pop_to(i);
      if (is_boundary(open_[i].tag) || open_[i].tag == Tag::button) return;
    }
  }

  void close_rows(Tag tag) {
    using enum Tag;
    for (std::size_t i = open_.size(); i-- > 0;) {
      Tag const open = open_[i].tag;
      if (open == table || open == template_ || open == html) return pop_to(i + 1);
      bool const is_section = open == tbody || open == thead || open == tfoot;
      if (((tag == td || tag == th) && (open == tr || is_section)) || (tag == tr && is_section))
        return pop_to(i + 1);
    }
  }

  void pop_to(std::size_t size) {
    while (open_.size() > size) {
      Open const& last = open_.back();
      if (is_boundary(last.tag) && last.tag != Tag::table && active_.size() > last.active_before)
        active_.resize(last.active_before);
      open_.pop_back();
    }
  }

  void erase_formatting(Tag tag) {
    auto const active = std::find(active_.rbegin(), active_.rend(), tag);
    if (active != active_.rend()) active_.erase(std::next(active).base());
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].tag != tag) continue;
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }

  // ---- end tags

  void end_tag() {
    std::size_t const start = at_;
    std::optional<WrittenTag> const written = take_tag(at_ + 2);
    if (!written) return;
    Tag const tag = tag_named(written->name);
    std::uint32_t const name = hash_of(written->name);
    cost_ += active_.size() + (tag == Tag::p || tag == Tag::br);
    // The end of an element whose start was left out.
    auto const last = left_out_.size() > deepest ? left_out_.rbegin() + deepest : left_out_.rend();
    if (auto const gone = std::find(left_out_.rbegin(), last, name); gone != last) {
      left_out_.erase(std::next(gone).base());
      return leave_out(start);
    }
    if (cost_ > budget_ || tag == Tag::math || tag == Tag::svg || tag == Tag::select || is_void_end(tag)) {
      if (cost_ > budget_) cut(start);
      return leave_out(start);
    }
    close(tag, name);
    step(start);
    out_.html += "</";
    out_.html += written->name;
    out_.html += '>';
  }

  static bool is_void_end(Tag tag) { return is_void(tag) && tag != Tag::br; }

  void close(Tag tag, std::uint32_t name) {
    if (is_formatting(tag) || tag == Tag::form) return erase_formatting(tag);
    if (tag == Tag::html || tag == Tag::body) return;
    for (std::size_t i = open_.size(); i-- > 0;) {
      Open const& open = open_[i];
      if ((open.tag == tag && open.name == name) || (is_heading(tag) && is_heading(open.tag)))
        return pop_to(i);
      bool const is_stop =
          is_special(tag) ? is_boundary(open.tag) && tag != Tag::table && !is_row(tag) : is_special(open.tag);
      if (is_stop || (is_row(tag) && open.tag == Tag::table)) return;
    }
  }

  static bool is_row(Tag tag) {
    using enum Tag;
    return tag == td || tag == th || tag == tr || tag == tbody || tag == thead || tag == tfoot;
  }

  std::string_view all_, source_;
  bool has_stand_ins_ = false, follows_reference_ = false;
  std::size_t at_ = 0;
  Guarded out_;
  std::vector<Open> open_;
  std::vector<Tag> active_;
  std::vector<std::uint32_t> left_out_;
  std::vector<std::string> missing_;
  std::size_t cost_ = 0, budget_ = 0, htmls_ = 0, bodies_ = 0;
};

}  // namespace

std::size_t Guarded::in_source(std::size_t offset) const {
  auto step = std::upper_bound(steps.begin(), steps.end(), offset,
                               [](std::size_t at, Step const& one) { return at < one.html; });
  if (step == steps.begin()) return 0;
  --step;
  return step->source + (offset - step->html);
}

std::size_t Guarded::end_in_source(std::size_t offset) const {
  auto step = std::ranges::upper_bound(steps, offset - 1, {}, &Step::html);
  if (step == steps.begin()) return 0;
  --step;
  return step->source + (step->stretch > 0 ? step->stretch : offset - step->html);
}

Guarded guarded(std::string_view source) {
  return Guard(source).guard();
}

}  // namespace ms::read::html

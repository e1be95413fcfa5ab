#include "read/markdown_walk.hpp"

#include <fmt/format.h>
#include <md4c.h>

#include <algorithm>
#include <limits>

#include "read/links.hpp"
#include "read/markdown_notes.hpp"
#include "read/markdown_tags.hpp"

namespace ms::read {
namespace {

constexpr std::string_view markup_rule = "markdown.markup", break_rule = "markdown.break",
                           entity_rule = "markdown.entity", duplicate_rule = "residue.duplicate";
/// What no author writes, and what the parser needs time in the square of: a row fills up all columns.
constexpr unsigned most_columns = 128;

class Walk {
 public:
  Walk(MarkdownState& common, Excerpt const& excerpt)
      : common_(common), excerpt_(excerpt), writer_(common.writer), tags_(common.source, common.writer) {}

  /// Returns false when the parser was stopped by a table that is too wide.
  bool run(std::vector<Container> around, bool with_tables) {
    inside_ = std::move(around);
    std::string const& text = excerpt_.text();
    if (text.size() >= std::numeric_limits<MD_SIZE>::max() / 2) return true;
    MD_PARSER parser{};
    parser.flags = MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | (with_tables ? MD_FLAG_TABLES : 0U);
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return of(self).guarded([&](Walk& walk) { walk.enter_block(type, detail); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return of(self).guarded([&](Walk& walk) { walk.leave_block(type); });
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return of(self).guarded([&](Walk& walk) { walk.enter_span(type, detail); });
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return of(self).guarded([&](Walk& walk) { walk.leave_span(type); });
    };
    parser.text = [](MD_TEXTTYPE type, MD_CHAR const* start, MD_SIZE size, void* self) {
      return of(self).guarded([&](Walk& walk) { walk.text(type, start, size); });
    };
    int const status = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, this);
    if (failure_) std::rethrow_exception(failure_);
    if (status < 0) throw std::bad_alloc();
    return status == 0;
  }

 private:
  static Walk& of(void* self) { return *static_cast<Walk*>(self); }

  /// No exception crosses a C frame.
  template <typename Step>
  int guarded(Step const& step) {
    try {
      step(*this);
    } catch (...) {
      failure_ = std::current_exception();
      return 1;
    }
    return is_stopped_ ? 1 : 0;
  }

  static std::string value_of(MD_ATTRIBUTE const& attribute) {
    std::string value;
    for (std::size_t i = 0; attribute.text != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
      std::size_t const start = attribute.substr_offsets[i], end = attribute.substr_offsets[i + 1];
      std::string_view const part(attribute.text + start, end - start);
      if (attribute.substr_types[i] == MD_TEXT_ENTITY)
        value += character_of(part).value_or(std::string(part));
      else if (attribute.substr_types[i] == MD_TEXT_NULLCHAR)
        value += "\uFFFD";
      else
        value += part;
    }
    return value;
  }

  std::vector<base::Range> sources(char const* start, std::size_t size) const {
    auto const range = excerpt_.range_of(start, size);
    return range ? excerpt_.sources_of(*range) : std::vector<base::Range>();
  }

  // Blocks.

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE: {
        Container quote;
        quote.id = ++common_.ids;
        push(std::move(quote));
        break;
      }
      case MD_BLOCK_UL:
        push_list(false, 1, '.', static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0);
        break;
      case MD_BLOCK_OL: {
        auto const& list = *static_cast<MD_BLOCK_OL_DETAIL*>(detail);
        unsigned const largest = 999'999'999;
        push_list(true, static_cast<int>(std::min(list.start, largest)), list.mark_delimiter,
                  list.is_tight != 0);
        break;
      }
      case MD_BLOCK_LI: next_item(*static_cast<MD_BLOCK_LI_DETAIL*>(detail)); break;
      case MD_BLOCK_HR: add_separator(); break;
      case MD_BLOCK_H: {
        Part part = next_part();
        part.role = Role::heading;
        part.level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        writer_.begin(std::move(part));
        break;
      }
      case MD_BLOCK_CODE: {
        Part part = next_part();
        part.role = Role::code;
        writer_.begin(std::move(part));
        break;
      }
      case MD_BLOCK_HTML:
        writer_.end();
        is_html_ = true;
        html_.clear();
        break;
      case MD_BLOCK_P: writer_.begin(next_part()); break;
      case MD_BLOCK_TABLE: {
        writer_.end();
        unsigned const columns = static_cast<MD_BLOCK_TABLE_DETAIL*>(detail)->col_count;
        is_stopped_ = columns > most_columns;
        cell_ = Cell{};
        cell_->table = ++common_.ids;
        cell_->columns = columns;
        row_ = 0;
        break;
      }
      case MD_BLOCK_TR: column_ = 0; break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD: begin_cell(type == MD_BLOCK_TH); break;
      case MD_BLOCK_DOC:
      case MD_BLOCK_THEAD:
      case MD_BLOCK_TBODY: break;
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        end_part();
        pop();
        break;
      case MD_BLOCK_LI: end_part(); break;
      case MD_BLOCK_H: end_heading(); break;
      case MD_BLOCK_HTML:
        is_html_ = false;
        if (tags_.write_block(html_, next_part())) forget_signs();
        break;
      case MD_BLOCK_TABLE: cell_.reset(); break;
      case MD_BLOCK_TR: ++row_; break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        if (end_part()) is_row_begun_ = true;
        ++column_;
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_CODE: end_part(); break;
      case MD_BLOCK_DOC: end_part(); break;
      case MD_BLOCK_HR:
      case MD_BLOCK_THEAD:
      case MD_BLOCK_TBODY: break;
    }
  }

  void push(Container container) {
    end_part();
    if (inside_.size() < deepest_container)
      inside_.push_back(std::move(container));
    else
      ++too_deep_;
  }

  void pop() {
    if (too_deep_ > 0) {
      --too_deep_;
    } else {
      forget_signs_from(inside_.back().id);
      inside_.pop_back();
    }
  }

  void push_list(bool is_ordered, int start, char delimiter, bool is_tight) {
    Container list;
    list.kind = Container::Kind::list;
    list.id = ++common_.ids;
    list.is_ordered = is_ordered;
    list.item = -1;
    list.number = start - 1;
    list.name = delimiter;
    push(std::move(list));
    if (too_deep_ == 0) tight_.resize(inside_.size());
    if (too_deep_ == 0) tight_.back() = is_tight;
  }

  void next_item(MD_BLOCK_LI_DETAIL const& detail) {
    end_part();
    if (too_deep_ > 0) return;
    Container& list = inside_.back();
    ++list.item;
    ++list.number;
    list.marker = list.is_ordered ? fmt::format("{}{}", list.number, list.name) : "•";
    std::string sign = list.is_ordered ? list.marker : "-";
    if (detail.is_task != 0) {
      bool const is_done = detail.task_mark != ' ';
      list.marker = is_done ? "☑" : "☐";
      sign += is_done ? " [x]" : " [ ]";
    }
    forget_signs_from(list.id);
    signs_.emplace_back(list.id, std::move(sign));
    item_is_new_ = true;
  }

  /// A part at this place, with what is around it and before it.
  Part next_part() {
    Part part;
    part.inside = inside_;
    std::size_t lists = 0;
    for (Container const& container : inside_) lists += container.kind == Container::Kind::list;
    bool const is_next_item = item_is_new_ && !inside_.empty() && inside_.back().item > 0 &&
                              inside_.size() <= tight_.size() && tight_[inside_.size() - 1];
    bool const is_nested_start = item_is_new_ && inside_.size() >= 2 && inside_.back().item == 0 &&
                                 inside_[inside_.size() - 2].kind == Container::Kind::list &&
                                 tight_[inside_.size() - 2];
    part.before = is_next_item || is_nested_start ? "\n" : "\n\n";
    if (!signs_.empty()) {
      part.before.append(2 * (lists - std::min(lists, signs_.size())), ' ');
      // An item that begins with a list shows both markers.
      for (auto const& [list, sign] : signs_) part.before += sign + " ";
    }
    if (!inside_.empty() && inside_.front().kind == Container::Kind::note && is_note_new_)
      part.before += "[" + inside_.front().marker + "] ";
    return part;
  }

  /// An item without text shows nothing.
  void forget_signs_from(int list) {
    std::erase_if(signs_, [&](auto const& sign) { return sign.first >= list; });
  }

  void forget_signs() {
    signs_.clear();
    item_is_new_ = false;
    is_note_new_ = false;
  }

  bool end_part() {
    if (!writer_.is_open()) return false;
    make_figure();
    bool const is_added = writer_.end() != nullptr;
    if (is_added) forget_signs();
    images_ = 0;
    has_words_ = false;
    return is_added;
  }

  void begin_cell(bool is_head) {
    Part part = next_part();
    cell_->row = row_;
    cell_->column = column_;
    cell_->is_head = is_head;
    if (column_ == 0) is_row_begun_ = false;
    part.cell = cell_;
    if (is_row_begun_)
      part.before = "\t";
    else if (row_ > 0)
      part.before = "\n";
    writer_.begin(std::move(part));
  }

  void end_heading() {
    if (!writer_.is_open()) return;
    bool const may_be_title = writer_.part().level == 1 && inside_.empty() && !common_.has_title;
    std::string words;
    for (Piece const& piece : writer_.part().pieces)
      words += piece.before + (piece.instead.empty() ? std::string(base::slice(common_.source, piece.range))
                                                     : piece.instead);
    if (may_be_title && common_.title.empty() && !words.empty()) {
      writer_.part().role = Role::title;
      common_.has_title = true;
    } else if (may_be_title && words == common_.title) {
      // The head has said it already.
      common_.has_title = true;
      writer_.end_dropped(duplicate_rule, "the title above the text");
    }
    end_part();
    skip_underline();
  }

  /// The line under a headline ("---") is no separator.
  void skip_underline() {
    std::size_t const line = common_.source.find('\n', writer_.at());
    if (line == std::string_view::npos) return;
    std::size_t const end = std::min(common_.source.find('\n', line + 1), common_.source.size());
    std::string_view const next = base::slice(common_.source, {line + 1, end});
    std::size_t const start = next.find_first_not_of("> \t");
    if (start == std::string_view::npos || is_hash_headline()) return;
    std::size_t const last = next.find_last_not_of(" \t");
    std::string_view const sign = next.substr(start, last + 1 - start);
    if (sign.find_first_not_of('-') == std::string_view::npos) separators_from_ = end;
  }

  /// Does the line where the walk is begin with "#"?
  bool is_hash_headline() const {
    std::string_view const source = common_.source;
    std::size_t const end = writer_.at();
    std::size_t const before = end == 0 ? std::string_view::npos : source.rfind('\n', end - 1);
    std::string_view const line =
        base::slice(source, {before == std::string_view::npos ? 0 : before + 1, end});
    std::size_t const first = line.find_first_not_of("> \t-*+0123456789.)");
    return first != std::string_view::npos && line[first] == '#';
  }

  /// The parser does not say where a separator is: it is the next line that looks like one.
  void add_separator() {
    writer_.end();
    std::string_view const source = common_.source;
    for (std::size_t at = std::max(writer_.at(), separators_from_); at < source.size() && !is_lost_;) {
      std::size_t const end = std::min(source.find('\n', at), source.size());
      if (auto const found = separator_in({at, end})) {
        Part part = next_part();
        part.role = Role::separator;
        writer_.begin(std::move(part));
        writer_.keep(*found);
        end_part();
        return;
      }
      at = end + 1;
    }
    is_lost_ = true;
  }

  std::optional<base::Range> separator_in(base::Range line) const {
    std::string_view const source = common_.source;
    while (!line.is_empty() && (source[line.end - 1] == ' ' || source[line.end - 1] == '\t')) --line.end;
    std::string_view const signs = "*-_";
    std::size_t start = line.end, count = 0;
    for (std::size_t at = line.end; at > line.start; --at) {
      char const c = source[at - 1];
      bool const is_sign = signs.find(c) != std::string_view::npos;
      if (is_sign && count > 0 && c != source[line.end - 1]) break;
      if (!is_sign && c != ' ' && c != '\t') break;
      if (is_sign) start = at - 1;
      count += is_sign;
    }
    std::string_view const before = base::slice(source, {line.start, start});
    bool const is_after_markers = before.find_first_not_of("> \t-*+0123456789.)") == std::string_view::npos;
    if (count < 3 || !is_after_markers) return std::nullopt;
    return base::Range{start, line.end};
  }

  // Inside of blocks.

  /// In tight lists the parser names no paragraphs.
  bool need_part() {
    if (!writer_.is_open() && !is_html_) writer_.begin(next_part());
    return writer_.is_open();
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    if (!need_part()) return;
    switch (type) {
      case MD_SPAN_EM: writer_.open(text::SpanKind::emphasis); break;
      case MD_SPAN_STRONG: writer_.open(text::SpanKind::strong); break;
      case MD_SPAN_CODE: writer_.open(text::SpanKind::code); break;
      case MD_SPAN_DEL: writer_.open(text::SpanKind::css_class, "deleted"); break;
      case MD_SPAN_A: open_link(value_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href)); break;
      case MD_SPAN_IMG:
        if (image_depth_++ == 0) {
          ++images_;
          common_.diagnostics.note("image.missing",
                                   fmt::format("the picture {} is not in the outputs",
                                               value_of(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src)),
                                   base::Range{writer_.at(), writer_.at()});
        }
        break;
      default: break;
    }
  }

  void leave_span(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_EM: writer_.close(text::SpanKind::emphasis); break;
      case MD_SPAN_STRONG: writer_.close(text::SpanKind::strong); break;
      case MD_SPAN_CODE: writer_.close(text::SpanKind::code); break;
      case MD_SPAN_DEL: writer_.close(text::SpanKind::css_class); break;
      case MD_SPAN_A:
        if (link_depth_ > 0) --link_depth_;
        writer_.close(text::SpanKind::link);
        break;
      case MD_SPAN_IMG: --image_depth_; break;
      default: break;
    }
  }

  /// One definition may be referred to often: its target must not be multiplied without end.
  void open_link(std::string target) {
    ++link_depth_;
    common_.link_bytes += target.size();
    bool const is_too_much = common_.link_bytes > 16 * common_.source.size() + 65'536;
    writer_.open(text::SpanKind::link, is_too_much ? std::string() : without_tracking(target));
  }

  /// A paragraph that is nothing but an image is a figure; its words are the caption.
  void make_figure() {
    Part& part = writer_.part();
    if (images_ == 1 && !has_words_ && part.role == Role::paragraph && !part.cell) part.role = Role::caption;
  }

  void text(MD_TEXTTYPE type, char const* start, std::size_t size) {
    std::vector<base::Range> const ranges = sources(start, size);
    if (type == MD_TEXT_HTML) {
      if (is_html_)
        add_html(ranges);
      else if (need_part())
        tags_.write_inline(ranges);
      return;
    }
    if (!need_part()) return;
    has_words_ = has_words_ || (image_depth_ == 0 && type != MD_TEXT_SOFTBR);
    switch (type) {
      case MD_TEXT_BR: writer_.put("\n", break_rule); break;
      case MD_TEXT_SOFTBR: writer_.put_joint(); break;
      case MD_TEXT_NULLCHAR: writer_.put("\uFFFD", markup_rule); break;
      case MD_TEXT_ENTITY: entity(ranges); break;
      case MD_TEXT_CODE:
        if (ranges.empty()) writer_.put(std::string_view(start, size), "line.join");
        for (base::Range const range : ranges) writer_.keep(range);
        break;
      default:
        for (base::Range const range : ranges) words(range);
    }
  }

  /// Line ends of a block of HTML are not in the source's own text.
  void add_html(std::vector<base::Range> const& ranges) {
    std::string_view const source = common_.source;
    bool const is_line_end = ranges.empty() && !html_.empty() && html_.back().end < source.size() &&
                             source[html_.back().end] == '\n';
    if (is_line_end) ++html_.back().end;
    html_.insert(html_.end(), ranges.begin(), ranges.end());
  }

  void entity(std::vector<base::Range> const& ranges) {
    std::string reference;
    for (base::Range const range : ranges) reference += base::slice(common_.source, range);
    auto const character = character_of(reference);
    if (character && ranges.size() == 1)
      writer_.replace(ranges.front(), *character, entity_rule);
    else
      for (base::Range const range : ranges) writer_.keep(range);
  }

  /// Text with references to notes and bare addresses in it.
  void words(base::Range range) {
    std::string_view const source = common_.source;
    std::size_t at = range.start;
    for (std::size_t next = at; next < range.end; ++next) {
      if (source[next] != '[') continue;
      std::string_view const label = note_label_at(base::slice(source, {0, range.end}), next);
      auto const note = common_.notes.find(label);
      if (label.empty() || note == common_.notes.end() || image_depth_ > 0) continue;
      plain_words({at, next});
      // "[^1]" → "[1]"
      std::size_t const end = next + label.size() + 3;
      writer_.keep({next, next + 1});
      writer_.keep({next + 2, end});
      writer_.mark({next, end}, text::SpanKind::note, note->second);
      at = end;
      next = end - 1;
    }
    plain_words({at, range.end});
  }

  void plain_words(base::Range range) {
    if (range.is_empty()) return;
    while (link_depth_ == 0 && image_depth_ == 0) {
      std::string_view const text = base::slice(common_.source, range);
      auto const address = address_in(text);
      if (!address) break;
      std::size_t const start = range.start + address->start, end = range.start + address->end;
      writer_.keep({range.start, end});
      std::string target(base::slice(common_.source, {start, end}));
      if (target.starts_with("www.")) target.insert(0, "https://");
      writer_.mark({start, end}, text::SpanKind::link, without_tracking(target));
      range.start = end;
      if (range.is_empty()) return;
    }
    writer_.keep(range);
  }

  MarkdownState& common_;
  Excerpt const& excerpt_;
  PartWriter& writer_;
  MarkdownTags tags_;
  std::exception_ptr failure_;
  bool is_stopped_ = false;
  std::vector<Container> inside_;
  std::vector<bool> tight_;  ///< of the list at this place in inside_
  int too_deep_ = 0;
  std::vector<std::pair<int, std::string>> signs_;  ///< list and marker that the next part shows
  bool item_is_new_ = false, is_note_new_ = true;
  bool is_html_ = false;
  std::vector<base::Range> html_;
  std::optional<Cell> cell_;
  std::size_t row_ = 0, column_ = 0;
  bool is_row_begun_ = false;
  int images_ = 0, image_depth_ = 0, link_depth_ = 0;
  bool has_words_ = false;
  std::size_t separators_from_ = 0;
  bool is_lost_ = false;  ///< the place of separators
};

}  // namespace

bool walk_markdown(MarkdownState& state, Excerpt const& excerpt, std::vector<Container> around,
                   bool with_tables) {
  return Walk(state, excerpt).run(std::move(around), with_tables);
}

}  // namespace ms::read

// Writes parts of an outline while a source is walked over. In: what is kept, replaced or put in, in the
// order of the source. Out: parts in the outline. Always: pieces are in order and do not overlap, whatever
// comes in (what comes too late is left out); a part without any text is no part.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/outline.hpp"

namespace ms::read {

class PartWriter {
 public:
  PartWriter(std::string_view source, Outline& outline) : source_(source), outline_(outline) {}

  /// From here on the walk is at another place, which may be before what was written so far.
  void jump(std::size_t offset) { at_ = offset; }
  std::size_t at() const { return at_; }

  void begin(Part part);
  bool is_open() const { return part_.has_value(); }
  Part& part() { return *part_; }
  /// Ends the open part, if there is one. Returns the part if it got into the outline.
  Part const* end();
  /// Ends it; its text goes as one.
  void end_dropped(std::string_view rule, std::string evidence);

  void keep(base::Range range);
  /// White space in the text of a format that knows no line ends: any of it is one space.
  void keep_flowing(base::Range range);
  void replace(base::Range range, std::string text, std::string_view rule);
  /// Text that the source has not, or has otherwise; at the edges of a part it is left out.
  void put(std::string_view text, std::string_view rule);
  /// The end of a line that goes on: what stands between depends on the letters around.
  void put_joint();

  /// Marks nest; close closes the last one of this kind and value that is open in this part.
  void open(text::SpanKind kind, std::string value = {});
  void close(text::SpanKind kind);
  /// A mark over a range that was kept.
  void mark(base::Range range, text::SpanKind kind, std::string value);

  void drop(base::Range range, std::string_view rule, text::EditClass kind = text::EditClass::normalise,
            std::string evidence = {});

 private:
  struct Open {
    std::size_t mark = 0;  ///< index in the part
    bool is_started = false;
  };
  std::optional<Part> take();
  void add(Piece piece);
  void trim();
  bool has_text(Part const& part) const;

  std::string_view source_;
  Outline& outline_;
  std::optional<Part> part_;
  std::vector<Open> open_;
  std::size_t at_ = 0;  ///< end of what was kept or dropped last
  std::string before_;
  std::string_view before_rule_;
  bool joins_ = false;
};

/// Sorts parts and drops that were written in several walks.
void put_in_order(Outline& outline);

}  // namespace ms::read

#include "language/scripts.hpp"

#include <algorithm>
#include <vector>

#include "base/ascii.hpp"
#include "text/utf8.hpp"

namespace ms::language {
namespace {

using text::Script;
using text::script_tag;

constexpr Script common = script_tag("Zyyy");
constexpr Script latin = script_tag("Latn");
constexpr Script han = script_tag("Hani");
constexpr Script hangul = script_tag("Hang");
constexpr Script japanese = script_tag("Jpan");
constexpr Script korean = script_tag("Kore");

bool is_kana(Script script) {
  return script == script_tag("Hira") || script == script_tag("Kana");
}

struct Count {
  Script script;
  std::size_t letters = 0;
  std::size_t weight = 0;
};

/// In order of first appearance, which decides ties.
class Counts {
 public:
  void add(Script script, std::size_t letters, std::size_t weight) {
    // Mostly a letter is in the script of the one before.
    if (last_ >= list_.size() || list_[last_].script != script) {
      auto const found = std::ranges::find(list_, script, &Count::script);
      last_ = static_cast<std::size_t>(found - list_.begin());
      if (found == list_.end()) list_.push_back({script, 0, 0});
    }
    list_[last_].letters += letters;
    list_[last_].weight += weight;
  }
  Count of(Script script) const {
    for (Count const& count : list_)
      if (count.script == script) return count;
    return {script, 0, 0};
  }
  std::vector<Count> const& list() const { return list_; }

 private:
  std::vector<Count> list_;
  std::size_t last_ = 0;  ///< the one that was added to last
};

/// Chinese, Japanese and Korean share characters: one in twelve that is kana makes a text Japanese (prose has
/// half), one in six that is Hangul makes it Korean.
Script script_of_east_asian(Count ideographs, Count kana, Count syllables) {
  std::size_t const all = ideographs.letters + kana.letters + syllables.letters;
  if (syllables.letters * 6 >= all && syllables.letters >= kana.letters) return korean;
  if (kana.letters * 12 >= all) return japanese;
  return han;
}

struct Only {
  Script script;
  std::string_view language;
};

constexpr Only only_languages[] = {
    {script_tag("Adlm"), "ff-Adlm"}, {script_tag("Armn"), "hy"},      {script_tag("Bali"), "ban-Bali"},
    {script_tag("Cakm"), "ccp"},     {script_tag("Cher"), "chr"},     {script_tag("Geor"), "ka"},
    {script_tag("Grek"), "el"},      {script_tag("Gujr"), "gu"},      {script_tag("Guru"), "pa"},
    {script_tag("Java"), "jv-Java"}, {script_tag("Khmr"), "km"},      {script_tag("Knda"), "kn"},
    {script_tag("Kore"), "ko"},      {script_tag("Laoo"), "lo"},      {script_tag("Limb"), "lif"},
    {script_tag("Mlym"), "ml"},      {script_tag("Mong"), "mn-Mong"}, {script_tag("Mtei"), "mni-Mtei"},
    {script_tag("Nkoo"), "nqo"},     {script_tag("Olck"), "sat"},     {script_tag("Orya"), "or"},
    {script_tag("Jpan"), "ja"},      {script_tag("Sinh"), "si"},      {script_tag("Taml"), "ta"},
    {script_tag("Telu"), "te"},      {script_tag("Tfng"), "zgh"},     {script_tag("Thaa"), "dv"},
    {script_tag("Thai"), "th"},      {script_tag("Vaii"), "vai"},     {script_tag("Yiii"), "ii"},
};

}  // namespace

Writing writing(std::string_view utf8) {
  Counts counts;
  std::size_t weight = 0;
  for (text::CodePointAt const c : text::code_points(utf8)) {
    if (c.value < 0x80) {
      if (!base::is_ascii_letter(static_cast<char>(c.value))) continue;
      counts.add(latin, 1, 1);
      ++weight;
      continue;
    }
    if (!text::is_letter(c.value)) continue;
    Script const script = text::script_of(c.value);
    if (script == common || script == script_tag("Zinh") || script == script_tag("Zzzz")) continue;
    // A character that is a word or half of one weighs more than a letter.
    std::size_t const own = text::is_wide(c.value) ? 2 : 1;
    counts.add(is_kana(script) ? japanese : script, 1, own);
    weight += own;
  }
  Count const ideographs = counts.of(han), kana = counts.of(japanese), syllables = counts.of(hangul);
  Count const east_asian{script_of_east_asian(ideographs, kana, syllables),
                         ideographs.letters + kana.letters + syllables.letters,
                         ideographs.weight + kana.weight + syllables.weight};
  Count best = east_asian;
  for (Count const& count : counts.list()) {
    bool const is_east_asian = count.script == han || count.script == japanese || count.script == hangul;
    if (!is_east_asian && count.weight > best.weight) best = count;
  }
  if (best.letters == 0) return {common, 0, 0};
  return {best.script, static_cast<double>(best.weight) / static_cast<double>(weight), best.letters};
}

bool is_of(char32_t c, Script script) {
  return text::has_script(c, script);
}

std::optional<std::string_view> only_language(Script script) {
  for (Only const& only : only_languages)
    if (only.script == script) return only.language;
  return std::nullopt;
}

}  // namespace ms::language

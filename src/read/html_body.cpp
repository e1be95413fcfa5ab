#include "read/html_body.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "read/html_blocks.hpp"
#include "read/html_shingles.hpp"
#include "read/html_table.hpp"

namespace ms::read::html {
namespace {

constexpr std::string_view outside_text = "before or after the text";

class Finder {
 public:
  Finder(Page const& page, Flow& flow, std::vector<Hint> const& hints, Facts const& facts)
      : page_(page), flow_(flow), hints_(hints), facts_(facts) {}

  Body body() {
    show_hidden_text();
    weigh();
    prune();
    hold_against_stated_body();
    body_.is_whole_page = is_whole_page();
    find_container();
    decide();
    return std::move(body_);
  }

 private:
  std::vector<Passage>& passages() { return flow_.passages; }
  Passage& passage(std::size_t i) { return flow_.passages[i]; }

  /// Pages hide their text until a script shows it. Where more is hidden than shown, it is shown.
  void show_hidden_text() {
    double shown = 0, hidden = 0;
    for (Passage const& one : passages()) (one.is_hidden ? hidden : shown) += mass_of(one);
    if (hidden < 300 || hidden < 2 * shown) return;
    shows_hidden_ = true;
    for (Passage& one : passages())
      if (one.is_hidden && one.sign == Sign::none && is_body_text(one.node)) one.is_hidden = false;
  }

  bool is_body_text(NodeId node) const {
    for (; node != no_node; node = page_.nodes[node].parent) {
      using enum Tag;
      switch (page_.nodes[node].tag) {
        case head:
        case script:
        case style:
        case noscript:
        case template_:
        case title:
        case object:
        case audio:
        case video:
        case iframe: return false;
        default: break;
      }
    }
    return true;
  }

  void weigh() {
    mass_.resize(passages().size());
    inside_.assign(page_.nodes.size(), 0);
    lines_.assign(page_.nodes.size(), 0);
    kinds_.reserve(passages().size());
    text_inside_.assign(page_.nodes.size(), 0);
    links_inside_.assign(page_.nodes.size(), 0);
    for (std::size_t i = 0; i < passages().size(); ++i) {
      Passage const& one = passage(i);
      kinds_.push_back(kind_of(one.node));
      if (one.is_hidden) continue;
      ++lines_[one.node];
      mass_[i] = mass_of(one);
      inside_[one.node] += mass_[i];
      text_inside_[one.node] += static_cast<double>(one.characters);
      links_inside_[one.node] += static_cast<double>(one.linked);
      all_ += mass_[i];
    }
    // Children come after their parents, so one pass from the end sums up.
    for (NodeId id = static_cast<NodeId>(page_.nodes.size()); id-- > 1;) {
      NodeId const parent = page_.nodes[id].parent;
      if (parent == no_node) continue;
      inside_[parent] += inside_[id];
      text_inside_[parent] += text_inside_[id];
      links_inside_[parent] += links_inside_[id];
    }
  }

  /// What its own kind or name calls furniture is none when it holds most of the text.
  void prune() {
    body_.pruned.assign(page_.nodes.size(), false);
    std::vector<double> named(page_.nodes.size(), 0);  // text in elements that are named the article's text
    for (NodeId id = static_cast<NodeId>(page_.nodes.size()); id-- > 1;) {
      if (hints_[id] == Hint::body) named[id] = inside_[id];
      if (page_.nodes[id].parent != no_node && page_.nodes[id].tag != Tag::article)
        named[page_.nodes[id].parent] += named[id];
    }
    for (NodeId id = 0; id < page_.nodes.size(); ++id) {
      Node const& node = page_.nodes[id];
      bool const is_inside_pruned = node.parent != no_node && body_.pruned[node.parent];
      bool const is_bad = hints_[id] == Hint::furniture && inside_[id] < 0.4 * all_ &&
                          (named[id] < 100 || named[id] < 0.04 * all_);
      body_.pruned[id] = is_inside_pruned || is_bad;
    }
  }

  /// Letters, recipes, exported documents: nothing around the text, so all of it is text.
  bool is_whole_page() const {
    constexpr double most_links = 0.15;
    constexpr std::size_t fewest_words = 2;
    if (is_stated_ || shows_hidden_ || links_inside_[0] > most_links * text_inside_[0]) return false;
    std::size_t words = 0;
    for (std::size_t i = 0; i < flow_.passages.size(); ++i) {
      Passage const& one = flow_.passages[i];
      if (one.is_hidden) continue;
      bool const is_arranged = is_prose(one.unit) && page_.nearest(one.node, Tag::td) != no_node;
      if (body_.pruned[one.node] || is_arranged) return false;
      words += is_residue(i) || one.unit.labels.is(Word::navigation) || one.unit.labels.has(Word::rights);
    }
    return words < fewest_words;
  }

  void hold_against_stated_body() {
    std::u32string const body = skeleton(facts_.body);
    stated_.assign(passages().size(), -1);
    if (body.size() < 300) return;
    Shingles const shingles(body);
    double matched = 0;
    for (std::size_t i = 0; i < passages().size(); ++i) {
      if (passage(i).is_hidden || passage(i).characters < 10) continue;
      std::u32string const own = skeleton(passage(i).text.utf8);
      stated_[i] = shingles.share(own);
      if (stated_[i] > 0.7) matched += static_cast<double>(own.size());
    }
    double const share = matched / static_cast<double>(body.size());
    if (share < 0.5) {
      stated_.assign(passages().size(), -1);
      return;
    }
    is_stated_ = true;
    is_stated_whole_ = share > 0.9;
  }

  double bonus(NodeId node) const {
    switch (hints_[node]) {
      case Hint::body: return 1.5;
      case Hint::article: return 1.2;
      default: return 1;
    }
  }

  void find_container() {
    std::unordered_map<NodeId, double> scores;
    for (std::size_t i = 0; i < passages().size(); ++i) {
      if (mass_[i] <= 0 || body_.pruned[passage(i).node]) continue;
      double mass = mass_[i];
      if (is_stated_) mass *= stated_[i] > 0.7 ? 2 : 0.3;
      NodeId node = passage(i).node;
      // A paragraph is no container; an element that holds several passages itself is one.
      double share = holds_lines(node) ? 1 : 0;
      for (int level = 0; level < 5 && node != no_node; ++level) {
        if (share > 0) scores[node] += mass * share;
        node = page_.nodes[node].parent;
        share = share == 0 ? 1 : share * 0.5;
      }
    }
    NodeId best = no_node;
    double best_score = 0;
    for (auto const& [node, score] : scores) {
      double const links = text_inside_[node] > 0 ? links_inside_[node] / text_inside_[node] : 0;
      double const value = score * bonus(node) * (1 - 0.5 * links);
      // Of equal ones the first, so that the order of the table does not matter.
      if (value > best_score || (value == best_score && node < best)) {
        best = node;
        best_score = value;
      }
    }
    body_.container = best == no_node ? 0 : widened(around_lists(page_, best));
  }

  /// Mails in archives are one preformatted element.
  bool is_nearly_all(NodeId node) const {
    return inside_[node] > 0.9 * all_ && text_inside_[node] > 0.6 * text_inside_[0];
  }

  bool holds_lines(NodeId node) const {
    Tag const tag = page_.nodes[node].tag;
    return tag == Tag::td || tag == Tag::body || tag == Tag::article || tag == Tag::section ||
           (tag == Tag::pre && is_nearly_all(node)) || (tag == Tag::div && lines_[node] > 2);
  }

  /// Text that is made like the text of the container but stands beside it belongs to it.
  NodeId widened(NodeId node) {
    std::unordered_map<std::uint64_t, double> kinds;
    for (std::size_t i = 0; i < passages().size(); ++i)
      if (page_.is_inside(passage(i).node, node) && !body_.pruned[passage(i).node])
        kinds[kinds_[i]] += mass_[i];
    double most = 0;
    for (auto const& [kind, mass] : kinds)
      if (mass > most || (mass == most && kind < kind_)) {
        most = mass;
        kind_ = kind;
      }
    for (NodeId up = page_.nodes[node].parent; up != no_node; up = page_.nodes[up].parent) {
      // Not out of an article, nor out of what is called its text.
      if (page_.nodes[node].tag == Tag::article || page_.nodes[node].tag == Tag::main ||
          page_.nodes[node].tag == Tag::body)
        break;
      double alike = 0, stated = 0, more = 0, letters = 0, links = 0;
      for (std::size_t i = 0; i < passages().size(); ++i) {
        NodeId const own = passage(i).node;
        if (!page_.is_inside(own, up) || page_.is_inside(own, node) || body_.pruned[own]) continue;
        if (kinds_[i] == kind_) alike += mass_[i];
        if (stated_[i] > 0.7) stated += mass_[i];
        more += mass_[i];
        letters += static_cast<double>(passage(i).characters);
        links += static_cast<double>(passage(i).linked);
      }
      double const inside = inside_[node];
      // Or text of another make, but much of it and hardly any link: a report in many posts.
      double const most_links = page_.nearest(up, Tag::article) == no_node ? 0.15 : 0.35;
      bool const is_plain = more > 0.5 * inside && links < most_links * letters;
      bool const is_wider = is_stated_ ? stated > 0.03 * inside : alike > 0.08 * inside || is_plain;
      if (is_wider) node = up;
      // Wrappers of the same text alone do not matter.
      else if (inside_[up] > inside * 1.02) {
        if (++narrow_steps_ > 4) break;
      }
      if (!is_wider && inside_[up] > 3 * inside) break;
    }
    return node;
  }

  std::uint64_t kind_of(NodeId node) const {
    NodeId const parent = page_.nodes[node].parent;
    return (std::uint64_t{likeness(page_, node)} << 32) | (parent == no_node ? 0 : likeness(page_, parent));
  }

  void drop(std::size_t i, std::string_view rule, double confidence, std::string_view evidence) {
    body_.fates[i] = {false, false, false, rule, confidence, evidence};
  }

  void decide() {
    std::size_t const count = passages().size();
    body_.fates.assign(count, {});
    find_edges(true);
    if (body_.last == 0) {
      find_edges(false);
      take_all_of_article();
    }
    headline_ = last_h1_above(page_, flow_, body_.first);
    end_ = body_.last;
    while (end_ < count && !is_end(passage(end_).unit.labels)) ++end_;
    for (std::size_t i = 0; i < count; ++i) decide(i);
    keep_neighbours();
    drop_related_lists();
    drop_share_bars();
    drop_repeated();
    drop_idle_headings();
    keep_something();
  }

  bool is_candidate(std::size_t i) const {
    Passage const& one = flow_.passages[i];
    return !one.is_hidden && page_.is_inside(one.node, body_.container) && !body_.pruned[one.node];
  }

  /// The first and the last passage of running text; of sentences, where nothing is longer.
  void find_edges(bool needs_prose) {
    body_.first = passages().size();
    for (std::size_t i = 0; i < passages().size(); ++i) {
      if (!is_candidate(i) || is_captioned(i) || is_card(i)) continue;
      bool const is_text =
          is_stated_whole_ ? stated_[i] > 0.7 : mass_[i] > 0 && (!needs_prose || is_prose(passage(i).unit));
      if (!is_text || is_residue(i)) continue;
      body_.first = std::min(body_.first, i);
      body_.last = i + 1;
    }
  }

  /// Where no paragraph is long ("A library for boats."), what is called the article is all of it.
  void take_all_of_article() {
    if (body_.last == 0) return;
    NodeId article = flow_.passages[body_.first].node;
    while (article != no_node && hints_[article] != Hint::body && hints_[article] != Hint::article)
      article = page_.nodes[article].parent;
    if (article == no_node || !page_.is_inside(flow_.passages[body_.last - 1].node, article)) return;
    for (std::size_t i = 0; i < passages().size(); ++i) {
      if (!is_candidate(i) || !page_.is_inside(passage(i).node, article) || is_card(i) || is_residue(i))
        continue;
      body_.first = std::min(body_.first, i);
      body_.last = std::max(body_.last, i + 1);
    }
  }

  bool is_captioned(std::size_t i) const {
    for (NodeId node = flow_.passages[i].node; node != no_node && node != body_.container;
         node = page_.nodes[node].parent)
      if (hints_[node] == Hint::caption || page_.nodes[node].tag == Tag::figure) return true;
    return has_caption_inside(i);
  }
  /// <p><span class="caption">
  bool has_caption_inside(std::size_t i) const {
    Passage const& one = flow_.passages[i];
    for (NodeId const text : one.texts)
      for (NodeId node = page_.nodes[text].parent; node != no_node && node != one.node;
           node = page_.nodes[node].parent)
        if (hints_[node] == Hint::caption) return one.unit.shape.weight < 300;
    return false;
  }

  /// A teaser: a box of its own of which much is link, beside the text and not of it.
  bool is_card(std::size_t i) const {
    NodeId node = flow_.passages[i].node;
    // A sentence of the text may be a link for the most part.
    bool const is_sentence_of_text =
        page_.nodes[node].tag == Tag::p &&
        (is_short_text(flow_.passages[i].unit) || flow_.passages[i].unit.shape.ends_with_stop) &&
        flow_.passages[i].link_share() < 0.8;
    if (is_sentence_of_text) node = page_.nodes[node].parent;
    for (int level = 0; level < 3 && node != no_node && node != body_.container; ++level) {
      if (text_inside_[node] > 0 && links_inside_[node] > 0.5 * text_inside_[node]) return true;
      node = page_.nodes[node].parent;
      if (node == no_node || node == body_.container || inside_[node] > 0.3 * inside_[body_.container]) break;
    }
    return false;
  }

  bool is_residue(std::size_t i) const {
    Labels const& labels = flow_.passages[i].unit.labels;
    return labels.is(Word::related) || labels.begins(Word::related) || labels.is(Word::share) ||
           labels.is(Word::advert) || labels.is(Word::newsletter) || labels.is(Word::comments) ||
           labels.is(Word::most_read) || labels.is(Word::clipboard) || labels.is(Word::cookie) ||
           labels.begins(Word::tags) || labels.begins(Word::rights);
  }

  void decide(std::size_t i) {
    Passage const& one = passage(i);
    Labels const& labels = one.unit.labels;
    if (one.sign == Sign::heading) return drop(i, "heading.sign", 0.95, "a button or a sign at a heading");
    if (one.sign == Sign::marker)
      return drop(i, "html.marker", 0.95, "the marker of an item, which the list has");
    if (one.is_hidden) return drop(i, "html.hidden", 1, "no browser shows it");
    if (!page_.is_inside(one.node, body_.container))
      return drop(i, "html.furniture", 0.9, "outside of the article");
    if (body_.pruned[one.node] && !(stated_[i] > 0.9 && one.characters > 60))
      return drop(i, "html.furniture", 0.85, "in an element that is no part of the text");
    bool const is_text = is_prose(one.unit) || is_sentence(one.unit);
    if (is_captioned(i)) {
      if (one.is_link()) return drop(i, "html.link", 0.8, "a link in a caption");
      if (labels.is(Word::share) || labels.is(Word::navigation))
        return drop(i, "residue.share", 0.8, "a button at a picture");
      body_.fates[i].is_kept = body_.fates[i].is_caption = true;
      return;
    }
    if (is_in_table_of_text(i)) {
      body_.fates[i].is_kept = true;
      return;
    }
    if (labels.is(Word::advert)) return drop(i, "residue.advert", 0.97, "the mark of an advertisement");
    if (labels.is(Word::clipboard) || (labels.is(Word::share) && !is_title_of_box(page_, flow_, i)))
      return drop(i, "residue.share", 0.9, "a button that shares");
    if (labels.is(Word::related) ||
        (labels.begins(Word::related) && (!one.unit.shape.ends_with_stop || one.linked > 0)))
      return drop(i, "residue.related", 0.9, "a link to another article");
    if (labels.is(Word::newsletter) || labels.is(Word::cookie) || labels.is(Word::comments) ||
        labels.is(Word::most_read) || (labels.is(Word::navigation) && !is_text))
      return drop(i, "html.furniture", 0.85, "words of a page, not of an article");
    if (labels.is(Word::reading_time)) return drop(i, "residue.reading-time", 0.9, "a reading time");
    if (labels.is(Word::elapsed))
      return drop(i, "residue.elapsed", 0.9, "how long ago it was when the page was read");
    if (labels.begins(Word::tags) && i >= body_.last)
      return drop(i, "html.furniture", 0.85, "subjects the article is filed under");
    if (labels.has(Word::rights) && i >= body_.last && one.unit.shape.columns < 160)
      return drop(i, "residue.rights", 0.9, "a reservation of rights");
    bool const is_stated = stated_[i] > 0.8;
    if (is_card(i) && !is_stated) return drop(i, "html.link", 0.8, "a box of links");
    if (one.link_share() > 0.85 && !is_stated) return drop(i, "html.link", 0.8, "nothing but a link");
    if (is_list_of_links(one.node) && !is_stated) return drop(i, "html.link", 0.85, "in a list of links");
    if (is_stated_whole_ && stated_[i] >= 0 && stated_[i] < 0.2 && is_prose(one.unit) &&
        page_.nodes[one.node].tag != Tag::li && page_.nearest(one.node, Tag::blockquote) == no_node)
      return drop(i, "html.furniture", 0.7, "not in the text the page states");
    if (i < body_.first || i >= body_.last) {
      // A short sentence made like the text, or a correction at its end, belongs to it.
      bool const is_beside = i < body_.first && body_.first < passages().size() &&
                             page_.nodes[one.node].tag == Tag::p &&
                             page_.nodes[one.node].parent == page_.nodes[passage(body_.first).node].parent;
      bool const is_alike =
          is_short_text(one.unit) && (kinds_[i] == kind_ || is_beside) && one.link_share() < 0.3;
      bool const is_correction = i >= body_.last && labels.begins(Word::correction);
      if (!is_alike && !is_correction && !is_block_beside_text(i) && !is_between_headline_and_text(i))
        return drop(i, "html.furniture", 0.75, outside_text);
    }
    if (!is_text && !is_in_heading(one) && is_odd(i))
      return drop(i, "html.furniture", 0.6, "a label beside the text");
    body_.fates[i].is_kept = true;
    body_.fates[i].is_heading = i >= body_.first && !is_in_heading(one) && is_bold_line(page_, one);
  }

  /// A table, or a list of terms, stays or goes as a whole: whatever its words are, and however many of its
  /// cells are links.
  bool is_in_table_of_text(std::size_t i) {
    NodeId table = page_.nearest(passage(i).node, Tag::table);
    if (table == no_node) table = page_.nearest(passage(i).node, Tag::dl);
    if (table == no_node || table < body_.container) return false;
    auto const [known, is_new] = tables_.try_emplace(table, false);
    if (is_new)
      known->second = links_inside_[table] <= 0.6 * text_inside_[table] &&
                      (page_.nodes[table].tag == Tag::dl || is_data_table(page_, table));
    return known->second && ((i >= body_.first && i < body_.last) || is_beside_blocks(i));
  }

  /// Quotes, code, lists, tables and headings stand in no menu when they are neighbours of the paragraphs; of
  /// short paragraphs there, those that end like sentences.
  bool is_block_beside_text(std::size_t i) const {
    Passage const& one = flow_.passages[i];
    bool const is_stranger = is_stated_whole_ && stated_[i] >= 0 && stated_[i] < 0.2;
    if (is_stranger || one.link_share() > (one.unit.shape.ends_with_stop ? 0.8 : 0.3) ||
        one.unit.labels.is_any())
      return false;
    return is_beside_blocks(i);
  }

  /// In a block that is a neighbour of the paragraphs.
  bool is_beside_blocks(std::size_t i) const {
    if (body_.last == 0 || i >= end_) return false;
    NodeId const text = flow_.passages[i < body_.first ? body_.first : body_.last - 1].node;
    return is_beside_block(page_, flow_.passages[i], text, body_.container);
  }

  /// Below the last h1, beside what holds the text.
  bool is_between_headline_and_text(std::size_t i) const {
    std::vector<Passage> const& all = flow_.passages;
    if (i >= body_.first || body_.first >= all.size()) return false;
    NodeId const text = all[body_.first].node;
    if (!(is_block_of_text(page_, all[i]) && is_beside_text(page_, flow_, i, text)) &&
        !is_in_block_beside_text(page_, all[i], text))
      return false;
    return headline_ < i;
  }

  /// What has a kept paragraph in the same element, or a kept item in the same list, belongs to it.
  void keep_neighbours() {
    std::set<NodeId> around, lists;
    for (std::size_t i = 0; i < passages().size(); ++i) {
      if (!body_.fates[i].is_kept) continue;
      NodeId const node = passage(i).node;
      if (page_.nodes[node].tag == Tag::p && is_short_text(passage(i).unit))
        around.insert(page_.nodes[node].parent);
      if (NodeId const list = page_.list_around(node); list != no_node) lists.insert(list);
    }
    for (std::size_t i = 0; i < passages().size(); ++i) {
      if (body_.fates[i].evidence != outside_text) continue;
      NodeId const node = passage(i).node;
      bool const is_beside = is_block_of_text(page_, passage(i)) && around.contains(page_.nodes[node].parent);
      if (!is_beside && !(passage(i).link_share() < 0.3 && lists.contains(page_.list_around(node)))) continue;
      body_.fates[i] = {true, false, false, {}, 0.9, {}};
      body_.first = std::min(body_.first, i);
      body_.last = std::max(body_.last, i + 1);
    }
  }

  bool is_in_heading(Passage const& one) const { return page_.heading_around(one.node) != no_node; }

  bool is_list_of_links(NodeId node) const {
    for (; node != no_node && node != body_.container; node = page_.nodes[node].parent) {
      Tag const tag = page_.nodes[node].tag;
      if (tag == Tag::ul || tag == Tag::ol || tag == Tag::dl)
        return links_inside_[node] > 0.6 * text_inside_[node];
    }
    return false;
  }

  /// Short, in an element nobody uses for text, and not beside the paragraphs.
  bool is_odd(std::size_t i) const {
    Passage const& one = flow_.passages[i];
    if (!is_in_odd_element(page_, one) || one.node == body_.container || kinds_[i] == kind_) return false;
    return page_.nodes[one.node].parent != body_.container;
  }

  void drop_related_lists() {
    // The title of a list of links goes with the links below it, and they with it.
    for (std::size_t i = 0; i < passages().size(); ++i) {
      if (body_.fates[i].rule != "residue.related" || !passage(i).unit.labels.is(Word::related)) continue;
      for (std::size_t j = i + 1; j < passages().size() && j < i + 10; ++j) {
        if (!body_.fates[j].is_kept) continue;
        if (passage(j).link_share() < 0.6 || is_prose(passage(j).unit)) break;
        drop(j, "residue.related", 0.85, "in a list of other articles");
      }
    }
  }

  void drop_share_bars() {
    std::size_t start = 0, run = 0;  // of short words of sharing
    for (std::size_t i = 0; i <= passages().size(); ++i) {
      bool const is_word =
          i < passages().size() && !passage(i).is_hidden &&
          (body_.fates[i].rule == "residue.share" || passage(i).unit.labels.has(Word::share)) &&
          passage(i).unit.shape.columns < 40;
      if (is_word) {
        if (run++ == 0) start = i;
        continue;
      }
      if (run >= 2)
        for (std::size_t j = start; j < i; ++j)
          if (body_.fates[j].is_kept) drop(j, "residue.share", 0.9, "words of a share bar");
      run = 0;
    }
  }

  /// Captions and what is set apart from the text say things again: the first time is enough.
  void drop_repeated() {
    constexpr std::size_t shortest = 20;
    auto const is_apart = [&](std::size_t i) {
      return body_.fates[i].is_caption || (kinds_[i] != kind_ && !is_in_table_of_text(i));
    };
    // Only what begins like one of them can be what they say again: most of the text does not.
    std::set<std::u32string> beginnings, said;
    for (std::size_t i = 0; i < passages().size(); ++i)
      if (body_.fates[i].is_kept && is_apart(i)) beginnings.insert(skeleton(passage(i).text.utf8, shortest));
    if (beginnings.empty()) return;
    for (std::size_t i = 0; i < passages().size(); ++i) {
      if (!body_.fates[i].is_kept) continue;
      std::u32string const beginning = skeleton(passage(i).text.utf8, shortest);
      if (beginning.size() < shortest || !beginnings.contains(beginning)) continue;
      if (!said.insert(skeleton(passage(i).text.utf8)).second && is_apart(i))
        drop(i, "residue.duplicate", 0.9, "the same words stand above");
    }
  }

  /// A few words that went and were no link: "Added in version 2".
  bool is_label(std::size_t i) const {
    constexpr std::size_t longest = 25;
    Passage const& one = flow_.passages[i];
    return body_.fates[i].rule == "html.furniture" && one.linked == 0 && one.unit.shape.weight < longest &&
           !is_in_heading(one);
  }

  /// A heading whose text went goes with it.
  void drop_idle_headings() {
    for (std::size_t i = passages().size(); i-- > 0;) {
      Fate const& fate = body_.fates[i];
      if (!fate.is_kept || fate.is_caption) continue;
      if (!is_in_heading(passage(i)) && !fate.is_heading) continue;
      bool is_followed = false;
      for (std::size_t j = i + 1; j < passages().size(); ++j) {
        Fate const& next = body_.fates[j];
        if (next.is_kept && next.is_caption) continue;
        if (next.is_kept) {
          is_followed = true;
          break;
        }
        bool const is_aside = next.rule == "html.hidden" || next.rule == "heading.sign" ||
                              next.rule == "html.marker" || is_label(j) || next.rule == "residue.advert" ||
                              next.rule == "residue.share" || body_.pruned[passage(j).node];
        if (!is_aside) break;
      }
      if (!is_followed) drop(i, "html.furniture", 0.75, "a heading without text below it");
    }
  }

  void keep_something() {
    if (std::ranges::any_of(body_.fates, [](Fate const& fate) { return fate.is_kept && !fate.is_caption; }))
      return;
    for (std::size_t i = 0; i < passages().size(); ++i)
      if (!passage(i).is_hidden) body_.fates[i] = {true, false, false, {}, 0.9, {}};
  }

  Page const& page_;
  Flow& flow_;
  std::vector<Hint> const& hints_;
  Facts const& facts_;
  Body body_;
  std::vector<double> mass_, inside_, text_inside_, links_inside_, stated_;
  std::vector<std::size_t> lines_;  ///< by node: how many passages it holds itself
  std::vector<std::uint64_t> kinds_;
  std::unordered_map<NodeId, bool> tables_;  ///< does it hold data, and is it no list of links?
  double all_ = 0;
  std::uint64_t kind_ = 0;
  int narrow_steps_ = 0;
  std::size_t headline_ = 0;  ///< passage of the last h1 above the text
  std::size_t end_ = 0;       ///< passage below the text from which on nothing can be of it
  bool shows_hidden_ = false, is_stated_ = false, is_stated_whole_ = false;
};

}  // namespace

Body body_of(Page const& page, Flow& flow, std::vector<Hint> const& hints, Facts const& facts) {
  return Finder(page, flow, hints, facts).body();
}

}  // namespace ms::read::html

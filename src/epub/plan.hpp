// What the writers of the package's files must agree on, decided once. In: the edition and the extras. Out:
// names of files, identifiers, numbers of notes, places of page marks, pictures, and the facts accessibility
// metadata is computed from. The edition and the extras outlive the plan.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "epub/epub.hpp"
#include "epub/place.hpp"

namespace ms::epub {

struct Mark {
  std::size_t offset = 0;
  std::string id, label;
};

struct Note {
  doc::Note const* note = nullptr;
  std::string id, reference_id;
  int number = 0;
  bool referred_to = false;
};

/// A heading of the contents list.
struct Entry {
  text::Text const* text = nullptr;
  std::string id;
  Place place;
};

/// Canonical tags, each worked out once: ICU takes its time.
class Tags {
 public:
  std::string const& tag(std::string const& language);
  Place place(Place place);

 private:
  std::map<std::string, std::string> known_;
};

struct ArticlePlan {
  doc::Document const* document = nullptr;
  std::string file, item;  ///< "a-0123456789ab.xhtml" and its id in the manifest
  doc::ResolvedTable resolved;
  Place place;
  std::unordered_map<doc::Block const*, std::string> ids;
  std::set<std::string> taken;
  std::vector<Note> notes;                            ///< in the order of first reference
  std::map<std::string, std::vector<Mark>> marks;     ///< by block as in the tree; "" is the article's start
  std::map<std::string, std::string> pictures;        ///< id in the tree → path, of those that can be shown
  std::vector<Entry> entries;                         ///< headings of the second level
  std::unordered_map<doc::Block const*, int> levels;  ///< of headings, none skipped
  std::string title;                                  ///< plain, never empty
  Place title_place;

  Note const* note(std::string_view id) const;
};

struct Picture {
  std::string path, media_type;
  std::string const* bytes = nullptr;
};

struct Facts {
  int images = 0, images_with_text = 0;
  bool ruby = false, headings = false;
};

struct PageEntry {
  std::string file, id, label;
};

struct Plan {
  doc::Edition const* edition = nullptr;
  std::vector<ArticlePlan> articles;  ///< as in the edition
  std::vector<std::size_t> order;     ///< in which they are read: by sections, then those in none
  std::vector<Picture> pictures;
  std::vector<PageEntry> pages;
  std::vector<std::string> languages;  ///< the primary one first
  std::string title;
  Place place, title_place;
  bool contents_shown = false;  ///< is the contents list a page of the book?
  Facts facts;
};

Plan make_plan(doc::Edition const& edition, Extras const& extras, base::Diagnostics& diagnostics);

/// Text without what is no text: placeholders of objects, line feeds.
std::string plain(text::Text const& text);

}  // namespace ms::epub

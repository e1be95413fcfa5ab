// The structure tree (ISO 32000-1 14.7, 14.8; PDF/UA-1 7). In: the nodes of the document, the marks of every
// page and the annotations. Out: elements whose kids stand in reading order, the parent tree that leads back
// from content to elements, and the tree of identifiers. Heading levels that jump are lowered, since nothing
// may be claimed that is not so (PDF/UA-1 7.4.2).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.hpp"
#include "pdf/objects.hpp"
#include "pdf/pdf.hpp"

namespace ms::pdf {

class Structure {
 public:
  Structure(Objects& objects, page::Document const& document, Version version);

  /// The structure type of every node, for marked content.
  std::vector<std::string_view> const& tags() const { return tags_; }
  Dict element(std::size_t node) const { return elements_[node]; }
  Dict root() const { return root_; }  ///< the Document element

  /// Content of `node` on `page`, in reading order.
  void add_mark(std::size_t node, Dict page, std::size_t mcid);
  /// An annotation of `node`, in reading order: gets its key in the parent tree.
  void add_annotation(std::size_t node, Dict page, Dict annotation);
  /// Page number `index` (from 0) and the node of each of its marks, by MCID. Pages come in order.
  void add_page(Dict page, std::vector<std::size_t> nodes);
  /// The box of a figure on its page (PDF coordinates, y upwards).
  void set_box(std::size_t node, base::Rect const& box, base::Length page_height);

  /// Call once, at the end: writes the tree into the catalogue.
  void finish();

 private:
  /// What stands in an element's K.
  struct Kid {
    enum class Kind { element, mark, annotation } kind = Kind::element;
    std::size_t index = 0;  ///< node, or MCID
    Dict page, annotation;
  };
  struct Node {
    std::vector<Kid> kids;
    Dict page;  ///< of its first content
    bool placed = false;
  };
  void name_tags();
  void make_elements();
  void place(std::size_t node);
  void see_page(std::size_t node, Dict page);
  void add_attributes(std::size_t node);
  void add_kids(Dict element, Node const& node);
  void add_kid(Array& kids, Kid const& kid, Dict page);
  void join_notes(std::map<std::string, std::size_t> const& ids);
  std::string_view scope_of(std::size_t cell) const;

  Objects& objects_;
  page::Document const& document_;
  Version version_;
  std::vector<std::string_view> tags_;
  std::vector<Dict> elements_;
  std::vector<Node> nodes_;
  std::vector<base::Rect> boxes_;  ///< of figures, y upwards; empty where unknown
  Dict tree_, root_, name_space_;
  Node top_;  ///< kids of the Document element when no node is one
  std::optional<std::size_t> document_node_;
  std::vector<std::pair<Dict, std::vector<std::size_t>>> pages_;
  std::vector<std::pair<Dict, std::size_t>> annotations_;
};

}  // namespace ms::pdf

#include "pdf/structure.hpp"

#include <algorithm>
#include <map>

#include "pdf/trees.hpp"

namespace ms::pdf {

namespace {

using page::Role;
using page::StructureNode;

constexpr std::string_view headings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};

/// Standard structure types (14.8.4). In PDF 2.0 a note is an FENote; BlockQuote and Reference are of the 1.7
/// name space alone.
std::string_view tag_of(Role role, Version version) {
  switch (role) {
    case Role::document: return "Document";
    case Role::part: return "Part";
    case Role::section: return "Sect";
    case Role::heading: return "H1";
    case Role::paragraph: return "P";
    case Role::list: return "L";
    case Role::list_item: return "LI";
    case Role::label: return "Lbl";
    case Role::list_body: return "LBody";
    case Role::quote: return "BlockQuote";
    case Role::table: return "Table";
    case Role::table_row: return "TR";
    case Role::table_head_cell: return "TH";
    case Role::table_cell: return "TD";
    case Role::figure: return "Figure";
    case Role::caption: return "Caption";
    case Role::note: return version == Version::pdf20 ? "FENote" : "Note";
    case Role::reference: return "Reference";
    case Role::link: return "Link";
    case Role::span: return "Span";
    case Role::code: return "Code";
    case Role::contents: return "TOC";
    case Role::contents_item: return "TOCI";
  }
  return "NonStruct";
}

bool is_of_pdf20(std::string_view tag) {
  return tag != "BlockQuote" && tag != "Reference" && tag != "TOC" && tag != "TOCI" && tag != "Code";
}

bool is_empty(base::Rect const& box) {
  return box == base::Rect{};
}

}  // namespace

Structure::Structure(Objects& objects, page::Document const& document, Version version)
    : objects_(objects), document_(document), version_(version), boxes_(document.structure.size()) {
  nodes_.resize(document.structure.size());
  name_tags();
  make_elements();
}

void Structure::name_tags() {
  int level = 0;
  for (StructureNode const& node : document_.structure) {
    if (node.role == Role::heading) {
      level = std::clamp(node.level, 1, std::min(level + 1, 6));
      tags_.push_back(headings[level - 1]);
    } else {
      // What stands below no picture and no table is no caption (PDF/UA-2 8.2.5.27); it may hold paragraphs.
      bool const is_loose = node.role == Role::caption &&
                            (!node.parent || (document_.structure[*node.parent].role != Role::figure &&
                                              document_.structure[*node.parent].role != Role::table));
      tags_.push_back(is_loose ? "Div" : tag_of(node.role, version_));
    }
  }
}

void Structure::make_elements() {
  tree_ = objects_.indirect().name("Type", "StructTreeRoot");
  if (version_ == Version::pdf20) {
    name_space_ = objects_.indirect().name("Type", "Namespace").bytes("NS", "http://iso.org/pdf2/ssn");
    Array spaces = objects_.array();
    tree_.add("Namespaces", spaces.add(name_space_));
  }
  std::size_t roots = 0;
  for (std::size_t i = 0; i < document_.structure.size(); ++i) {
    if (document_.structure[i].parent) continue;
    ++roots;
    if (document_.structure[i].role == Role::document) document_node_ = i;
  }
  if (roots != 1) document_node_.reset();
  auto const make = [&](std::string_view tag) {
    Dict element = objects_.indirect().name("S", tag);
    if (version_ == Version::pdf20 && is_of_pdf20(tag)) element.add("NS", name_space_);
    return element;
  };
  if (!document_node_) root_ = make("Document").add("P", tree_);
  for (std::size_t i = 0; i < document_.structure.size(); ++i) {
    elements_.push_back(make(tags_[i]));
    if (i == document_node_) root_ = elements_[i];
  }
}

void Structure::place(std::size_t index) {
  Node& node = nodes_[index];
  if (node.placed) return;
  node.placed = true;
  std::optional<std::size_t> const parent = document_.structure[index].parent;
  if (parent) place(*parent);
  if (index == document_node_) return;
  (parent ? nodes_[*parent] : top_).kids.push_back({Kid::Kind::element, index, {}, {}});
}

void Structure::see_page(std::size_t node, Dict page) {
  if (!nodes_[node].page) nodes_[node].page = page;
}

void Structure::add_mark(std::size_t node, Dict page, std::size_t mcid) {
  place(node);
  see_page(node, page);
  nodes_[node].kids.push_back({Kid::Kind::mark, mcid, page, {}});
}

void Structure::add_annotation(std::size_t node, Dict page, Dict annotation) {
  place(node);
  see_page(node, page);
  nodes_[node].kids.push_back({Kid::Kind::annotation, 0, page, annotation});
  annotations_.emplace_back(annotation, node);
}

void Structure::add_page(Dict page, std::vector<std::size_t> nodes) {
  pages_.emplace_back(page, std::move(nodes));
}

void Structure::set_box(std::size_t node, base::Rect const& box, base::Length page_height) {
  boxes_[node] = {{box.left(), page_height - box.bottom()}, box.size};
}

/// A row of nothing but head cells heads columns; a single head cell heads its row.
std::string_view Structure::scope_of(std::size_t cell) const {
  std::optional<std::size_t> const row = document_.structure[cell].parent;
  for (StructureNode const& node : document_.structure)
    if (node.parent == row && node.role == Role::table_cell) return "Row";
  return "Column";
}

void Structure::add_attributes(std::size_t index) {
  StructureNode const& node = document_.structure[index];
  std::vector<Dict> attributes;
  auto const owner = [&](std::string_view name) {
    return attributes.emplace_back(objects_.dict().name("O", name));
  };
  bool const turns =
      node.direction != (node.parent ? document_.structure[*node.parent].direction : text::Direction::ltr);
  switch (node.role) {
    case Role::list: owner("List").name("ListNumbering", node.ordered ? "Decimal" : "Disc"); break;
    case Role::table_head_cell: owner("Table").name("Scope", scope_of(index)); break;
    case Role::figure:
      if (!is_empty(boxes_[index])) {
        base::Rect const& box = boxes_[index];
        Array corners = objects_.array();
        corners.number(box.left()).number(box.top()).number(box.right()).number(box.bottom());
        owner("Layout").name("Placement", "Block").add("BBox", corners);
      }
      break;
    case Role::note:
      if (version_ == Version::pdf20) owner("FENote").name("NoteType", "Footnote");
      break;
    default: break;
  }
  // The direction is inherited (14.8.5.4.3).
  if (turns && node.role != Role::link && node.role != Role::span) {
    std::string_view const mode = node.direction == text::Direction::rtl ? "RlTb" : "LrTb";
    if (node.role == Role::figure && !attributes.empty())
      attributes.back().name("WritingMode", mode);
    else
      owner("Layout").name("WritingMode", mode);
  }
  if (attributes.empty()) return;
  if (attributes.size() == 1) {
    elements_[index].add("A", attributes[0]);
    return;
  }
  Array list = objects_.array();
  for (Dict const attribute : attributes) list.add(attribute);
  elements_[index].add("A", list);
}

void Structure::add_kid(Array& kids, Kid const& kid, Dict page) {
  switch (kid.kind) {
    case Kid::Kind::element: kids.add(elements_[kid.index]); return;
    case Kid::Kind::mark:
      if (kid.page == page) {
        kids.integer(static_cast<std::int64_t>(kid.index));
      } else {
        Dict reference = objects_.dict().name("Type", "MCR").add("Pg", kid.page);
        kids.add(reference.integer("MCID", static_cast<std::int64_t>(kid.index)));
      }
      return;
    case Kid::Kind::annotation: {
      Dict reference = objects_.dict().name("Type", "OBJR").add("Obj", kid.annotation);
      if (!(kid.page == page)) reference.add("Pg", kid.page);
      kids.add(reference);
      return;
    }
  }
}

void Structure::add_kids(Dict element, Node const& node) {
  if (node.page) element.add("Pg", node.page);
  if (node.kids.empty()) return;
  Kid const& only = node.kids.front();
  if (node.kids.size() == 1 && only.kind == Kid::Kind::element) {
    element.add("K", elements_[only.index]);
  } else if (node.kids.size() == 1 && only.kind == Kid::Kind::mark) {
    element.integer("K", static_cast<std::int64_t>(only.index));
  } else {
    Array kids = objects_.array();
    for (Kid const& kid : node.kids) add_kid(kids, kid, node.page);
    element.add("K", kids);
  }
}

/// References and notes name each other (PDF/UA-2 8.2.5.14).
void Structure::join_notes(std::map<std::string, std::size_t> const& ids) {
  std::map<std::size_t, Array> references;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (document_.structure[i].refers_to.empty()) continue;
    auto const note = ids.find(text_string(document_.structure[i].refers_to));
    if (note == ids.end()) continue;
    Array target = objects_.array();
    elements_[i].add("Ref", target.add(elements_[note->second]));
    references.try_emplace(note->second, objects_.array()).first->second.add(elements_[i]);
  }
  for (auto const& [note, all] : references) elements_[note].add("Ref", all);
}

void Structure::finish() {
  for (std::size_t i = 0; i < nodes_.size(); ++i) place(i);
  std::vector<std::string_view> languages(nodes_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    StructureNode const& node = document_.structure[i];
    Dict element = elements_[i];
    element.add("P", i == document_node_ ? tree_ : node.parent ? elements_[*node.parent] : root_);
    std::string_view const around = node.parent ? languages[*node.parent] : document_.properties.language;
    languages[i] = node.language.empty() ? around : std::string_view(node.language);
    if (languages[i] != around) element.text("Lang", languages[i]);
    if (node.role == Role::figure) element.text("Alt", node.alternative.empty() ? " " : node.alternative);
    if (!node.id.empty()) element.text("ID", node.id);
    add_attributes(i);
    add_kids(element, nodes_[i]);
  }
  if (!document_node_) add_kids(root_, top_);
  tree_.add("K", root_);

  std::map<std::string, std::size_t> ids;
  for (std::size_t i = 0; i < nodes_.size(); ++i)
    if (!document_.structure[i].id.empty()) ids.emplace(text_string(document_.structure[i].id), i);
  if (version_ == Version::pdf20) join_notes(ids);
  std::vector<std::pair<std::string, std::size_t>> const sorted(ids.begin(), ids.end());
  if (!sorted.empty())
    tree_.add("IDTree", tree(objects_, "Names",
                             {sorted.size(), [&](Array& out, std::size_t i) { out.bytes(sorted[i].first); },
                              [&](Array& out, std::size_t i) { out.add(elements_[sorted[i].second]); }}));

  for (std::size_t i = 0; i < pages_.size(); ++i)
    pages_[i].first.integer("StructParents", static_cast<std::int64_t>(i));
  for (std::size_t i = 0; i < annotations_.size(); ++i)
    annotations_[i].first.integer("StructParent", static_cast<std::int64_t>(pages_.size() + i));
  std::size_t const count = pages_.size() + annotations_.size();
  tree_.add("ParentTree",
            tree(objects_, "Nums",
                 {count, [](Array& out, std::size_t i) { out.integer(static_cast<std::int64_t>(i)); },
                  [&](Array& out, std::size_t i) {
                    if (i >= pages_.size()) {
                      out.add(elements_[annotations_[i - pages_.size()].second]);
                      return;
                    }
                    Array parents = objects_.array();
                    for (std::size_t const node : pages_[i].second) parents.add(elements_[node]);
                    out.add(parents);
                  }}));
  objects_.catalog().add("StructTreeRoot", tree_).add("MarkInfo", objects_.dict().boolean("Marked", true));
}

}  // namespace ms::pdf

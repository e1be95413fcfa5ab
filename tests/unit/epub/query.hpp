// Questions to a file of a package, by tinyxml2.
#pragma once

#include <doctest/doctest.h>
#include <tinyxml2.h>

#include <string>
#include <vector>

#include "epub/epub.hpp"

namespace query {

using Element = tinyxml2::XMLElement;

inline std::string bytes(ms::epub::Package const& package, std::string const& path) {
  for (ms::epub::Resource const& resource : package.resources)
    if (resource.path == path) return resource.bytes;
  FAIL("the package has " << path);
  return {};
}

/// The first content document of an article.
inline std::string chapter_path(ms::epub::Package const& package) {
  for (ms::epub::Resource const& resource : package.resources)
    if (resource.path.rfind("EPUB/a-", 0) == 0) return resource.path;
  return {};
}

inline std::string attribute(Element const* element, char const* name) {
  REQUIRE(element != nullptr);
  char const* const value = element->Attribute(name);
  return value == nullptr ? "" : value;
}

inline void collect_text(tinyxml2::XMLNode const* node, std::string& out) {
  if (auto const* text = node->ToText()) out += text->Value();
  for (auto const* child = node->FirstChild(); child != nullptr; child = child->NextSibling())
    collect_text(child, out);
}
/// All characters in an element.
inline std::string text(Element const* element) {
  REQUIRE(element != nullptr);
  std::string out;
  collect_text(element, out);
  return out;
}

class Tree {
 public:
  explicit Tree(std::string const& xml) {
    // White space is kept, as a reading system keeps it.
    REQUIRE_MESSAGE(document_.Parse(xml.c_str(), xml.size()) == tinyxml2::XML_SUCCESS, document_.ErrorStr());
    collect(document_.RootElement());
  }
  Tree(ms::epub::Package const& package, std::string const& path) : Tree(bytes(package, path)) {}

  Element const* root() const { return document_.RootElement(); }
  std::vector<Element const*> const& elements() const { return elements_; }
  std::vector<Element const*> all(std::string const& name) const {
    std::vector<Element const*> out;
    for (Element const* element : elements_)
      if (element->Name() == name) out.push_back(element);
    return out;
  }
  /// The only element with this value of an attribute.
  Element const* with(char const* name, std::string const& value) const {
    Element const* found = nullptr;
    for (Element const* element : elements_) {
      if (attribute(element, name) != value) continue;
      CHECK_MESSAGE(found == nullptr, name << "=" << value << " stands once");
      found = element;
    }
    REQUIRE_MESSAGE(found != nullptr, name << "=" << value);
    return found;
  }
  Element const* id(std::string const& value) const { return with("id", value); }
  /// Texts of all elements of this name with this value of an attribute.
  std::vector<std::string> texts(std::string const& element, char const* name,
                                 std::string const& value) const {
    std::vector<std::string> out;
    for (Element const* one : all(element))
      if (attribute(one, name) == value) out.push_back(text(one));
    return out;
  }

 private:
  void collect(Element const* element) {
    for (; element != nullptr; element = element->NextSiblingElement()) {
      elements_.push_back(element);
      collect(element->FirstChildElement());
    }
  }
  tinyxml2::XMLDocument document_;
  std::vector<Element const*> elements_;
};

}  // namespace query

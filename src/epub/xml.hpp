// The door to tinyxml2: well-formed XML from calls that nest. In: names, attributes, any UTF-8. Out: a
// document. Always: what XML 1.0 has no character for is left out, and no element of XHTML is written as <a/>
// but those that are always empty, since engines that read it as HTML would never close it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ms::epub {

using Attributes = std::vector<std::pair<char const*, std::string>>;

class Xml {
 public:
  enum class Kind { xhtml, other };
  explicit Xml(Kind kind);
  ~Xml();
  Xml(Xml const&) = delete;
  Xml& operator=(Xml const&) = delete;

  /// An element that is open as long as the guard lives.
  class Element {
   public:
    explicit Element(Xml& xml) : xml_(xml) {}
    ~Element() { xml_.close(); }
    Element(Element const&) = delete;
    Element& operator=(Element const&) = delete;

   private:
    Xml& xml_;
  };
  [[nodiscard]] Element element(char const* name, Attributes const& attributes = {}) {
    open(name, attributes);
    return Element(*this);
  }

  void open(char const* name, Attributes const& attributes = {});
  void close();
  void text(std::string_view utf8);
  /// <name attributes>utf8</name>
  void leaf(char const* name, Attributes const& attributes, std::string_view utf8 = {});
  /// A line feed between elements, where white space means nothing.
  void line();

  std::string result() const;

 private:
  struct Printer;
  std::unique_ptr<Printer> printer_;
};

}  // namespace ms::epub

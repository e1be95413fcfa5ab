#include "pdf/xmp.hpp"

#include <string_view>

namespace ms::pdf {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (char const c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\t':
      case '\n':
      case '\r': out += ' '; break;
      default:
        if (static_cast<unsigned char>(c) >= ' ') out += c;  // XML 1.0 has no other control characters
    }
  }
  return out;
}

/// A simple property, as an attribute of the description (ISO 16684-1 7.9.2.2): its name is written once.
void append_plain(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out.append(" ").append(name).append("=\"").append(escaped(value)).append("\"");
}

/// An array of the kind the schema asks for: Seq, Bag, or Alt with a default language.
void append_items(std::string& out, std::string_view name, std::string_view kind,
                  std::vector<std::string> const& values) {
  std::string items;
  for (std::string const& value : values)
    if (!value.empty())
      items.append(kind == "Alt" ? "<rdf:li xml:lang=\"x-default\">" : "<rdf:li>")
          .append(escaped(value))
          .append("</rdf:li>");
  if (items.empty()) return;
  out.append("<").append(name).append("><rdf:").append(kind).append(">").append(items);
  out.append("</rdf:").append(kind).append("></").append(name).append(">");
}

constexpr std::string_view claims_17 = " pdfuaid:part=\"1\" pdfaid:part=\"2\" pdfaid:conformance=\"A\"";
constexpr std::string_view claims_20 =
    " pdfuaid:part=\"2\" pdfuaid:rev=\"2024\" pdfaid:part=\"4\" pdfaid:rev=\"2020\"";

constexpr std::string_view extension_spaces_17 =
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";
constexpr std::string_view extension_17 =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li><rdf:Description pdfaSchema:schema=\"PDF/UA\""
    " pdfaSchema:namespaceURI=\"http://www.aiim.org/pdfua/ns/id/\" pdfaSchema:prefix=\"pdfuaid\">"
    "<pdfaSchema:property><rdf:Seq><rdf:li><rdf:Description pdfaProperty:name=\"part\""
    " pdfaProperty:valueType=\"Integer\" pdfaProperty:category=\"internal\""
    " pdfaProperty:description=\"part\"/></rdf:li></rdf:Seq></pdfaSchema:property></rdf:Description></rdf:li>"
    "</rdf:Bag></pdfaExtension:schemas>";

/// Well Tagged PDF 1.0, for accessibility and for reuse.
constexpr std::string_view declarations_20 =
    "<rdf:Description rdf:about=\"\" "
    "xmlns:pdfd=\"http://pdfa.org/declarations/\"><pdfd:declarations><rdf:Bag>"
    "<rdf:li rdf:parseType=\"Resource\"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0"
    "</pdfd:conformsTo></rdf:li>"
    "<rdf:li rdf:parseType=\"Resource\"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0"
    "</pdfd:conformsTo></rdf:li>\n</rdf:Bag></pdfd:declarations></rdf:Description>";

}  // namespace

std::string xmp_packet(page::Properties const& properties, Version version, Claim claim) {
  bool const new_version = version == Version::pdf20;
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
      "<rdf:RDF "
      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
  // The information dictionary of PDF 1.7 names the program.
  std::string const& generator = new_version ? properties.generator : std::string();
  if (!generator.empty()) out += " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"";
  if (!properties.modified.empty()) out += " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"";
  if (claim != Claim::none) {
    out +=
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
        "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"";
    if (!new_version) out += extension_spaces_17;
    out += new_version ? claims_20 : claims_17;
  }
  append_plain(out, "dc:source", properties.source_url);
  append_plain(out, "dc:identifier",
               properties.identifier.empty() ? "" : "urn:uuid:" + properties.identifier);
  append_plain(out, "xmp:CreateDate", properties.modified);
  append_plain(out, "pdf:Producer", generator);
  out += ">";
  append_items(out, "dc:title", "Alt", {properties.title});
  append_items(out, "dc:creator", "Seq", properties.authors);
  append_items(out, "dc:language", "Bag", {properties.language});
  append_items(out, "dc:publisher", "Bag", {properties.publisher});
  append_items(out, "dc:subject", "Bag", {properties.subject});
  append_items(out, "dc:date", "Seq", {properties.date});
  append_items(out, "dc:rights", "Alt", {properties.licence});
  if (claim != Claim::none && !new_version) out += extension_17;
  out += "</rdf:Description>";
  if (claim != Claim::none && new_version) out += declarations_20;
  return out + "</rdf:RDF><?xpacket end=\"w\"?>";
}

}  // namespace ms::pdf

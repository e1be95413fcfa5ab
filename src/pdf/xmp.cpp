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
      case '\t':
      case '\n':
      case '\r': out += ' '; break;
      default:
        if (static_cast<unsigned char>(c) >= ' ') out += c;  // XML 1.0 has no other control characters
    }
  }
  return out;
}

void append_plain(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out.append("<").append(name).append(">").append(escaped(value)).append("</").append(name).append(">");
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

constexpr std::string_view claims_17 =
    "<pdfuaid:part>1</pdfuaid:part>\n<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</"
    "pdfaid:conformance>";
constexpr std::string_view claims_20 =
    "<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>"
    "<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>";

constexpr std::string_view extension_17 =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></"
    "rdf:Description>";

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
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"";
  if (claim != Claim::none)
    out +=
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
        "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"";
  out += ">";
  append_items(out, "dc:title", "Alt", {properties.title});
  append_items(out, "dc:creator", "Seq", properties.authors);
  append_items(out, "dc:language", "Bag", {properties.language});
  append_items(out, "dc:publisher", "Bag", {properties.publisher});
  append_items(out, "dc:subject", "Bag", {properties.subject});
  append_items(out, "dc:date", "Seq", {properties.date});
  append_items(out, "dc:rights", "Alt", {properties.licence});
  append_plain(out, "dc:source", properties.source_url);
  append_plain(out, "dc:identifier",
               properties.identifier.empty() ? "" : "urn:uuid:" + properties.identifier);
  append_plain(out, "xmp:CreateDate", properties.modified);
  append_plain(out, "pdf:Producer", properties.generator);
  if (claim != Claim::none) out += new_version ? claims_20 : claims_17;
  out += "</rdf:Description>";
  if (claim != Claim::none) out += new_version ? declarations_20 : extension_17;
  return out + "</rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
}

}  // namespace ms::pdf

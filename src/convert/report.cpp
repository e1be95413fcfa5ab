#include "convert/report.hpp"

#include "base/json.hpp"

namespace ms::convert {

using base::Json;

std::string report_line(Outcome const& outcome) {
  Json json;
  json["input"] = outcome.path;
  json["ok"] = !outcome.failed();
  if (outcome.failed()) json["error"] = {{"code", outcome.error_code}, {"message", outcome.error}};
  json["sha256"] = outcome.source_sha256;
  json["encoding"] = outcome.encoding;
  Json outputs = Json::array();
  for (Written const& file : outcome.written)
    outputs.push_back({{"format", file.format}, {"path", file.path}, {"sha256", file.sha256}});
  json["outputs"] = std::move(outputs);
  json["title"] = outcome.title;
  json["language"] = outcome.language;
  json["language_confidence"] =
      static_cast<double>(static_cast<long long>(outcome.language_confidence * 100 + 0.5)) / 100;
  json["language_evidence"] = outcome.language_evidence;
  json["direction"] = outcome.direction;
  json["words"] = outcome.words;
  json["pages"] = outcome.pages;
  auto const hundredths = [](double value) {
    return static_cast<double>(static_cast<long long>(value * 100)) / 100;
  };
  json["milliseconds"] = hundredths(outcome.milliseconds);
  Json stages = Json::object();
  for (auto const& [stage, milliseconds] : outcome.stages) stages[stage] = hundredths(milliseconds);
  json["stages"] = std::move(stages);
  Json edits = Json::object();
  for (auto const& [rule, count] : outcome.edits_by_rule) edits[rule] = count;
  json["edits"] = std::move(edits);
  Json diagnostics = Json::array();
  for (base::Diagnostic const& diagnostic : outcome.diagnostics) {
    Json entry = {{"code", diagnostic.code.view()}, {"message", diagnostic.message.view()}};
    if (diagnostic.source) {
      entry["start"] = diagnostic.source->start;
      entry["end"] = diagnostic.source->end;
    }
    diagnostics.push_back(std::move(entry));
  }
  json["diagnostics"] = std::move(diagnostics);
  // Paths are bytes and need not be UTF-8; what is not becomes U+FFFD in the report.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace ms::convert

#include "convert/plan.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/failure.hpp"
#include "base/files.hpp"

namespace ms::convert {
namespace {

namespace fs = std::filesystem;
using base::Failure;

/// What a folder is searched for; a file that is named outright may have any ending.
std::set<std::string> const article_endings = {"txt", "text",  "md",  "markdown", "html",
                                               "htm", "xhtml", "rss", "atom"};

Format const* known_format(std::string const& name) {
  if (Format const* format = format_named(name)) return format;
  std::string all;
  for (Format const& format : formats()) all += (all.empty() ? "" : ", ") + std::string(format.name);
  throw Failure("usage.unknown-format", fmt::format("unknown format '{}'; choose from {}", name, all));
}

std::vector<Format const*> asked_formats(Request const& request) {
  std::vector<Format const*> out;
  for (std::string const& name : request.formats)
    if (Format const* format = known_format(name); std::find(out.begin(), out.end(), format) == out.end())
      out.push_back(format);
  return out;
}

/// Formats of the files named with -o: by --to where it is given, one each, else by the ending.
std::vector<Target> named_targets(Request const& request) {
  std::vector<Format const*> const asked = asked_formats(request);
  if (!asked.empty() && asked.size() != request.outputs.size())
    throw Failure("usage.outputs",
                  fmt::format("{} output(s) with -o but {} format(s) with --to; give one -o for each format",
                              request.outputs.size(), asked.size()));
  std::vector<Target> targets;
  for (std::size_t i = 0; i < request.outputs.size(); ++i) {
    std::string const& path = request.outputs[i];
    if (!asked.empty()) {
      targets.push_back({asked[i], path});
      continue;
    }
    if (path == "-") throw Failure("usage.stdout", "-o - needs --to to say which format");
    Format const* format = format_of_ending(base::file_ending(path));
    if (format == nullptr)
      throw Failure("usage.unknown-format", "cannot tell the format from this ending; name it with --to",
                    path);
    targets.push_back({format, path});
  }
  return targets;
}

std::string stem_of(std::string const& input) {
  return input == "-" ? "stdin" : base::file_stem(input);
}

void check_folder(std::string const& folder) {
  if (!base::exists(folder))
    throw Failure("usage.no-output-folder", "this output folder does not exist; create it first", folder);
  if (!base::is_folder(folder)) throw Failure("usage.no-output-folder", "this is not a folder", folder);
  if (::access(folder.c_str(), W_OK) != 0)
    throw Failure("usage.no-output-folder", "this output folder cannot be written; choose another", folder);
}

std::string comparable(std::string const& path) {
  std::error_code error;
  fs::path const whole = fs::weakly_canonical(path, error);
  return error ? path : whole.string();
}

void check_names(std::vector<Job> const& jobs) {
  std::map<std::string, std::string> writer;  // output → the input it is made from
  std::set<std::string> sources, folders;
  for (Job const& job : jobs)
    if (job.input != "-") sources.insert(comparable(job.input));
  for (Job const& job : jobs) {
    for (Target const& target : job.targets) {
      if (target.path == "-") continue;
      std::string const key = comparable(target.path);
      if (sources.contains(key))
        throw Failure("usage.overwrites-input",
                      "this output would replace an input; choose another --out-dir", target.path);
      auto const [other, is_new] = writer.emplace(key, job.input);
      if (!is_new)
        throw Failure(
            "usage.same-output",
            fmt::format("'{}' and '{}' would both write this file; convert them into different folders",
                        other->second, job.input),
            target.path);
      folders.insert(fs::path(target.path).parent_path().string());
    }
  }
  for (std::string const& folder : folders) check_folder(folder.empty() ? "." : folder);
}

}  // namespace

std::vector<std::string> inputs_of(Request const& request) {
  if (request.inputs.empty()) throw Failure("usage.no-input", "no input; name files, folders or -");
  std::vector<std::string> inputs;
  for (std::string const& input : request.inputs) {
    if (input == "-" || !base::is_folder(input)) {
      inputs.push_back(input);
      continue;
    }
    std::size_t const before = inputs.size();
    for (std::string& path : base::files_below(input))
      if (article_endings.contains(base::file_ending(path))) inputs.push_back(std::move(path));
    if (inputs.size() == before)
      throw Failure("usage.no-articles",
                    "no article in this folder; it is searched for .txt, .md and .html files", input);
  }
  if (request.explain && std::ranges::find(request.outputs, "-") != request.outputs.end())
    throw Failure("usage.explain", "--explain and -o - both want standard output; use --to explain -o -");
  if (std::count(inputs.begin(), inputs.end(), "-") > 1)
    throw Failure("usage.stdin", "standard input can be read only once");
  return inputs;
}

std::vector<Job> plan(Request const& request) {
  std::vector<std::string> const inputs = inputs_of(request);
  std::vector<Job> jobs;
  if (!request.outputs.empty()) {
    if (inputs.size() > 1)
      throw Failure("usage.outputs", "-o names one file but there are several inputs; use --out-dir instead");
    if (!request.out_dir.empty()) throw Failure("usage.outputs", "-o and --out-dir exclude each other");
    jobs.push_back({inputs.front(), named_targets(request)});
  } else {
    std::vector<Format const*> wanted = asked_formats(request);
    if (wanted.empty()) wanted = {format_named("epub"), format_named("pdf")};
    for (std::string const& input : inputs) {
      Job job{input, {}};
      for (Format const* format : wanted) {
        std::string const name = fmt::format("{}.{}", stem_of(input), format->ending);
        job.targets.push_back({format, (fs::path(request.out_dir) / name).string()});
      }
      jobs.push_back(std::move(job));
    }
  }
  check_names(jobs);
  return jobs;
}

}  // namespace ms::convert

// What is to be made from what. In: a request. Out: one job for each input, in order, with the path and
// format of each of its outputs. Throws Failure (usage.*) before any work starts: unknown format, two outputs
// with one name, an output that would replace an input, an output folder that is not there.
#pragma once

#include <string>
#include <vector>

#include "convert/convert.hpp"
#include "convert/formats.hpp"

namespace ms::convert {

struct Target {
  Format const* format = nullptr;
  std::string path;  ///< "-" for standard output
};

struct Job {
  std::string input;
  std::vector<Target> targets;
};

std::vector<Job> plan(Request const& request);

/// Files that the request names: folders are walked, in order, for the endings of articles.
std::vector<std::string> inputs_of(Request const& request);

}  // namespace ms::convert

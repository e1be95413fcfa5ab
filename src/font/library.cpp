#include "font/library.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <mutex>
#include <optional>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "font/catalogue.hpp"
#include "font/cluster.hpp"
#include "font/coverage.hpp"
#include "font/families.hpp"
#include "font/index.hpp"
#include "font/installed.hpp"

namespace ms::font {
namespace {

/// There are no fonts that can be used: says so, or names the one whose licence is why.
[[noreturn]] void refuse(std::vector<Place> const& places) {
  for (Place const& place : places) {
    try {
      Face::open(place.path, place.index);
    } catch (base::Failure const& failure) {
      if (failure.code() == "font.not-embeddable") throw;
    }
  }
  throw base::Failure("font.none", "no usable font is installed; install fonts-noto-core and fonts-noto-cjk");
}

Catalogue catalogue_below(std::vector<std::string> const& paths) {
  std::vector<Place> places;
  for (std::string const& path : paths) {
    std::vector<std::string> const files =
        base::is_folder(path) ? base::files_below(path) : std::vector<std::string>{path};
    for (std::string const& file : files)
      for (Place& place : places_in(file)) places.push_back(std::move(place));
  }
  Catalogue catalogue = catalogue_of(places);
  if (catalogue.faces.empty()) refuse(places);
  return catalogue;
}

/// The index does not say what was refused, so it is looked for again.
Catalogue usable_catalogue() {
  Catalogue catalogue = installed_catalogue();
  if (catalogue.faces.empty()) refuse(installed_faces().places);
  return catalogue;
}

/// How far a face is from what is wanted; the order of the catalogue decides between equals.
int distance(FaceRecord const& face, Request const& request) {
  return std::abs(face.weight - (request.bold ? 700 : 400)) + 100 * std::abs(face.width - 5) +
         (face.italic != request.italic ? 10'000 : 0);
}

}  // namespace

/// What is opened or read for one record; set once, under the lock, and then only read.
struct Opened {
  std::atomic<Face const*> face = nullptr;
  std::atomic<Coverage const*> coverage = nullptr;
};

struct Library::Parts {
  Catalogue catalogue;
  std::vector<Opened> opened;
  std::mutex mutex;
  std::vector<std::shared_ptr<Face const>> faces;  ///< owners of Opened::face
  std::vector<std::unique_ptr<Coverage const>>
      coverages;  ///< by FaceRecord::coverage, read when first asked for

  explicit Parts(Catalogue found)
      : catalogue(std::move(found)), opened(catalogue.faces.size()), coverages(catalogue.coverages.size()) {}

  Face const* face(std::size_t record) {
    if (Face const* const open = opened[record].face.load(std::memory_order_acquire)) return open;
    std::lock_guard const lock(mutex);
    if (Face const* const open = opened[record].face.load(std::memory_order_relaxed)) return open;
    Place const& place = catalogue.faces[record].place;
    faces.push_back(Face::open(place.path, place.index, static_cast<unsigned>(record)));
    opened[record].face.store(faces.back().get(), std::memory_order_release);
    return faces.back().get();
  }

  Coverage const& coverage(std::size_t record) {
    if (Coverage const* const known = opened[record].coverage.load(std::memory_order_acquire)) return *known;
    std::lock_guard const lock(mutex);
    std::size_t const number = catalogue.faces[record].coverage;
    auto& shared = coverages[number];
    if (!shared) {
      std::optional<Coverage> read = Coverage::parse(catalogue.coverages[number]);
      base::ensure(read.has_value(), "a catalogue holds coverages that can be read");
      shared = std::make_unique<Coverage const>(std::move(*read));
    }
    opened[record].coverage.store(shared.get(), std::memory_order_release);
    return *shared;
  }

  bool draws(std::size_t record, std::string_view cluster) {
    Coverage const& covered = coverage(record);
    return can_draw_cluster(cluster, [&](char32_t c) { return covered.has(c); });
  }

  /// The face of `family` nearest to the request.
  std::optional<std::size_t> nearest(std::string_view family, Request const& request) const {
    auto const first =
        std::lower_bound(catalogue.faces.begin(), catalogue.faces.end(), family,
                         [](FaceRecord const& face, std::string_view name) { return face.family < name; });
    auto const last = std::find_if(first, catalogue.faces.end(),
                                   [&](FaceRecord const& face) { return face.family != family; });
    if (first == last) return {};
    auto const best = std::min_element(first, last, [&](FaceRecord const& a, FaceRecord const& b) {
      return distance(a, request) < distance(b, request);
    });
    return static_cast<std::size_t>(best - catalogue.faces.begin());
  }

  std::optional<std::size_t> nearest(std::vector<std::string_view> const& families,
                                     Request const& request) const {
    for (std::string_view const family : families)
      if (auto const record = nearest(family, request)) return record;
    return {};
  }

  std::size_t preferred(Request const& request) {
    if (auto const own =
            nearest(families(family_row(request.script, request.language), request.family), request))
      return *own;
    if (auto const latin = nearest(families(family_row({}, {}), request.family), request)) return *latin;
    return any("a", request).value_or(0);
  }

  /// The face nearest to the request among all that draw `cluster`.
  std::optional<std::size_t> any(std::string_view cluster, Request const& request) {
    std::optional<std::size_t> best;
    for (std::size_t record = 0; record < catalogue.faces.size(); ++record) {
      bool const nearer =
          !best || distance(catalogue.faces[record], request) < distance(catalogue.faces[*best], request);
      if (nearer && draws(record, cluster)) best = record;
    }
    return best;
  }

  std::optional<std::size_t> first_that_draws(std::string_view cluster,
                                              std::vector<std::string_view> const& families,
                                              Request const& request) {
    for (std::string_view const family : families)
      if (auto const record = nearest(family, request); record && draws(*record, cluster)) return record;
    return {};
  }
};

Library::Library() : parts_(std::make_unique<Parts>(usable_catalogue())) {}
Library::Library(std::vector<std::string> const& fonts)
    : parts_(std::make_unique<Parts>(catalogue_below(fonts))) {}
Library::~Library() = default;

Face const* Library::face(Request const& request) const {
  Request fitting = request;
  fitting.italic = request.italic && fit(request.script, request.language).has_italic;
  return parts_->face(parts_->preferred(fitting));
}

Face const* Library::face_for(std::string_view cluster, Request const& asked) const {
  Request request = asked;
  request.italic = asked.italic && fit(asked.script, asked.language).has_italic;
  auto const open = [&](std::optional<std::size_t> record) { return parts_->face(*record); };

  std::size_t const preferred = parts_->preferred(request);
  if (parts_->draws(preferred, cluster)) return open(preferred);
  Request latin = request;
  latin.script = text::script_tag("Latn");
  if (std::size_t const record = parts_->preferred(latin); parts_->draws(record, cluster))
    return open(record);

  auto const of_row = [&](text::Script script) {
    return families(family_row(script, request.language), request.family);
  };
  text::Script const own = text::script_of(text::code_point_at(cluster, 0).value);
  bool const is_sign = own == text::script_tag("Zyyy") || own == text::script_tag("Zinh");
  // Signs come from where they all look alike; letters from the faces of their script.
  for (auto const& list : {is_sign ? symbol_families() : of_row(own), of_row(request.script)})
    if (auto const record = parts_->first_that_draws(cluster, list, request)) return open(record);
  auto const record = parts_->any(cluster, request);
  return record ? open(record) : nullptr;
}

bool Library::has_plain_space(Face const& face) const {
  return parts_->catalogue.faces[face.order()].plain_space;
}

std::vector<Library::Choice> Library::table() const {
  std::vector<Choice> table;
  for (FamilyRow const& row : family_rows()) {
    std::string_view const first_language = row.languages.empty() ? "" : row.languages.substr(1);
    for (Family const family : {Family::serif, Family::sans}) {
      std::string_view const wanted = families(row, family).front();
      if (family == Family::sans && wanted == families(row, Family::serif).front()) continue;
      Request const request{.family = family, .script = text::script_tag(row.script)};
      auto const record = parts_->nearest(families(row, family), request);
      table.push_back({request.script, std::string(first_language.substr(0, first_language.find(' '))),
                       std::string(wanted), record ? parts_->catalogue.faces[*record].place.path : ""});
    }
  }
  return table;
}

}  // namespace ms::font

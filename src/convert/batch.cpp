#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "convert/convert.hpp"
#include "convert/pipeline.hpp"
#include "convert/report.hpp"
#include "language/language.hpp"

namespace ms::convert {
namespace {

using base::Failure;
using Clock = std::chrono::steady_clock;

/// Outcomes as the threads bring them, taken out in the order of the jobs. A thread waits when it is too far
/// ahead of the oldest unfinished job, so memory does not grow with the number of documents.
class Outcomes {
 public:
  Outcomes(std::size_t count, std::size_t ahead) : slots_(count), ahead_(ahead) {}

  void put(std::size_t index, Outcome outcome) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return index < taken_ + ahead_; });
    slots_[index] = std::make_unique<Outcome>(std::move(outcome));
    ready_.notify_one();
  }

  Outcome take() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return slots_[taken_] != nullptr; });
    Outcome outcome = std::move(*slots_[taken_]);
    slots_[taken_++].reset();
    room_.notify_all();
    return outcome;
  }

 private:
  std::mutex mutex_;
  std::condition_variable ready_, room_;
  std::vector<std::unique_ptr<Outcome>> slots_;
  std::size_t taken_ = 0, ahead_;
};

class Threads {
 public:
  template <typename Work>
  Threads(std::size_t count, Work const& work) {
    for (std::size_t i = 0; i < count; ++i) threads_.emplace_back(work);
  }
  Threads(Threads const&) = delete;
  Threads& operator=(Threads const&) = delete;
  ~Threads() {
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  std::vector<std::thread> threads_;
};

std::size_t thread_count(Request const& request, std::size_t jobs) {
  std::size_t const asked =
      request.jobs != 0 ? request.jobs : std::max(1u, std::thread::hardware_concurrency());
  return std::min(asked, jobs);
}

std::string summary(std::vector<Job> const& jobs, std::size_t failed, std::size_t files, std::size_t warnings,
                    double seconds) {
  return fmt::format("{} articles, {} failed, {} files, {} warnings, {:.1f} s ({:.0f} articles a second)",
                     jobs.size(), failed, files, warnings, seconds,
                     static_cast<double>(jobs.size()) / seconds);
}

std::string usage_message(Failure const& failure) {
  std::string const where = failure.path().empty() ? "manyscript" : failure.path();
  return fmt::format("{}: error: {} [{}]", where, failure.message(), failure.code());
}

/// What came of all documents so far, told to the console in the order of the inputs.
struct Tally {
  Console const& console;
  std::size_t failed = 0, files = 0, warnings = 0;
  std::string report;

  void add(Outcome const& outcome) {
    for (std::string const& message : outcome.messages) console.err(message);
    if (outcome.failed()) console.err(outcome.error);
    if (!outcome.standard_output.empty()) console.out(outcome.standard_output);
    if (!outcome.explanation.empty()) console.out(outcome.explanation);
    failed += outcome.failed();
    files += outcome.written.size();
    warnings += outcome.messages.size();
  }
};

Exit convert_all(std::vector<Job> const& jobs, Settings const& settings, Request const& request,
                 Console const& console) {
  language::check_tables();
  font::Library const library;
  std::size_t const threads = thread_count(request, jobs.size());
  auto const start = Clock::now();
  auto const seconds = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };

  Tally tally{.console = console, .report = {}};
  Outcomes outcomes(jobs.size(), 64 * threads);
  std::atomic<std::size_t> next = 0;
  auto const work = [&] {
    layout::Workshop workshop(library);
    for (std::size_t i = next++; i < jobs.size(); i = next++)
      outcomes.put(i, convert_one(jobs[i], settings, workshop));
  };
  auto const collect = [&](Outcome const& outcome, std::size_t done) {
    tally.add(outcome);
    if (!request.report.empty()) tally.report += report_line(outcome) + '\n';
    if (console.progress) console.progress({done, tally.failed, jobs.size(), seconds()});
  };
  if (threads == 1) {
    // One document is most runs: no thread is started for it.
    layout::Workshop workshop(library);
    for (std::size_t i = 0; i < jobs.size(); ++i) collect(convert_one(jobs[i], settings, workshop), i + 1);
  } else {
    Threads const pool(threads, work);
    for (std::size_t i = 0; i < jobs.size(); ++i) collect(outcomes.take(), i + 1);
  }
  if (!request.report.empty()) base::write_file(request.report, tally.report);
  if (jobs.size() > 1) console.err(summary(jobs, tally.failed, tally.files, tally.warnings, seconds()));
  return tally.failed != 0 || (request.strict && tally.warnings != 0) ? Exit::some_failed : Exit::good;
}

}  // namespace

Exit run(Request const& request, Console const& console) {
  std::vector<Job> jobs;
  Settings settings;
  try {
    base::Diagnostics diagnostics;
    jobs = plan(request);
    settings = settings_of(request, diagnostics);
    for (base::Diagnostic const& diagnostic : diagnostics.list())
      console.err(fmt::format("{} [{}]", diagnostic.message.view(), diagnostic.code.view()));
    if (request.strict && !diagnostics.list().empty()) return Exit::wrong_usage;
  } catch (Failure const& failure) {
    console.err(usage_message(failure));
    return Exit::wrong_usage;
  }
  try {
    return convert_all(jobs, settings, request, console);
  } catch (Failure const& failure) {  // not of one document: no fonts, a report that cannot be written
    console.err(usage_message(failure));
    return Exit::some_failed;
  }
}

}  // namespace ms::convert

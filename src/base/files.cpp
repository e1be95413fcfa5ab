#include "base/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/ascii.hpp"
#include "base/failure.hpp"

namespace ms::base {
namespace {

namespace fs = std::filesystem;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  ~Descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  int number() const { return number_; }
  /// Closes and tells whether the system reported an error as late as this.
  bool close_checked() {
    int const number = number_;
    number_ = -1;
    return ::close(number) == 0;
  }

 private:
  int number_;
};

std::string reason() {
  return std::strerror(errno);
}

Failure unreadable(std::string const& path) {
  return Failure("file.unreadable", fmt::format("cannot read this file: {}", reason()), path);
}

Failure unwritable(std::string const& path, std::string const& why) {
  char const* const advice = errno == ENOSPC   ? "; free some space or choose another --out-dir"
                             : errno == ENOENT ? "; create the folder or choose another --out-dir"
                             : (errno == EACCES || errno == EROFS || errno == EPERM)
                                 ? "; choose another --out-dir"
                                 : "";
  return Failure("file.unwritable", fmt::format("cannot write this file: {}{}", why, advice), path);
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t const written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void write_in_place(std::string const& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.number() < 0 || !write_all(file.number(), bytes) || !file.close_checked())
    throw unwritable(path, reason());
}

/// The process' umask can only be read by setting it; once is enough, and threads must not see it change.
mode_t creation_mask() {
  static mode_t const mask = [] {
    mode_t const found = ::umask(0);
    ::umask(found);
    return found;
  }();
  return mask;
}

/// Where a symbolic link leads in the end, so that renaming replaces the file and not the link.
std::string final_target(std::string const& path) {
  std::error_code error;
  if (!fs::is_symlink(path, error)) return path;
  fs::path const target = fs::weakly_canonical(path, error);
  return error ? path : target.string();
}

}  // namespace

std::string read_file(std::string const& path) {
  bool const standard_input = path == "-";
  Descriptor file(standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) throw unreadable(path);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) throw unreadable(path);
  if (S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    throw unreadable(path);
  }
  std::string bytes;
  std::size_t filled = 0;
  bytes.resize(S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) + 1 : 1 << 16);
  for (;;) {
    ssize_t const count = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0) {
      if (errno == EINTR) continue;
      throw unreadable(path);
    }
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled == bytes.size()) bytes.resize(2 * bytes.size());
  }
  bytes.resize(filled);
  return bytes;
}

/// Written without a name where the file system can do that, so that nothing is left of it when the process
/// is killed, or else beside its place; then synced, then renamed. What is no regular file (a device, a pipe)
/// is held and written last, in place.
class NewFile::Beside {
 public:
  explicit Beside(std::string path) : asked_(std::move(path)), path_(final_target(asked_)) {
    struct stat status {};
    bool const there = ::stat(path_.c_str(), &status) == 0;
    if (there && S_ISDIR(status.st_mode)) {
      errno = EISDIR;
      fail();
    }
    if (there && !S_ISREG(status.st_mode)) return;
    if (!open_nameless()) open_named();
    mode_t const mode = there ? status.st_mode & 07777 : 0666 & ~creation_mask();
    if (::fchmod(descriptor_->number(), mode) != 0) fail();
  }
  Beside(Beside const&) = delete;
  Beside& operator=(Beside const&) = delete;
  ~Beside() { forget(); }

  void write(std::string_view piece) {
    if (!descriptor_)
      held_ += piece;
    else if (!write_all(descriptor_->number(), piece))
      fail();
  }

  void sync() {
    if (!descriptor_) return;
    bool const synced = ::fsync(descriptor_->number()) == 0 || errno == EINVAL;
    if (!synced || (beside_.empty() && !name()) || !descriptor_->close_checked()) fail();
  }

  void appear() {
    if (!descriptor_) return write_in_place(path_, held_);
    if (::rename(beside_.c_str(), path_.c_str()) != 0) fail();
    beside_.clear();
  }

 private:
  std::string name_beside(std::string_view end) const {
    return (fs::path(path_).parent_path() / fmt::format(".manyscript-{}", end)).string();
  }

  /// Needs a file system that knows O_TMPFILE, and /proc to name the file later: open(2), linkat(2).
  bool open_nameless() {
    std::string const folder = fs::path(path_).parent_path().string();
    descriptor_.emplace(
        ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR));
    return descriptor_->number() >= 0 && ::access(handle().c_str(), F_OK) == 0;
  }

  void open_named() {
    beside_ = name_beside("XXXXXX");
    descriptor_.emplace(::mkostemp(beside_.data(), O_CLOEXEC));
    if (descriptor_->number() >= 0) return;
    beside_.clear();
    fail();
  }

  std::string handle() const { return fmt::format("/proc/self/fd/{}", descriptor_->number()); }

  bool name() {
    for (std::size_t i = 0;; ++i) {
      beside_ = name_beside(fmt::format("{}-{}", ::getpid(), i));
      if (::linkat(AT_FDCWD, handle().c_str(), AT_FDCWD, beside_.c_str(), AT_SYMLINK_FOLLOW) == 0)
        return true;
      if (errno == EEXIST) continue;
      beside_.clear();
      return false;
    }
  }

  void forget() {
    if (!beside_.empty()) ::unlink(beside_.c_str());
    beside_.clear();
  }
  [[noreturn]] void fail() {
    Failure failure = unwritable(asked_, reason());
    forget();
    throw failure;
  }

  std::string asked_, path_;
  std::string beside_;  ///< its name before it appears; none while it is nameless
  std::string held_;    ///< bytes for what is no regular file
  std::optional<Descriptor> descriptor_;
};

NewFile::NewFile(std::string path) : beside_(std::make_unique<Beside>(std::move(path))) {}
NewFile::NewFile(NewFile&&) noexcept = default;
NewFile::~NewFile() = default;

void NewFile::write(std::string_view piece) {
  beside_->write(piece);
}

void appear(std::vector<NewFile>& files) {
  // Each sync waits for the disk; the first one takes most of what the others would wait for with it.
  for (NewFile& file : files) file.beside_->sync();
  for (NewFile& file : files) file.beside_->appear();
}

void write_file(std::string const& path, std::string_view bytes) {
  std::vector<NewFile> file;
  file.emplace_back(path).write(bytes);
  appear(file);
}

std::vector<std::string> files_below(std::string const& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  auto const hidden = [](fs::path const& path) { return path.filename().string().starts_with('.'); };
  fs::recursive_directory_iterator walk(folder, error);
  if (error) throw Failure("file.unreadable", "cannot list this folder: " + error.message(), folder);
  for (; walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    if (error) throw Failure("file.unreadable", "cannot list this folder: " + error.message(), folder);
    if (hidden(walk->path())) {
      walk.disable_recursion_pending();
      continue;
    }
    if (walk->is_regular_file(error)) paths.push_back(walk->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool is_folder(std::string const& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool exists(std::string const& path) {
  std::error_code error;
  return fs::exists(path, error);
}

void make_folder(std::string const& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Failure("file.unwritable", "cannot create this folder: " + error.message(), folder);
}

std::string file_name(std::string const& path) {
  return fs::path(path).filename().string();
}
std::string file_stem(std::string const& path) {
  return fs::path(path).stem().string();
}

std::string file_ending(std::string const& path) {
  std::string ending = fs::path(path).extension().string();
  if (!ending.empty()) ending.erase(0, 1);
  return ascii_lower(ending);
}

}  // namespace ms::base

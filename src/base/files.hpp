// The door to the file system. In: paths. Out: bytes, or a Failure that names the path and what to do.
// A file that is written appears whole or not at all: it is written without a name or beside its place,
// synced and renamed.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ms::base {

/// All bytes of a file, or of standard input when `path` is "-".
std::string read_file(std::string const& path);

/// A file on its way: what is written is gone unless the new file appears, even when the process is killed
/// where the file system knows files without a name (Linux: ext4, xfs, btrfs, tmpfs). An existing file keeps
/// its permissions; a symbolic link is followed, so that the file it points to is replaced. Devices, pipes
/// and sockets are written directly, when they appear.
class NewFile {
 public:
  explicit NewFile(std::string path);
  NewFile(NewFile&&) noexcept;
  ~NewFile();
  void write(std::string_view piece);

 private:
  class Beside;
  std::unique_ptr<Beside> beside_;
  friend void appear(std::vector<NewFile>& files);
};
/// Several at once: none appears before all of them are on the disk.
void appear(std::vector<NewFile>& files);

/// All of a file at once. On failure nothing of the new content is left behind.
void write_file(std::string const& path, std::string_view bytes);

/// All regular files below `folder` in byte order of their paths; names that begin with a dot and symbolic
/// links to folders are left out.
std::vector<std::string> files_below(std::string const& folder);

bool is_folder(std::string const& path);
bool exists(std::string const& path);

/// Creates `folder` and its parents where they are missing.
void make_folder(std::string const& folder);

/// "a/b.txt" → "b.txt", "b", "txt" (in lower case, without the dot).
std::string file_name(std::string const& path);
std::string file_stem(std::string const& path);
std::string file_ending(std::string const& path);

}  // namespace ms::base

// A library to be loaded before a program (LD_PRELOAD) that makes one of its calls
// to the system fail, the Nth of its kind:
//
//   FAIL_CALL=fsync FAIL_AT=3 FAIL_ERROR=28     the third fsync() gives ENOSPC
//
// Kinds are write, fsync (and fdatasync), rename and open; of writes those to files,
// of opens those that make a file or open a folder.  FAIL_LOG names a file that is
// made when the call has failed.

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>

namespace {

std::atomic<long> calls{0};

template <typename Call>
Call Real(const char* name) {
  return reinterpret_cast<Call>(dlsym(RTLD_NEXT, name));
}

bool Fails(const char* kind) {
  const char* wanted = getenv("FAIL_CALL");
  if (wanted == nullptr || strcmp(wanted, kind) != 0) return false;
  if (++calls != atol(getenv("FAIL_AT"))) return false;
  int log =
      Real<int (*)(const char*, int, ...)>("open")(getenv("FAIL_LOG"), O_WRONLY | O_CREAT, 0666);
  close(log);
  errno = atoi(getenv("FAIL_ERROR"));
  return true;
}

bool IsFile(int fd) {
  struct stat what;
  return fstat(fd, &what) == 0 && S_ISREG(what.st_mode);
}

}  // namespace

extern "C" {

ssize_t write(int fd, const void* bytes, size_t size) {
  if (IsFile(fd) && Fails("write")) return -1;
  return Real<ssize_t (*)(int, const void*, size_t)>("write")(fd, bytes, size);
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off_t at) {
  if (IsFile(fd) && Fails("write")) return -1;
  return Real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite64")(fd, bytes, size, at);
}

int fsync(int fd) { return Fails("fsync") ? -1 : Real<int (*)(int)>("fsync")(fd); }
int fdatasync(int fd) { return Fails("fsync") ? -1 : Real<int (*)(int)>("fdatasync")(fd); }
int syncfs(int fd) { return Fails("fsync") ? -1 : Real<int (*)(int)>("syncfs")(fd); }

int rename(const char* from, const char* to) {
  return Fails("rename") ? -1 : Real<int (*)(const char*, const char*)>("rename")(from, to);
}

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  int mode = va_arg(more, int);
  va_end(more);
  if ((flags & (O_CREAT | O_DIRECTORY)) != 0 && Fails("open")) return -1;
  return Real<int (*)(const char*, int, ...)>("open")(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  int mode = va_arg(more, int);
  va_end(more);
  return open(path, flags, mode);
}

}  // extern "C"

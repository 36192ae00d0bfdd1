// A disk that fails on demand: a layer under SQLite that lets the n-th write or flush go wrong.
//
// One for the process, since SQLite's default file system is one for the process; faults are armed
// and disarmed around what is tested.
#pragma once

#include <sqlite3.h>

#include <cstring>

namespace rapporteur::testing {

class FaultyDisk {
 public:
  enum class Fault { full, write, flush, everything_after };

  // From now on SQLite's files lie on this disk.
  static void mount() {
    static sqlite3_vfs vfs = layer();
    sqlite3_vfs_register(&vfs, 1);
  }
  static void unmount() { sqlite3_vfs_register(state().real, 1); }

  // The `number`-th write (or flush, for Fault::flush) from now on fails, counted from 1; with
  // everything_after all that follow it fail as well, flushes too.
  static void arm(Fault fault, int number) {
    state().fault = fault;
    state().left = number;
    state().fired = false;
  }
  static void disarm() { state().left = 0; }
  // Whether the fault has shown since it was armed.
  static bool fired() { return state().fired; }

 private:
  struct State {
    sqlite3_vfs* real = nullptr;
    Fault fault = Fault::write;
    int left = 0;  // 0: nothing is armed
    bool fired = false;
  };
  static State& state() {
    static State state;
    return state;
  }

  // What SQLite holds; the real file lies behind it.
  struct File {
    sqlite3_file base;
  };
  static sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
  }

  // SQLITE_OK, or what goes wrong now.
  static int next(bool is_flush) {
    State& s = state();
    if (s.left == 0) return SQLITE_OK;
    if (s.fault == Fault::everything_after && s.fired) return SQLITE_IOERR_WRITE;
    if (is_flush != (s.fault == Fault::flush) || s.fired || --s.left > 0) return SQLITE_OK;
    s.fired = true;
    s.left = 1;
    if (s.fault == Fault::full) return SQLITE_FULL;
    return is_flush ? SQLITE_IOERR_FSYNC : SQLITE_IOERR_WRITE;
  }

  static int close(sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); }
  static int read(sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
    return real(f)->pMethods->xRead(real(f), to, n, at);
  }
  static int write(sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
    if (const int fault = next(false); fault != SQLITE_OK) {
      // Half of it may have reached the disk.
      real(f)->pMethods->xWrite(real(f), from, n / 2, at);
      return fault;
    }
    return real(f)->pMethods->xWrite(real(f), from, n, at);
  }
  static int truncate(sqlite3_file* f, sqlite3_int64 size) {
    return real(f)->pMethods->xTruncate(real(f), size);
  }
  static int sync(sqlite3_file* f, int flags) {
    if (const int fault = next(true); fault != SQLITE_OK) return fault;
    return real(f)->pMethods->xSync(real(f), flags);
  }
  static int size(sqlite3_file* f, sqlite3_int64* out) {
    return real(f)->pMethods->xFileSize(real(f), out);
  }
  static int lock(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
  static int unlock(sqlite3_file* f, int level) {
    return real(f)->pMethods->xUnlock(real(f), level);
  }
  static int reserved(sqlite3_file* f, int* out) {
    return real(f)->pMethods->xCheckReservedLock(real(f), out);
  }
  static int control(sqlite3_file* f, int op, void* argument) {
    return real(f)->pMethods->xFileControl(real(f), op, argument);
  }
  static int sector(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
  static int traits(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
  static int shm_map(sqlite3_file* f, int page, int bytes, int extend, void volatile** out) {
    return real(f)->pMethods->xShmMap(real(f), page, bytes, extend, out);
  }
  static int shm_lock(sqlite3_file* f, int offset, int n, int flags) {
    return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
  }
  static void shm_barrier(sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); }
  static int shm_unmap(sqlite3_file* f, int remove) {
    return real(f)->pMethods->xShmUnmap(real(f), remove);
  }

  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
    static const sqlite3_io_methods methods = {2,           close,     read,    write,   truncate,
                                               sync,        size,      lock,    unlock,  reserved,
                                               control,     sector,    traits,  shm_map, shm_lock,
                                               shm_barrier, shm_unmap, nullptr, nullptr};
    file->pMethods = nullptr;
    sqlite3_vfs* below = state().real;
    const int code = below->xOpen(below, name, real(file), flags, out);
    if (code == SQLITE_OK || real(file)->pMethods != nullptr) file->pMethods = &methods;
    return code;
  }

  static sqlite3_vfs layer() {
    state().real = sqlite3_vfs_find(nullptr);
    sqlite3_vfs out = *state().real;
    out.pNext = nullptr;
    out.zName = "faulty disk";
    out.szOsFile += static_cast<int>(sizeof(File));
    out.xOpen = open;
    return out;
  }
};

}  // namespace rapporteur::testing

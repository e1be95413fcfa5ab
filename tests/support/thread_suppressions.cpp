// What the thread sanitizer cannot see: Debian's libraries are not built for it, so their atomics look like
// plain reads and writes. Only races with what they make once are left out. Part of the program when it is
// built with the thread sanitizer (CMakeLists.txt).

extern "C" char const* __tsan_default_suppressions();
extern "C" char const* __tsan_default_suppressions() {
  return "race:libicuuc.so\n"       // its tables are made once, behind umtx_initOnce
         "race:ms::text::is_nfc\n"  // reads one of those tables, by a method of its header
         "race:libharfbuzz.so\n"    // the list of languages it has met, behind an atomic pointer
         "race:tzset_internal\n";   // libzip asks for the local time, the C library has a lock for it
}

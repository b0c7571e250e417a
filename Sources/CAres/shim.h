// The system's c-ares (Debian: libc-ares-dev), at least 1.16.
#include <ares.h>

// The system's c-ares (Debian: libc-ares-dev), at least 1.16.
#include <ares.h>

// c-ares 1.31 and later keep answers for up to an hour by themselves, beside our own cache. Switches that off where it
// exists; the bits to add to the mask of ares_init_options(3).
static inline int rdptop_without_query_cache(struct ares_options *options) {
#ifdef ARES_OPT_QUERY_CACHE
  options->qcache_max_ttl = 0;
  return ARES_OPT_QUERY_CACHE;
#else
  (void)options;
  return 0;
#endif
}

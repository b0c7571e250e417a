// What the C library's allocator can be told (glibc, mallopt(3)); Glibc's own module leaves malloc.h out.
#include <malloc.h>

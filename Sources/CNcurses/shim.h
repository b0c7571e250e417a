// The system's ncursesw for Swift, with accessors for what Swift does not import: macros, and variables, which Swift
// takes for shared mutable state. Nothing else belongs here.
//
// There is no pkg-config entry on purpose: SwiftPM drops the flags that Debian's ncursesw.pc carries, and the wide
// functions would be missing. The definition below is what those flags are for.
#ifndef RDPTOP_CNCURSES_SHIM_H
#define RDPTOP_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <term.h>
#include <wchar.h>

// term.h names hundreds of capabilities as macros, among them some ordinary words.
#undef columns
#undef lines

// <wchar.h> declares it only with _XOPEN_SOURCE.
extern int wcwidth(wchar_t character);

// <unistd.h> and <sys/mman.h> declare these only with _GNU_SOURCE (dup(2), memfd_create(2)).
extern int dup3(int from, int to, int flags);
extern int memfd_create(const char *name, unsigned int flags);

static inline WINDOW *rdptop_stdscr(void) { return stdscr; }
static inline WINDOW *rdptop_curscr(void) { return curscr; }
static inline int rdptop_colors(void) { return COLORS; }
static inline int rdptop_color_pairs(void) { return COLOR_PAIRS; }

static inline attr_t rdptop_attribute_bold(void) { return A_BOLD; }
static inline attr_t rdptop_attribute_dim(void) { return A_DIM; }
static inline attr_t rdptop_attribute_underline(void) { return A_UNDERLINE; }
static inline attr_t rdptop_attribute_reverse(void) { return A_REVERSE; }

#endif

import CMalloc

/// What the C library does with memory that is free again.
enum FreeMemory {
    /// Lets all threads take from two pools; to be called before there is a second thread.
    ///
    /// By default nearly each thread has a pool of its own, and what was freed in one no other can use: what it took to
    /// read a large fleet file would be kept, and the probes would take as much again. Few threads here are busy at a
    /// time, and two pools are enough to keep them out of each other's way (mallopt(3), M_ARENA_MAX).
    static func shareAmongThreads() { _ = mallopt(M_ARENA_MAX, 2) }
}

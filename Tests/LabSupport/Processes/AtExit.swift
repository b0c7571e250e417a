internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// What is still running or lying about, ended and removed when the test process exits.
///
/// A killed test process runs no exit handlers; for that case every process asks the kernel for a signal at the death
/// of its parent (see ``SpawnThread``).
final class AtExit: Sendable {
    static let shared = AtExit()

    private struct Remains {
        var groups: Set<pid_t> = []
        var folders: Set<String> = []
    }

    private let remains = Mutex(Remains())

    private init() {
        atexit { AtExit.shared.clear() }
    }

    func add(group: pid_t) { remains.withLock { _ = $0.groups.insert(group) } }

    func remove(group: pid_t) { remains.withLock { _ = $0.groups.remove(group) } }

    func add(folder: String) { remains.withLock { _ = $0.folders.insert(folder) } }

    func remove(folder: String) { remains.withLock { _ = $0.folders.remove(folder) } }

    private func clear() {
        remains.withLock { remains in
            // An X server that is killed leaves its lock behind; asked to end, it does not.
            for group in remains.groups { kill(-group, SIGTERM) }
            for _ in 0..<50 where !remains.groups.isEmpty {
                remains.groups = remains.groups.filter { waitpid($0, nil, WNOHANG) == 0 }
                usleep(10_000)
            }
            for group in remains.groups { kill(-group, SIGKILL) }
            for folder in remains.folders { try? FileManager.default.removeItem(atPath: folder) }
            remains = Remains()
        }
    }
}

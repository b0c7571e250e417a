internal import Glibc

/// A thread that sleeps in poll(2) until one of its sockets has something to read.
///
/// One for all RDP-UDP of the program; the thread ends with the last reference to it.
package final class SocketWatch: Sendable {
    private let registry: SocketRegistry

    /// Starts the thread.
    ///
    /// - Throws: ``SystemCallError`` when the machine gives no pipe or thread.
    package init() throws(SystemCallError) {
        registry = try SocketRegistry()
        let argument = Unmanaged.passRetained(registry)
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                SocketWatch.run(Unmanaged<SocketRegistry>.fromOpaque(argument).takeRetainedValue())
                return nil
            }, argument.toOpaque())
        guard status == 0 else {
            argument.release()
            throw SystemCallError("pthread_create", number: status)
        }
        pthread_detach(thread)
    }

    deinit { registry.close() }

    /// From now on `read` is called on the thread whenever the socket has something to read or an error to tell.
    ///
    /// It must read until there is nothing, or somebody is about to forget the socket, and must not block. Until ``forget(_:)`` the socket stays open.
    func watch(_ socket: DatagramSocket, read: @escaping @Sendable () -> Void) {
        registry.add(SocketRegistry.Entry(socket: socket, read: read))
    }

    /// Stops watching; a call under way may still end.
    func forget(_ socket: DatagramSocket) {
        registry.remove(socket)
    }

    private static func run(_ registry: SocketRegistry) {
        // Signals are for the threads that wait for them.
        var signals = sigset_t()
        sigfillset(&signals)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        // The entries keep their sockets open for as long as poll looks at their numbers.
        while let entries = registry.entries() {
            var polled = entries.map { pollfd(fd: $0.socket.descriptor, events: Int16(POLLIN), revents: 0) }
            polled.append(pollfd(fd: registry.readEnd, events: Int16(POLLIN), revents: 0))
            _ = poll(&polled, nfds_t(polled.count), -1)
            for (entry, state) in zip(entries, polled) where state.revents != 0 { entry.read() }
        }
    }
}

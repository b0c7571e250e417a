import Synchronization

/// The newest of some values, for a reader who needs no others however long it has not looked.
final class Latest<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    /// Puts a value in the place of the one before.
    ///
    /// - Returns: Whether that has been taken, so that the reader has to be told of this one.
    func put(_ new: Value) -> Bool {
        value.withLock { value in
            defer { value = new }
            return value == nil
        }
    }

    /// Takes the newest value; nil when it has been taken already.
    func take() -> Value? {
        value.withLock { value in
            defer { value = nil }
            return value
        }
    }
}

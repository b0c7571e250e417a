/// A value that is made when it is first wanted, once per test run, and shared by all who want it.
actor Once<Value: Sendable> {
    private let make: @Sendable () async throws -> Value
    private var making: Task<Value, any Error>?

    init(_ make: @escaping @Sendable () async throws -> Value) {
        self.make = make
    }

    /// The value; its making is awaited, and an error of it is everybody's.
    var value: Value {
        get async throws {
            let making = self.making ?? Task { [make] in try await make() }
            self.making = making
            return try await making.value
        }
    }
}

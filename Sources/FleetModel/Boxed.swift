/// Keeps a large value in one place, however often the value that it is part of is copied.
///
/// What is known of a server is copied from the probe to the schedule, the board, the rows and the reports. A snapshot
/// whose layers are held in place is two kilobytes and sixty references, each of which every copy has to count.
@propertyWrapper
package struct Boxed<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    // What stands here can be seen by other modules, so that reading a field does not copy all of them.
    @usableFromInline
    final class Box: Sendable {
        @usableFromInline let value: Value

        @usableFromInline
        init(_ value: Value) { self.value = value }
    }

    @usableFromInline var box: Box?

    /// The value; a new one is put into a box of its own, and never changed there.
    @inlinable package var wrappedValue: Value? {
        get { box?.value }
        set { box = newValue.map(Box.init) }
    }

    /// Boxes a value.
    package init(wrappedValue: Value?) { box = wrappedValue.map(Box.init) }

    /// Reads the value, or null where there is none.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self.init(wrappedValue: container.decodeNil() ? nil : try container.decode(Value.self))
    }

    /// Writes the value, or null where there is none.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }

    package static func == (left: Boxed, right: Boxed) -> Bool {
        left.box === right.box || left.wrappedValue == right.wrappedValue
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

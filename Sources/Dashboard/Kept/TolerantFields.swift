/// The fields of an object that another version of the program, or a person, may have written: what is not understood is
/// passed over and named, and the rest counts.
struct TolerantFields {
    private let container: KeyedDecodingContainer<FieldName>
    private var known: Set<String> = []
    private var unusable: [String] = []

    /// Takes an object.
    ///
    /// - Throws: That there is none.
    init(_ decoder: any Decoder) throws { container = try decoder.container(keyedBy: FieldName.self) }

    private init(container: KeyedDecodingContainer<FieldName>) { self.container = container }

    /// The fields that nobody asked for, and those that held something else than was asked for.
    var strange: [String] {
        (unusable + container.allKeys.map(\.stringValue).filter { !known.contains($0) }).sorted()
    }

    /// The value of a field; nil when there is none of this kind.
    mutating func value<Value: Decodable>(_ name: FieldName) -> Value? {
        known.insert(name.stringValue)
        do {
            return try container.decodeIfPresent(Value.self, forKey: name)
        } catch {
            unusable.append(name.stringValue)
            return nil
        }
    }

    /// The object in a field; nil when there is none.
    mutating func object(_ name: FieldName) -> TolerantFields? {
        known.insert(name.stringValue)
        guard container.contains(name), (try? container.decodeNil(forKey: name)) != true else { return nil }
        do {
            return TolerantFields(container: try container.nestedContainer(keyedBy: FieldName.self, forKey: name))
        } catch {
            unusable.append(name.stringValue)
            return nil
        }
    }

    /// The first items of the list in a field, each with its number from 1; what is no such item is passed over and named.
    mutating func items<Value: Decodable>(_ name: FieldName, atMost limit: Int) -> [(number: Int, value: Value)] {
        let items: [Item<Value>] = value(name) ?? []
        return items.prefix(limit).enumerated().compactMap { place, item in
            if item.value == nil { unusable.append("\(name.stringValue).\(place + 1)") }
            return item.value.map { (place + 1, $0) }
        }
    }

    /// An item of a list, whatever it is.
    private struct Item<Value: Decodable>: Decodable {
        let value: Value?

        init(from decoder: any Decoder) { value = try? Value(from: decoder) }
    }

    /// What the text of a field names; nil when it names nothing.
    mutating func name<Value: RawRepresentable>(_ name: FieldName) -> Value? where Value.RawValue == String {
        guard let text: String = value(name) else { return nil }
        let found = Value(rawValue: text)
        if found == nil { unusable.append(name.stringValue) }
        return found
    }
}

/// The name of a field, whatever it is.
struct FieldName: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    let intValue: Int? = nil

    init(stringLiteral name: String) { stringValue = name }

    init?(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
}

/// An output that takes markup and nothing else, so that no text gets onto the page unescaped.
struct PageWriter<Output: TextOutputStream> {
    private(set) var output: Output

    init(_ output: Output) { self.output = output }

    /// Writes a piece of the page; nothing where there is none.
    mutating func add(_ markup: Markup?) {
        if let markup { output.write(markup.html) }
    }
}

extension ManualBlock {
    /// A command: what it does, its arguments, and what there is to say about it.
    static func blocks(of command: CommandTree.Command) -> [ManualBlock] {
        [.subsection("rdptop \(command.commandName)"), .paragraph(ManualText(plain: command.abstract ?? ""))]
            + discussion(command.discussion ?? "") + options(command.ownArguments)
    }

    /// `rdptop check [options] [fleet|target ...]`
    static func synopsis(of command: CommandTree.Command) -> ManualText {
        let places = command.ownArguments.filter { $0.kind == .positional }.flatMap { argument -> [ManualText.Run] in
            let dots = argument.isRepeating ? "..." : ""
            let name = ManualText.Run.placeholder(argument.valueName ?? "argument")
            return argument.isOptional ? [.plain(" ["), name, .plain(dots + "]")] : [.plain(" "), name, .plain(dots)]
        }
        let hasOptions = command.ownArguments.contains { $0.kind != .positional }
        let options: [ManualText.Run] = hasOptions ? [.plain(" ["), .placeholder("options"), .plain("]")] : []
        return ManualText([.literal("rdptop \(command.commandName)")] + options + places)
    }

    /// Paragraphs, and lines that show what can be typed.
    static func discussion(_ text: String) -> [ManualBlock] {
        var blocks: [ManualBlock] = []
        var examples: [String] = []
        var sentences: [String] = []
        func endOfParagraph() {
            if !examples.isEmpty { blocks.append(.lines(examples)) }
            if !sentences.isEmpty { blocks.append(.paragraph(ManualText(plain: sentences.joined(separator: " ")))) }
            (examples, sentences) = ([], [])
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let isExample = line.hasPrefix("rdptop ")
            // A line that ends in the middle of a sentence was broken for the width of a terminal.
            let goesOn = isExample ? !examples.isEmpty : sentences.last.map { !$0.hasSuffix(".") } ?? false
            if !goesOn || line.isEmpty { endOfParagraph() }
            if isExample { examples.append(line) } else if !line.isEmpty { sentences.append(line) }
        }
        endOfParagraph()
        return blocks
    }

    private static func options(_ arguments: [CommandTree.Argument]) -> [ManualBlock] {
        var blocks: [ManualBlock] = []
        var rest = arguments[...]
        while let argument = rest.first {
            // A flag and its opposite have one explanation.
            let same = rest.prefix { $0.kind == .flag && argument.kind == .flag && $0.abstract == argument.abstract }
            let group = same.isEmpty ? rest.prefix(1) : same
            rest = rest.dropFirst(group.count)
            blocks.append(.item(sign(Array(group)), meaning(argument)))
        }
        return blocks
    }

    private static func sign(_ arguments: [CommandTree.Argument]) -> ManualText {
        let names = arguments.flatMap { $0.names ?? [] }.map { ManualText.Run.literal($0.text) }
        var runs = Array(names.map { [$0] }.joined(separator: [.plain(", ")]))
        if let argument = arguments.first, argument.kind != .flag {
            if !runs.isEmpty { runs.append(.plain(" ")) }
            runs.append(.placeholder(argument.valueName ?? "value"))
        }
        return ManualText(runs)
    }

    private static func meaning(_ argument: CommandTree.Argument) -> ManualText {
        let text = argument.abstract ?? ""
        // Most explanations name the values themselves.
        let values = (argument.allValues ?? []).filter { !text.contains($0) }
        let one = values.isEmpty ? "" : " One of \((argument.allValues ?? []).joined(separator: ", "))."
        let standard = argument.defaultValue.map { " Default: \($0)." } ?? ""
        return ManualText(plain: text + one + standard)
    }
}

import FleetModel
import Yams

/// Walks the composed nodes of a configuration from top to bottom and gathers what it asks for, and its mistakes.
struct ConfigurationFileReader: NodeReader {
    var configuration = ProgramConfiguration()
    private(set) var mistakes: [ConfigurationMistake] = []

    typealias Text = ProgramConfiguration.Marked<String>

    /// Notes a mistake.
    mutating func refuse(_ text: String, at place: SourcePlace?) {
        mistakes.append(ConfigurationMistake(line: place?.line ?? 1, column: place?.column ?? 1, text: text))
    }

    /// Reads the whole file.
    mutating func read(_ root: Node) {
        // A file in which everything is commented out has one empty value.
        if case .scalar(let scalar) = root, scalar.string.isEmpty { return }
        guard let top = fields(of: root, in: ConfigurationParts.file) else { return }
        if let node = top["keys"] { readKeys(node) }
        configuration.theme = top["theme"].flatMap { text($0, key: "theme") }
        configuration.ascii = top["ascii"].flatMap { truth($0, key: "ascii") }
        configuration.mouse = top["mouse"].flatMap { truth($0, key: "mouse") }
        configuration.clipboard = top["clipboard"].flatMap { node in
            choice(node, key: "clipboard", of: ClipboardWord.self).map { mark($0.rawValue, at: node) }
        }
        configuration.columns = top["columns"].map { node in
            texts(node, key: "columns")
        }
        for node in items(top["views"], key: "views") { readView(node) }
        refuseTwice("name", configuration.views.map(\.name))
        for node in items(top["commands"], key: "commands") { readCommand(node) }
        // Two commands with one name or one key could not be told apart in the menu.
        refuseTwice("name", configuration.commands.map(\.name))
        refuseTwice("key", configuration.commands.compactMap(\.key))
        if let node = top["notify"] { readNotifications(node) }
        for node in items(top["maintenance"], key: "maintenance") { readMaintenance(node) }
    }

    // MARK: Keys

    private mutating func readKeys(_ node: Node) {
        guard let fields = fields(of: node, in: ConfigurationParts.keys) else { return }
        configuration.preset = fields["preset"].flatMap { text($0, key: "preset") }
        guard let bind = fields["bind"] else { return }
        guard case .mapping(let mapping) = bind else {
            return refuse("bind is written as actions and their keys, as in next-problem: [e, F7]", at: bind)
        }
        for (key, value) in mapping {
            guard let action = text(key, key: "bind") else { continue }
            let keys = texts(value, key: action.quoted)
            configuration.keys.append(ProgramConfiguration.KeyAssignment(action: action, keys: keys))
        }
    }

    // MARK: Views

    private mutating func readView(_ node: Node) {
        guard let fields = fields(of: node, in: ConfigurationParts.view) else { return }
        if fields["name"] == nil { refuse("a view needs a name", at: node) }
        guard let name = fields["name"].flatMap({ text($0, key: "name") }) else { return }
        var view = ProgramConfiguration.View(name: name)
        view.view = fields["view"].flatMap { text($0, key: "view") }
        view.filter = fields["filter"].flatMap { text($0, key: "filter") }
        view.sort = fields["sort"].flatMap { text($0, key: "sort") }
        view.group = fields["group"].flatMap { text($0, key: "group") }
        configuration.views.append(view)
    }

    // MARK: Commands

    private mutating func readCommand(_ node: Node) {
        guard let fields = fields(of: node, in: ConfigurationParts.command) else { return }
        let name = fields["name"].flatMap { text($0, key: "name") }
        let key = fields["key"].flatMap { text($0, key: "key") }
        if fields["name"] == nil { refuse("a command needs a name", at: node) }
        let run = items(fields["run"], key: "run")
        if run.isEmpty { refuse("a command needs run:, the program and its arguments", at: fields["run"] ?? node) }
        for argument in run { checkPlaceholders(in: argument) }
        let arguments = run.compactMap { string($0, key: "run") }
        guard let name, arguments.count == run.count, !arguments.isEmpty else { return }
        configuration.commands.append(
            ProgramConfiguration.UserCommand(name: name, key: key, arguments: arguments))
    }

    /// `{hots}` would go to the program as it stands, and nobody would know why it does not work.
    private mutating func checkPlaceholders(in node: Node) {
        guard let text = node.scalar?.string else { return }
        let known = ["host", "address", "port"]
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            guard let end = part.firstIndex(of: "}") else { continue }
            let word = String(part[..<end])
            guard !known.contains(word), let meant = Spelling.nearest(to: word, in: known) else { continue }
            refuse(
                "run: \"{\(CleanText.clean(word, limit: 40))}\" is not filled in; did you mean \"{\(meant)}\"?",
                at: node)
        }
    }

    private mutating func refuseTwice(_ what: String, _ texts: [Text]) {
        var first: [String: Text] = [:]
        for text in texts {
            if let earlier = first[text.value] {
                mistakes.append(text.mistake("the \(what) \(text.quoted) stands twice, first in line \(earlier.line)"))
            } else {
                first[text.value] = text
            }
        }
    }

    // MARK: Texts

    /// Several texts, each with its place; what is none is a mistake.
    private mutating func texts(_ node: Node, key: String) -> [Text] {
        guard let list = node.sequence else {
            // An empty value may be meant as an empty list, or be a key that YAML takes for a comment.
            if node.scalar?.string.isEmpty == true {
                refuse("\(key): nothing stands here; write [] for none, and quote signs such as \"#\"", at: node)
                return []
            }
            return text(node, key: key).map { [$0] } ?? []
        }
        return list.compactMap { text($0, key: key) }
    }

    mutating func text(_ node: Node, key: String) -> Text? {
        label(node, key: key).map { mark($0, at: node) }
    }

    func mark(_ text: String, at node: Node) -> Text {
        Text(text, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}

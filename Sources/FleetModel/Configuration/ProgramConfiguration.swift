/// What the user wants of the program itself, as `config.yaml` says it; everything is optional.
///
/// Names of actions, keys, themes, columns, views and orders are not checked here: whoever knows them does, and says where in the file a
/// wrong one stands.
package struct ProgramConfiguration: Sendable, Hashable {
    /// A value with the place in the file where it stands, both counted from 1.
    package struct Marked<Value: Sendable & Hashable>: Sendable, Hashable {
        /// What stands there.
        package var value: Value
        /// Its line.
        package var line: Int
        /// Its column.
        package var column: Int

        /// Creates a value at a place.
        package init(_ value: Value, line: Int, column: Int) {
            self.value = value
            self.line = line
            self.column = column
        }
    }

    /// The keys of one action, in place of those that it would have.
    package struct KeyAssignment: Sendable, Hashable {
        /// The action's name, as in `next-problem`.
        package var action: Marked<String>
        /// The names of its keys, the one to show first first; none takes all keys from it.
        package var keys: [Marked<String>]

        /// Creates an assignment.
        package init(action: Marked<String>, keys: [Marked<String>]) {
            self.action = action
            self.keys = keys
        }
    }

    /// A command of the user's own, to be run for the marked servers or the one under the cursor.
    package struct UserCommand: Sendable, Hashable {
        /// What the menu calls it.
        package var name: Marked<String>
        /// Its key in the menu; nil for the next free letter.
        package var key: Marked<String>?
        /// The program and its arguments, with `{host}`, `{address}` and `{port}` to be filled in. No shell reads it.
        package var arguments: [String]

        /// Creates a command.
        package init(name: Marked<String>, key: Marked<String>? = nil, arguments: [String]) {
            self.name = name
            self.key = key
            self.arguments = arguments
        }
    }

    /// A view of the user's own: whose lines it has, and how they are arranged.
    package struct View: Sendable, Hashable {
        /// What the strip of views calls it.
        package var name: Marked<String>
        /// The name of the view whose lines it has; nil for that of all servers.
        package var view: Marked<String>?
        /// The filter, in the words of the board.
        package var filter: Marked<String>?
        /// What the lines are sorted by, by name.
        package var sort: Marked<String>?
        /// What they are grouped by, by name.
        package var group: Marked<String>?

        /// Creates a view of all servers.
        package init(name: Marked<String>) { self.name = name }
    }

    /// `keys: preset:`, one of `default`, `htop` and `vim`.
    package var preset: Marked<String>?
    /// `keys: bind:`, in the order of the file.
    package var keys: [KeyAssignment] = []
    /// `theme:`, by name.
    package var theme: Marked<String>?
    /// `ascii:`, whether to draw with ASCII characters only.
    package var ascii: Bool?
    /// `mouse:`, whether the mouse is on from the start.
    package var mouse: Bool?
    /// `clipboard:`, one of `auto`, `osc52`, `tool` and `off`.
    package var clipboard: Marked<String>?
    /// `columns:`, what the grid shows, in any order.
    package var columns: [Marked<String>]?
    /// `views:`, in the order of the file.
    package var views: [View] = []
    /// `commands:`, in the order of the file.
    package var commands: [UserCommand] = []
    /// `notify:`, who is told what; nil for nobody.
    package var notifications: Notifications?
    /// `maintenance:`, when nothing is told of which servers.
    package var maintenance: [MaintenanceWindow] = []

    /// Wants nothing special.
    package init() {}
}

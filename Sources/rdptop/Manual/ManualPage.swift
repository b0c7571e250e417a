/// A page of the manual before it is written in any language of macros.
struct ManualPage {
    /// `rdptop-hosts`, for instance.
    let name: String
    /// 1 for programs, 5 for files.
    let section: Int
    /// What it is, without a full stop: the line that apropos(1) finds.
    let about: String
    /// Everything below the section NAME.
    let blocks: [ManualBlock]

    /// `rdptop-hosts.5`, the name of its file.
    var file: String { "\(name).\(section)" }
}

/// A part of a page.
enum ManualBlock {
    /// The heading of a section, in capitals.
    case section(String)
    /// The heading below that.
    case subsection(String)
    case paragraph(ManualText)
    /// Something and, indented below it, what it means.
    case item(ManualText, ManualText)
    /// Lines that stay as they are.
    case lines([String])
}

/// The looks that ship with the program, by the names that the user gives them; what each of them is made of is the
/// terminal's concern.
package enum Theme: String, CaseIterable, Sendable {
    /// For dark backgrounds.
    case standard = "default"
    /// For light backgrounds.
    case light
    /// Attributes only, whatever the terminal can do.
    case mono
    /// For people who do not tell red from green: yellow, vermillion and blue, or yellow and blue with few colours.
    case cvd
    /// The strongest colours on a dark background, nothing dimmed.
    case highContrast = "high-contrast"

    /// All names for a sentence: `default, light, mono, cvd, high-contrast`.
    package static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

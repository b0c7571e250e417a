/// The checks in the order in which their problems and sentences are told.
///
/// Dates are not here: whether a certificate has expired depends on when one asks, and is not asked here.
enum CheckTable {
    static let ordered: [Check] = [
        .readability, .name, .keyStrength, .signature, .usage, .trustPath, .pin,
    ]
}

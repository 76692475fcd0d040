import Mail
import Pipeline

/// The part of `casewire check` that looks whether the desk can write from its address.
enum AddressCheck {
    static func diagnostics(_ draft: PipelineDraft) -> [Diagnostic] {
        guard let desk = draft.desk, !MailAddress(address: desk.text).isDeliverable else { return [] }
        return [
            Diagnostic(
                severity: .error, place: desk.place, code: .badValue,
                message: "\(desk.text) is no address that the desk can write from",
                hint: "write it as your mail server has it, in letters without accents")
        ]
    }
}

/// What the process ends with; those of `sysexits.h` where there is one.
enum ExitCodes: Int32 {
    /// Something was found, or something failed that the message names.
    case failed = 1
    case usage = 64
    case data = 65
    case unreachable = 69
    case later = 75
    case config = 78

    static let help = """
        EXIT CODES
          0   all is well
          1   something was found or failed; the message says what
          64  the command line is wrong
          65  the input is not what it should be
          69  no broker answers
          75  not everything was taken in time; try again later
          78  the pipeline's files are wrong; "casewire check" says where
        """
}

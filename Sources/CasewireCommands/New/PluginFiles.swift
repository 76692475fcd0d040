/// The files of a new plugin, by path.
enum PluginFiles {
    typealias File = (path: String, content: String)

    static func manifest(_ name: String) -> String {
        """
        # What \(name) says about itself. An operator changes nothing here: see pipeline.yaml.
        name: \(name)
        version: 1.0.0
        protocol: 1
        summary: Notices contacts with certain words.

        accepts:
          - case.contact            # what it is handed

        outputs:
          # what it may send on, by name; the pipeline says where to, or leaves it out
          noticed: {type: \(name).noticed, optional: true}

        reads: []                   # sections of the case that it may see
        writes: []                  # sections that it may replace

        lease: 30 seconds           # how long a delivery may take
        max_hold: 2 minutes

        settings:
          properties:
            words:
              type: array
              items: {type: string, minLength: 1}
              default: [urgent]
              description: Words to look for, in any case.

        """
    }

    static func conform(_ run: String) -> String {
        """
        # What "casewire conform" tries it with.
        \(run)settings:
          words: [kettle]
        deliveries:
          - type: case.contact
            data: {channel: mail, from: {address: ada@example.net}, words: My kettle is broken., attachments: [], references: [], problems: []}

        """
    }

    /// - Parameters:
    ///   - folder: the plugin's folder, as the pipeline's file names it.
    ///   - run: the command that starts it, from there.
    ///   - tests: the commands that try it, in its own folder.
    static func readme(_ name: String, folder: String, run: String, tests: String) -> String {
        """
        # \(name)

        Notices contacts with certain words: notes in the case which, and sends `noticed` on.

        ## Try it

        In this folder:

        ```console
        \(tests)
        $ casewire conform .
        ```

        ## In the pipeline

        These lines go into `pipeline.yaml`; `casewire check` tells whether they are right there.

        ```yaml
        stages:
          intake:
            outputs:
              contact: [escalation, triage, responder, \(name)]

          \(name):
            manifest: \(folder)/stage.yaml
            run: \(run)
            socket: ipc://${CASEWIRE_VAR:-var}/run/\(name).sock
            # outputs:
            #   noticed: STAGE        # one that accepts \(name).noticed, where any is to hear of it
            settings:
              words: [urgent, lawyer]
        ```

        ## Settings

        | setting | meaning |
        |---|---|
        | `words` | words to look for, in any case |

        ## Output

        | output | data |
        |---|---|
        | `noticed` (`\(name).noticed`) | `words`: those that were found |

        """
    }
}

extension String {
    /// `order-watch` as `OrderWatch`.
    var asTypeName: String {
        split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// As a shell takes it for one word.
    var quoted: String {
        let isPlain = allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-:+@%,".contains($0)) }
        return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}

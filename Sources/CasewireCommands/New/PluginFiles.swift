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
          noticed: \(name).noticed    # what it may send on, by name; the pipeline says where to

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

    static func readme(_ name: String, run: String, language: String) -> String {
        """
        # \(name)

        Notices contacts with certain words: notes in the case which, and sends `noticed` on.

        ## Try it

        ```console
        \(language)
        $ casewire conform .
        ```

        ## In the pipeline

        ```yaml
        stages:
          intake:
            outputs:
              contact: [escalation, triage, responder, \(name)]

          \(name):
            manifest: plugins/\(name)/stage.yaml
            run: \(run)
            socket: ipc://${CASEWIRE_VAR:-var}/run/\(name).sock
            outputs:
              noticed: []             # nobody yet
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
}

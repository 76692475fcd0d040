/// How a page of reports looks: quiet on a screen, black on white on paper. The colours are those of Okabe and Ito, which
/// people with any sight tell apart; nothing is told by colour alone.
enum ReportStyle {
    static let css = """
        :root { color-scheme: light; --ink: #1a1a1a; --faint: #5c5c5c; --rule: #d5d5d5; }
        body { font: 16px/1.5 system-ui, "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: #fff;
          max-width: 72rem; margin: 0 auto; padding: 2rem 1.5rem; }
        h1, h2, h3 { line-height: 1.2; } h2 { margin-top: 3rem; border-top: 2px solid var(--ink); padding-top: 1rem; }
        .scope, .note, footer { color: var(--faint); } .note { font-size: .85rem; }
        nav dl { display: grid; grid-template-columns: max-content auto; gap: .3rem 1.4rem; } nav dd { margin: 0; }
        caption { text-align: left; } caption h3 { font-size: 1.17rem; margin: 1rem 0; }
        table { border-collapse: collapse; max-width: 100%; font-size: .85rem; }
        th, td { text-align: left; vertical-align: top; padding: .3rem 1.4rem .3rem 0; border-bottom: 1px solid var(--rule); }
        th:last-child, td:last-child { padding-right: 0; } .ref { white-space: nowrap; }
        .remark { color: var(--faint); }
        th { border-bottom: 1px solid var(--ink); } thead { display: table-header-group; }
        .figure { text-align: right; font-variant-numeric: tabular-nums; } td.figure { white-space: nowrap; }
        tr.alarm td { font-weight: bold; } p.alarm { border-left: 4px solid var(--ink); padding-left: .8rem; }
        figure { margin: 1.5rem 0; } figcaption { font-weight: 600; margin-bottom: .3rem; }
        svg { width: 100%; max-width: 54rem; height: auto; font: 12px system-ui, Arial, sans-serif; }
        svg .grid { stroke: #e2e2e2; } svg .equal { stroke: #1a1a1a; stroke-width: 1.5; }
        svg text { fill: #1a1a1a; } svg .mark, svg .axis { fill: #5c5c5c; } svg text.alarm { font-weight: bold; }
        svg .whisker { stroke: #1a1a1a; stroke-width: 1.3; }
        svg circle.point { fill: #fff; stroke: #1a1a1a; stroke-width: 1.6; } svg rect.alarm { fill: #1a1a1a; }
        svg .line { fill: none; stroke-width: 1.8; } svg path.point { stroke: none; }
        svg .line.c0 { stroke: #0072b2; } svg .line.c1 { stroke: #d55e00; } svg .line.c2 { stroke: #009e73; }
        svg .line.c3 { stroke: #cc79a7; } svg .line.c4 { stroke: #5c5c5c; }
        svg .point.c0 { fill: #0072b2; stroke: none; } svg .point.c1 { fill: #d55e00; } svg .point.c2 { fill: #009e73; }
        svg .point.c3 { fill: #cc79a7; } svg .point.c4 { fill: #5c5c5c; }
        blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--rule); } blockquote p { margin: 0; }
        @media print {
          @page { margin: 16mm; }
          body { max-width: none; padding: 0; font-size: 10pt; } a { color: inherit; text-decoration: none; }
          table { font-size: 8pt; } th, td { padding: .2rem .9rem .2rem 0; }
          section { break-before: page; } h2 { margin-top: 0; }
          h2, h3, figcaption { break-after: avoid; } figure, tr, blockquote { break-inside: avoid; }
        }
        """
}

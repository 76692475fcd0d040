/// The look of the pages: the visitor's own fonts, their own light or dark, wide enough for a thumb.
enum Style {
    static let css = """
        :root {
          color-scheme: light dark;
          --paper: #fbfaf7; --ink: #22242a; --soft: #5d626d; --line: #8b909b; --field: #ffffff;
          --accent: #155e52; --on-accent: #ffffff; --bad: #a3231f; --bad-paper: #fdf0ee; --good-paper: #e9f4ef;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #17191d; --ink: #e9e8e4; --soft: #a7acb6; --line: #767c88; --field: #20232a;
            --accent: #7fcfbd; --on-accent: #0b201b; --bad: #ff9d94; --bad-paper: #33201f; --good-paper: #18302a;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0 auto; max-width: 40rem; padding: 1.25rem 1.25rem 3rem;
          background: var(--paper); color: var(--ink);
          font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
        }
        header { margin-bottom: 2rem; padding-bottom: .9rem; border-bottom: 1px solid var(--line); }
        header a { color: inherit; font-weight: 650; text-decoration: none; letter-spacing: .01em; }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .6rem; font-weight: 680; text-wrap: balance; }
        h2 { font-size: 1.125rem; margin: 1.75rem 0 .4rem; }
        p { margin: 0 0 1rem; }
        a { color: var(--accent); text-underline-offset: .15em; }
        .lead { color: var(--soft); margin-bottom: 1.75rem; }
        .field { margin-bottom: 1.4rem; }
        label, legend { display: block; font-weight: 600; margin-bottom: .3rem; }
        .optional, .hint { color: var(--soft); font-weight: 400; font-size: .9375rem; }
        .hint { margin: 0 0 .4rem; }
        .error { color: var(--bad); font-weight: 600; margin: 0 0 .4rem; }
        input:not([type=radio], [type=file]), textarea {
          width: 100%; padding: .65rem .75rem; font: inherit; color: inherit;
          background: var(--field); border: 1px solid var(--line); border-radius: .5rem;
        }
        textarea { resize: vertical; min-height: 6rem; }
        input[type=file] { font: inherit; max-width: 100%; }
        .wrong input, .wrong textarea { border-color: var(--bad); border-width: 2px; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        button {
          font: inherit; font-weight: 650; padding: .75rem 1.6rem; margin-bottom: 1rem; min-height: 2.9rem;
          color: var(--on-accent); background: var(--accent); border: 0; border-radius: .5rem; cursor: pointer;
        }
        button:hover { filter: brightness(1.1); }
        .box { padding: 1rem 1.2rem; margin-bottom: 1.75rem; border-radius: .5rem; border-left: .3rem solid; }
        .box > :last-child { margin-bottom: 0; }
        .box h2 { margin-top: 0; }
        .box ul { margin: 0; padding-left: 1.2rem; }
        .bad { background: var(--bad-paper); border-color: var(--bad); }
        .bad a { color: var(--bad); }
        .good { background: var(--good-paper); border-color: var(--accent); }
        .ref strong { font-size: 1.35rem; letter-spacing: .06em; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .ref span { display: block; color: var(--soft); }
        ol { padding-left: 1.3rem; } li { margin-bottom: .35rem; }
        .trap { position: absolute; left: -100vw; width: 1px; height: 1px; overflow: hidden; }
        fieldset { border: 0; padding: 0; margin: 0 0 1.6rem; min-width: 0; }
        legend { padding: 0; margin-bottom: .7rem; font-size: 1.125rem; }
        .scale label {
          display: flex; align-items: center; gap: .7rem; font-weight: 400; margin: 0 0 .5rem; padding: .6rem .8rem;
          border: 1px solid var(--line); border-radius: .5rem; background: var(--field); cursor: pointer;
        }
        .scale label:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
        .scale input { width: 1.25rem; height: 1.25rem; margin: 0; flex: none; accent-color: var(--accent); }
        .scale b { display: inline-block; min-width: 1.4rem; }
        footer { margin-top: 3rem; }
        footer ul { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; list-style: none; padding: 0; margin: 0; }
        footer a, footer li { color: var(--soft); font-size: .9375rem; }

        """
}

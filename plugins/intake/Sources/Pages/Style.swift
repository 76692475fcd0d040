/// The look of the pages: the visitor's own fonts, their own light or dark, wide enough for a thumb.
enum Style {
    static let css = colours + frame + fields + story

    private static let colours = """
        :root {
          color-scheme: light dark;
          --paper: #f6f4ef; --card: #ffffff; --ink: #23262b; --soft: #595e68; --line: #ddd8cd; --edge: #83878f;
          --accent: #12594d; --on-accent: #ffffff; --tint: #e7f1ed; --bad: #9c211d; --bad-tint: #fcefec;
          --shade: 0 1px 2px rgb(35 38 43 / .05), 0 6px 20px rgb(35 38 43 / .05);
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #15171a; --card: #1e2125; --ink: #e8e6e1; --soft: #abb0b9; --line: #33373e; --edge: #7c828d;
            --accent: #85d1bf; --on-accent: #0a211b; --tint: #1b302b; --bad: #ffa199; --bad-tint: #38211f;
            --shade: none;
          }
        }

        """

    private static let frame = """
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0 auto; max-width: 42rem; padding: 1.25rem clamp(1rem, 5vw, 1.75rem) 3rem;
          background: var(--paper); color: var(--ink); overflow-wrap: break-word;
          font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
        }
        header { margin-bottom: 2.25rem; }
        header a {
          display: inline-block; padding: .25rem 0; color: var(--accent); font-weight: 650; text-decoration: none;
        }
        header a:hover { text-decoration: underline; }
        h1 { font-size: clamp(1.6rem, 1.3rem + 1.5vw, 2.1rem); line-height: 1.2; margin: 0 0 .6rem; font-weight: 680;
          letter-spacing: -.012em; text-wrap: balance; }
        h2 { font-size: 1.1875rem; line-height: 1.3; margin: 0 0 .75rem; font-weight: 650; }
        p { margin: 0 0 1rem; }
        a { color: var(--accent); text-underline-offset: .15em; }
        section, form.card, details { margin-bottom: 1.75rem; }
        section > h2, .steps { margin-top: 0; }
        .lead strong { white-space: nowrap; }
        .lead { color: var(--soft); margin-bottom: 1.75rem; text-wrap: pretty; }
        .card { padding: clamp(1.1rem, 4vw, 1.6rem); background: var(--card); border: 1px solid var(--line);
          border-radius: .9rem; box-shadow: var(--shade); }
        .card > :last-child { margin-bottom: 0; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem; }
        button {
          font: inherit; font-weight: 650; padding: .7rem 1.5rem; min-height: 2.9rem; max-width: 100%;
          color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: .6rem;
          cursor: pointer;
        }
        button:hover { filter: brightness(1.12); }
        button.quiet { color: var(--accent); background: transparent; }
        button.quiet:hover { background: var(--tint); filter: none; }
        button + .hint { margin: 1rem 0 0; }
        .box { padding: 1rem 1.2rem; margin-bottom: 1.75rem; border-radius: .7rem; border-left: .3rem solid; }
        .box:focus { outline: none; }
        .box > :last-child { margin-bottom: 0; }
        .box h2 { font-size: 1.0625rem; margin: 0 0 .4rem; }
        .box ul { margin: 0; padding: 0; list-style: none; }
        .box li a { display: block; padding: .15rem 0; }
        .bad { background: var(--bad-tint); border-color: var(--bad); }
        .bad a { color: var(--bad); }
        .good { background: var(--tint); border-color: var(--accent); }
        .ref strong { font-size: 1.35rem; letter-spacing: .06em; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .ref span { display: block; color: var(--soft); }
        ol.steps { padding-left: 1.3rem; } .steps li { margin-bottom: .35rem; }
        details { padding: .35rem 0; color: var(--soft); }
        summary { cursor: pointer; padding: .4rem 0; }
        details[open] summary { margin-bottom: .5rem; }
        footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
        footer p { margin: 0 0 .2rem; }
        footer ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: 0; margin: 0; }
        footer a, footer li { display: inline-block; color: var(--soft); font-size: .9375rem; }
        footer a { padding: .3rem 0; } footer li[aria-current] { padding: .3rem 0; font-weight: 650; color: var(--ink); }

        """

    private static let fields = """
        .field { margin-bottom: 1.4rem; }
        label, legend { display: block; font-weight: 600; margin-bottom: .3rem; }
        .optional, .hint { color: var(--soft); font-weight: 400; font-size: .9375rem; }
        .hint { margin: 0 0 .45rem; }
        .error { color: var(--bad); font-weight: 600; margin: 0 0 .4rem; }
        input:not([type=radio], [type=checkbox], [type=file]), textarea {
          width: 100%; padding: .65rem .75rem; font: inherit; color: inherit;
          background: var(--card); border: 1px solid var(--edge); border-radius: .6rem;
        }
        textarea { resize: vertical; min-height: 6rem; display: block; }
        input[type=checkbox] { width: 1.5rem; height: 1.5rem; margin: 0 .5rem 0 0; vertical-align: middle; accent-color: var(--accent); }
        input[type=file] { font: inherit; font-size: .9375rem; max-width: 100%; padding: .3rem 0; }
        ::file-selector-button {
          font: inherit; font-weight: 600; padding: .5rem 1rem; margin-right: .8rem; min-height: 2.6rem; cursor: pointer;
          color: var(--accent); background: transparent; border: 1px solid var(--edge); border-radius: .6rem;
        }
        ::file-selector-button:hover { background: var(--tint); }
        .wrong input, .wrong textarea { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
        .trap { position: absolute; left: -100vw; width: 1px; height: 1px; overflow: hidden; }
        fieldset { border: 0; padding: 0; margin: 0 0 1.6rem; min-width: 0; }
        legend { padding: 0; margin-bottom: .7rem; font-size: 1.125rem; }
        .scale label {
          display: flex; align-items: center; gap: .7rem; font-weight: 400; margin: 0 0 .5rem; padding: .6rem .8rem;
          border: 1px solid var(--edge); border-radius: .6rem; cursor: pointer;
        }
        .scale label:hover { background: var(--tint); }
        .scale label:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
        .scale label:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
        .scale input { width: 1.25rem; height: 1.25rem; margin: 0; flex: none; accent-color: var(--accent); }
        .scale input:focus-visible { outline: none; }
        .scale b { display: inline-block; min-width: 1.4rem; }

        """

    private static let story = """
        .about { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; color: var(--soft);
          margin-bottom: 1.75rem; }
        .about strong { color: var(--ink); letter-spacing: .04em; white-space: nowrap; }
        .state { padding: .15rem .8rem; border-radius: 2rem; background: var(--tint); color: var(--accent);
          font-size: .9375rem; font-weight: 650; }
        .advocate { display: flex; align-items: center; gap: .9rem; margin-bottom: .9rem; }
        .advocate p { margin: 0; }
        .face { flex: none; width: 2.9rem; height: 2.9rem; border-radius: 50%; display: grid; place-items: center;
          background: var(--tint); color: var(--accent); font-weight: 650; letter-spacing: .02em; }
        .next { font-size: 1.1875rem; line-height: 1.45; text-wrap: pretty; }
        .next time { font-weight: 650; }
        .story { list-style: none; padding: 0; margin: 0; display: grid; gap: .9rem; }
        .story > li { max-width: 92%; padding: .85rem 1.1rem; border-radius: 1rem; min-width: 0; }
        .story .mine { justify-self: end; background: var(--tint); border-bottom-right-radius: .25rem; }
        .story .ours { justify-self: start; background: var(--card); border: 1px solid var(--line);
          border-bottom-left-radius: .25rem; }
        .story .event { justify-self: center; padding: .1rem 0; text-align: center; }
        .event p { margin: 0; color: var(--soft); font-size: .9375rem; }
        .who { margin: 0 0 .35rem; font-size: .9375rem; display: flex; flex-wrap: wrap; gap: 0 .6rem; }
        .at { color: var(--soft); }
        .words p { margin: 0 0 .7rem; white-space: pre-line; }
        .words p:last-child { margin: 0; }
        .files { margin: .6rem 0 0; padding-left: 1.1rem; color: var(--soft); font-size: .9375rem; }
        .choices { display: flex; flex-wrap: wrap; gap: .75rem; }

        """
}

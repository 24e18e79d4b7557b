using System.Net;

namespace Propensity.Report;

/// <summary>The frame of the report: head, style, nothing from elsewhere.</summary>
internal static class HtmlPage
{
    public static string Of(string title, string subtitle, string body) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{WebUtility.HtmlEncode(title)}}</title>
        <style>
        :root { --ink: #1d2733; --soft: #5b6875; --rule: #d9dfe5; --first: #1f6fb2; --second: #c9622b; --back: #ffffff; --band: #1f6fb222; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6ebf0; --soft: #9aa7b4; --rule: #38434e; --first: #6db3ee; --second: #f0a070; --back: #151b21;
            --band: #6db3ee2a; }
        }
        body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink);
          background: var(--back); }
        h1 { margin-bottom: 0; } h2 { margin: 2.5rem 0 0; font-size: 1.25rem; } p { margin: .3rem 0 .8rem; color: var(--soft); }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--rule); }
        td { min-width: 2.7rem; } td:not(:first-child) { overflow-wrap: anywhere; }
        .warning { border-left: 4px solid var(--second); padding-left: .8rem; color: var(--ink); }
        .bars { display: grid; grid-template-columns: max-content 1fr max-content; grid-auto-flow: dense; gap: .3rem .6rem;
          align-items: center; font-size: .85rem; }
        .bars > .name { grid-column: 1; text-align: right; } .bars > .track { grid-column: 2; position: relative; height: 1.1rem; }
        .bars > .value { grid-column: 3; }
        .bar, .axis { position: absolute; top: 0; bottom: 0; } .bar { background: var(--first); min-width: 1px; }
        .bar.negative { background: var(--second); }
        .axis { width: 1px; background: var(--soft); margin: -.15rem 0; }
        .heat { width: auto; border-collapse: separate; border-spacing: 2px; font-size: .8rem; }
        .heat th, .heat td { border: 0; padding: 0; font-weight: normal; min-width: 0; white-space: nowrap; }
        .heat th.name { text-align: right; padding-right: .4rem; }
        .heat th.column { vertical-align: bottom; text-align: center; padding: .5rem 0 .2rem; }
        .heat th.column > span { writing-mode: vertical-rl; transform: rotate(180deg); }
        .heat td { width: 2.6rem; height: 2.2rem; text-align: center;
          background: color-mix(in srgb, var(--first) var(--share), transparent); }
        .heat td.dark { color: var(--back); }
        .scale { display: flex; align-items: center; gap: .5rem; font-size: .8rem; }
        .scale span { width: 8rem; height: .8rem; background: linear-gradient(to right, transparent, var(--first));
          border: 1px solid var(--rule); }
        .lines { display: block; width: 100%; max-width: 44rem; height: auto; margin: .5rem 0; font-size: 13px; }
        .lines text { fill: var(--ink); }
        .lines .name { text-anchor: end; } .lines .tick { text-anchor: middle; } .grid { stroke: var(--rule); }
        .diagonal { stroke: var(--soft); stroke-dasharray: 5 5; } .band { fill: var(--band); }
        .line { fill: none; stroke: var(--first); stroke-width: 2.5; } .line1 { stroke: var(--second); }
        @media (max-width: 40rem) {
          .family { display: none; } table { font-size: .8rem; } .lines { font-size: 20px; }
          .bars { grid-template-columns: 1fr max-content; } .bars > .name { text-align: left; } .bars > .value { grid-column: 2; }
          .bars > .track { grid-column: 1 / -1; height: .7rem; margin-bottom: .3rem; }
          .heat { font-size: .6rem; border-spacing: 1px; } .heat td { width: 1.15rem; height: 1.15rem; }
        }
        </style>
        </head>
        <body>
        <h1>{{WebUtility.HtmlEncode(title)}}</h1>
        <p>{{WebUtility.HtmlEncode(subtitle)}}</p>
        {{body}}
        </body>
        </html>

        """;
}

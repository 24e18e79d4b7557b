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
          :root { --ink: #e6ebf0; --soft: #9aa7b4; --rule: #38434e; --first: #6db3ee; --second: #f0a070; --back: #151b21; --band: #6db3ee2a; }
        }
        body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--back); }
        h1 { margin-bottom: 0; } h2 { margin: 2.5rem 0 0; font-size: 1.25rem; } p { margin: .3rem 0 .8rem; color: var(--soft); }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
        svg { display: block; width: 100%; height: auto; margin: .5rem 0; font-size: 13px; } svg text { fill: var(--ink); }
        .name { text-anchor: end; } .tick { text-anchor: middle; } svg text.on-dark { fill: var(--back); } .bar, .cell { fill: var(--first); } .bar.negative { fill: var(--second); }
        .axis, .grid { stroke: var(--rule); } .axis { stroke: var(--soft); } .diagonal { stroke: var(--soft); stroke-dasharray: 5 5; }
        .line { fill: none; stroke: var(--first); stroke-width: 2.5; } .line1 { stroke: var(--second); } .band { fill: var(--band); }
        .warning { border-left: 4px solid var(--second); padding-left: .8rem; color: var(--ink); }
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

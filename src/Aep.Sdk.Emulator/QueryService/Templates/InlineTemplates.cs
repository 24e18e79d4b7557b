using System.Text;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.QueryService.Templates;

/// <summary>
/// Puts the SQL of other templates in the place of <c>#name</c>. A query inside of another statement comes in parentheses. What names no
/// template stays, comments and literals too.
/// </summary>
/// <param name="find">The SQL of a template by its name, or null without one.</param>
internal sealed class InlineTemplates(Func<string, string?> find)
{
    /// <exception cref="ApiException">400: templates name each other.</exception>
    public string Expand(string sql) => sql.Contains('#') ? Expand(sql, []) : sql;

    private string Expand(string sql, string[] within)
    {
        var text = new StringBuilder();
        for (int at = 0; at < sql.Length;)
        {
            int end = Math.Max(Untouched(sql, at), at + 1), behind = NameEnd(sql, at);
            if (behind > end && find(sql[end..behind]) is string template)
            {
                text.Append(Inner(sql, at, behind, Expand(template, Nested(within, sql[end..behind]))));
                end = behind;
            }
            else
                text.Append(sql, at, end - at);
            at = end;
        }
        return text.ToString();
    }

    // Behind the name at a hash, else the same place.
    private static int NameEnd(string sql, int at)
    {
        int end = at + 1;
        while (sql[at] == '#' && end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] is '_' or '-'))
            end++;
        return sql[at] == '#' ? end : at;
    }

    private static string[] Nested(string[] within, string name) => within.Contains(name)
        ? throw QueryErrors.BadRequest($"The query templates {string.Join(", ", within)} name each other.")
        : [.. within, name];

    private static string Inner(string sql, int from, int to, string template)
    {
        string inner = template.Trim().TrimEnd(';'), before = sql[..from].TrimEnd(), behind = sql[to..].TrimStart().TrimEnd(';');
        bool query = inner.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
            || inner.StartsWith("WITH", StringComparison.OrdinalIgnoreCase);
        bool alone = before.Length == 0 && behind.Length == 0 || (before.EndsWith('(') && behind.StartsWith(')')) || before.EndsWith(';');
        return query && !alone ? $"({inner})" : inner;
    }

    // The end of the literal, quoted name or comment that begins here; else the same place.
    private static int Untouched(string sql, int at)
    {
        (string Opening, string Closing)[] quotes = [("'", "'"), ("\"", "\""), ("`", "`"), ("--", "\n"), ("/*", "*/")];
        foreach ((string opening, string closing) in quotes)
        {
            if (string.CompareOrdinal(sql, at, opening, 0, opening.Length) != 0)
                continue;
            int end = sql.IndexOf(closing, at + opening.Length, StringComparison.Ordinal);
            return end < 0 ? sql.Length : end + closing.Length;
        }
        return at;
    }
}

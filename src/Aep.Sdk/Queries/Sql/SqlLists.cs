using System.Text;

namespace Aep.Sdk.Queries;

/// <summary>Several values in SQL: a list in the parentheses of IN, an array elsewhere.</summary>
internal static class SqlLists
{
    // IN () is no SQL; a query without rows means the same, for NOT IN too.
    private const string Nothing = "SELECT NULL WHERE FALSE";

    /// <summary>
    /// The values behind <c>IN (</c> and <c>= ANY (</c>, or an array anywhere else. ANY of values, which Spark lacks, becomes IN.
    /// </summary>
    public static string Append(StringBuilder text, IReadOnlyList<string> literals)
    {
        string before = text.ToString();
        int open = Before(before, before.Length, "(");
        open = open >= 0 && IsComment(before, open) ? -1 : open;
        int word = open < 0 ? -1 : Before(before, open, "IN");
        if (word < 0 && open >= 0 && (Before(before, open, "ANY") is >= 0 and int any) && Before(before, any, "=") is >= 0 and int equals
            && !(equals > 0 && before[equals - 1] is '<' or '>' or '!' or '='))
        {
            text.Length = equals;
            text.Append("IN (");
            word = equals;
        }

        return word < 0 ? $"array({string.Join(", ", literals)})" : literals.Count == 0 ? Nothing : string.Join(", ", literals);
    }

    // Where a word or symbol begins that ends before a position, white space aside, or -1.
    private static int Before(string text, int end, string token)
    {
        string head = text[..end].TrimEnd();
        int start = head.Length - token.Length;
        bool found = head.EndsWith(token, StringComparison.OrdinalIgnoreCase);
        bool whole = !char.IsLetter(token[0]) || start <= 0
            || !(char.IsLetterOrDigit(head[start - 1]) || head[start - 1] is '_' or '.' or '"' or '`' or '$');
        return found && whole ? start : -1;
    }

    // A line that ended before the value may have been a comment.
    private static bool IsComment(string text, int open)
    {
        int line = text.LastIndexOf('\n', open) + 1;
        return text.IndexOf('\n', open) >= 0 && text.IndexOf("--", line, open - line, StringComparison.Ordinal) >= 0;
    }
}

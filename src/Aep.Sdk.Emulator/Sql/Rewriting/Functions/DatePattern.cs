using System.Text;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Date patterns of Java, as Spark takes them, in the notation of strftime.</summary>
internal static class DatePattern
{
    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["yyyy"] = "%Y",
        ["yy"] = "%y",
        ["y"] = "%Y",
        ["MMMM"] = "%B",
        ["MMM"] = "%b",
        ["MM"] = "%m",
        ["M"] = "%-m",
        ["LLLL"] = "%B",
        ["LLL"] = "%b",
        ["LL"] = "%m",
        ["dd"] = "%d",
        ["d"] = "%-d",
        ["DDD"] = "%j",
        ["D"] = "%-j",
        ["EEEE"] = "%A",
        ["EEE"] = "%a",
        ["EE"] = "%a",
        ["E"] = "%a",
        ["HH"] = "%H",
        ["H"] = "%-H",
        ["hh"] = "%I",
        ["h"] = "%-I",
        ["mm"] = "%M",
        ["m"] = "%-M",
        ["ss"] = "%S",
        ["s"] = "%-S",
        ["SSS"] = "%g",
        ["SSSSSS"] = "%f",
        ["a"] = "%p",
    };

    // All times are UTC here.
    private static readonly Dictionary<string, string> Zones = new(StringComparer.Ordinal)
    {
        ["z"] = "UTC",
        ["Z"] = "+0000",
        ["X"] = "Z",
        ["XX"] = "Z",
        ["XXX"] = "Z",
        ["xx"] = "+0000",
        ["xxx"] = "+00:00",
    };

    public static string ForOutput(string pattern, int position) => Translate(pattern, position, run => Zones.GetValueOrDefault(run));

    public static string ForInput(string pattern, int position) =>
        Translate(pattern, position, run => Zones.ContainsKey(run) ? "%z" : null);

    private static string Translate(string pattern, int position, Func<string, string?> zone)
    {
        var text = new StringBuilder();
        int at = 0;
        while (at < pattern.Length)
        {
            char letter = pattern[at];
            if (letter == '\'')
            {
                at = Quoted(pattern, at, text);
                continue;
            }
            int end = at + 1;
            while (char.IsAsciiLetter(letter) && end < pattern.Length && pattern[end] == letter)
                end++;
            string run = pattern[at..end];
            text.Append(!char.IsAsciiLetter(letter) ? Plain(run) : zone(run) ?? Letters.GetValueOrDefault(run)
                ?? throw SqlErrorException.NotSupported($"{run} in the date pattern {pattern}", position));
            at = end;
        }
        return text.ToString();
    }

    // 'text' stands for itself, '' for a quote.
    private static int Quoted(string pattern, int at, StringBuilder text)
    {
        int close = pattern.IndexOf('\'', at + 1);
        close = close < 0 ? pattern.Length : close;
        text.Append(close == at + 1 ? "'" : Plain(pattern[(at + 1)..close]));
        return close + 1;
    }

    private static string Plain(string text) => text.Replace("%", "%%");
}

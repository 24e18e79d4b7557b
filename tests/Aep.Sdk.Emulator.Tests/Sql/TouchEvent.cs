using System.Globalization;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>An event of the tests of Adobe's functions, and a set of them as the rows of a query.</summary>
internal sealed record TouchEvent(string User, DateTime Time, string? Code, bool? Hit)
{
    private static readonly DateTime Start = new(2024, 3, 1);

    public static IReadOnlyList<TouchEvent> Some(int seed, int count, int users)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(index => new TouchEvent(
            $"u{random.Next(users)}",
            Start.AddSeconds(random.Next(20_000)).AddTicks(index * 10),
            random.Next(3) == 0 ? $"code {random.Next(5)}, longer than twelve" : random.Next(4) == 0 ? "short" : null,
            random.Next(5) == 0 ? null : random.Next(4) == 0))];
    }

    /// <summary>The source of a query with the columns u, t, code and hit.</summary>
    public static string Source(IEnumerable<TouchEvent> events)
    {
        const string Columns = "u, CAST(t AS TIMESTAMP) AS t, CAST(code AS STRING) AS code, CAST(hit AS BOOLEAN) AS hit";
        return $"(SELECT {Columns} FROM (VALUES {string.Join(", ", events.Select(item => item.Row()))}) AS v(u, t, code, hit))";
    }

    private string Row()
    {
        string time = Time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        return $"('{User}', '{time}', {Literal(Code)}, {Literal(Hit)})";
    }

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        bool flag => flag ? "true" : "false",
        _ => $"'{value}'",
    };
}

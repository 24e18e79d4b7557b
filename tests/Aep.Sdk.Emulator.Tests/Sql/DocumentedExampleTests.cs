using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>
/// The forms of statements that Adobe's pages on concepts, use cases and Data Distiller show, over a small table of XDM events: each works,
/// or is refused by name.
/// </summary>
public sealed class DocumentedExampleTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Each_example_works_or_is_refused_by_name()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        List<string> wrong = [];
        foreach ((string sql, string expected) in Statements())
        {
            string answer;
            try
            {
                answer = string.Join(",", (await connection.RowsAsync(sql)).Select(row => FormattableString.Invariant($"{row[0]}")));
            }
            catch (PostgresException error)
            {
                answer = "!" + error.SqlState + (expected.StartsWith('!') ? "" : " " + error.MessageText);
            }
            if (answer != expected)
                wrong.Add($"{sql}\n    {answer}, not {expected}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    // Of the file beside this one: statement => the first column of each row, or ! and the SQLSTATE.
    private static IEnumerable<(string Sql, string Expected)> Statements()
    {
        using var reader =
            new StreamReader(typeof(DocumentedExampleTests).Assembly.GetManifestResourceStream("documented-sql-examples.txt")!);
        foreach (string line in reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            int arrow = line.LastIndexOf(" =>", StringComparison.Ordinal);
            yield return (line[..arrow], line[(arrow + 3)..].Trim());
        }
    }

    [Fact]
    public async Task A_session_can_have_nested_fields_as_columns()
    {
        await using NpgsqlConnection nested = await QueryServiceConnection.OpenAsync(fixture);
        await nested.ExecuteAsync("""
            CREATE TABLE purchases AS SELECT DATE '2024-05-06' AS day, array(1, 2) AS l, map('a', 1) AS m, struct(
                struct(CAST(7 AS DOUBLE) AS priceTotal, 'x' AS purchaseID) AS order,
                struct(CAST(1 AS DOUBLE) AS value) AS purchases) AS commerce
            """);
        await using NpgsqlConnection flat = await QueryServiceConnection.OpenAsync(fixture, $"{fixture.Emulator.SandboxName}:all?FLATTEN");
        object?[] row = (await flat.RowsAsync("""
            SELECT YEAR(day) AS year, SUM("commerce.order.priceTotal") AS revenue FROM purchases
            WHERE "commerce.purchases.value" > 0 GROUP BY 1
            """)).Single();
        Assert.Equal([2024, 7.0], row);
        string[] columns = ["day", "l", "m", "commerce.order.priceTotal", "commerce.order.purchaseID", "commerce.purchases.value"];
        List<object?[]> listed = await flat.RowsAsync(
            "SELECT column_name FROM information_schema.columns WHERE table_name = 'purchases' ORDER BY ordinal_position");
        Assert.Equal(columns, listed.Select(name => name[0]));
        Assert.Equal(columns.Length, (await flat.RowsAsync("SELECT * FROM purchases"))[0].Length);
        Assert.Equal("42703", (await nested.FailsAsync("SELECT \"commerce.order.priceTotal\" FROM purchases")).SqlState);
        await flat.ExecuteAsync("INSERT INTO purchases SELECT DATE '2024-05-07', array(3), map('b', 2), NULL");
        Assert.Equal(2L, await nested.ScalarAsync("SELECT count(*) FROM purchases"));
    }
}

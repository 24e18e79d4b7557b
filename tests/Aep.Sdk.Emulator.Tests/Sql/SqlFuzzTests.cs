using System.Text;
using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>
/// Random SQL: whatever it is, the answer is rows or an error of SQL, never one of the server; and literals come back as they went.
/// </summary>
public sealed class SqlFuzzTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static readonly string[] Words =
    [
        "SELECT", "FROM", "WHERE", "WITH", "AS", "(", ")", ",", ".", "*", "+", "-", "[", "]", "::", "<=>", "!", "~", "!~", "||", "@v", "$1",
            "$$", "$x$", ";", "'text'", "'it''s'", "\"name\"", "`tick`",
        "-- note\n", "/* SELECT */", "1", "0.5", "1e9", "NULL", "CASE", "WHEN", "THEN", "END", "explode", "(1)", "LATERAL VIEW", "OVER",
            "SNAPSHOT", "SINCE", "BETWEEN", "HEAD", "AND", "CAST", "int", "array",
        "struct<a:int>", "LIMIT", "0", "INTERVAL", "DIV", "RLIKE", "INTO", "t", "VIEW", "CREATE", "DROP", "SHOW", "TABLES", "FETCH", "c",
            "DECLARE", "CURSOR", "FOR", "EXPLAIN", "pg_catalog", "pg_class",
        "SESS_TIMEOUT", "time_between_previous_match", "UNION", "VALUES", "EXECUTE", "PREPARE", "BEGIN", "EXCEPTION", "SET", "=", "->", "x",
            "COLLATE", "OPERATOR", "^", "&", "|", "{", "}", "window", "any", "GROUP BY", "WITH ROLLUP", "SORT BY", "DISTRIBUTE BY",
            "INTERVAL 1 DAY", "extract", "hash", "schema_of_json", "t.s.*", "timestampadd",
    ];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Random_tokens_are_answered_with_rows_or_an_error_of_sql(int seed)
    {
        var random = new Random(seed);
        await using WireClient wire = await WireClient.LogInAsync(fixture);
        for (int round = 0; round < 300; round++)
        {
            string sql = string.Join(' ', Enumerable.Range(0, random.Next(1, 14)).Select(_ => Words[random.Next(Words.Length)]));
            await wire.SendAsync('Q', WireClient.Text(sql));
            List<WireClient.Message> messages = await wire.ReadUntilReadyAsync();
            Assert.All(messages.Where(message => message.Type == 'E'), error => Assert.False(
                error.Field('M')!.StartsWith("Internal System Error", StringComparison.Ordinal), $"{sql}: {error.Field('M')}"));
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task Literals_survive_whatever_they_hold(int seed)
    {
        var random = new Random(seed);
        await using WireClient wire = await WireClient.LogInAsync(fixture);
        for (int round = 0; round < 150; round++)
        {
            string text = string.Join(' ', Enumerable.Range(0, random.Next(1, 10)).Select(_ => Words[random.Next(Words.Length)]))
                + (random.Next(3) == 0 ? " zażółć 🎈 \\" : "");
            string literal = "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
            string sql = random.Next(3) switch
            {
                0 => $"SELECT {literal}",
                1 => $"SELECT t /* {text.Replace("*/", "", StringComparison.Ordinal).Replace("/*", "", StringComparison.Ordinal)} */ FROM "
                    + $"(SELECT {literal} AS t) AS q",
                _ => $"WITH q AS (SELECT {literal} AS t) SELECT CASE WHEN t RLIKE '.*' THEN t END FROM q -- "
                    + $"{text.Replace("\n", " ", StringComparison.Ordinal)}",
            };
            await wire.SendAsync('Q', WireClient.Text(sql));
            List<WireClient.Message> messages = await wire.ReadUntilReadyAsync();
            Assert.True(
                messages.Exists(message => message.Type == 'D'), $"{sql}: {messages.Find(message => message.Type == 'E')?.Field('M')}");
            Assert.Equal(text, Encoding.UTF8.GetString(messages.Single(message => message.Type == 'D').Body.AsSpan(6)));
        }
    }
}

using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator;
using DuckDB.NET.Data;
using Npgsql;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// The featurization of the notebooks over the events of 120,000 users: CREATE TABLE AS on the local platform, and a COPY to Parquet by
/// bare DuckDB over the same files, by turns, both with two threads.
/// </summary>
internal static class Featurize
{
    public const int DefaultEvents = 1_276_563;

    private const int EventsPerTen = 106; // events of ten users: 1,276,563 of 120,000
    private const int Rounds = 3;

    public static async Task RunAsync(int events)
    {
        string folder = Directory.CreateTempSubdirectory("aep-featurize-").FullName;
        try
        {
            await using (AepEmulator platform = await AepEmulator.StartAsync(
                new AepEmulatorOptions { DataFolder = folder, ProcessingTime = TimeSpan.FromMilliseconds(10) }))
                await MeasureAsync(platform, folder, events, Math.Max(1, (int)(events * 10L / EventsPerTen)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(AepEmulator platform, string folder, int events, int users)
    {
        await using NpgsqlConnection connection = await OpenAsync(platform);
        await ExecuteAsync(connection, $"CREATE TABLE events AS {FeatureSql.Events(events, users)}");
        string files = Path.Combine(folder, "sandboxes", platform.SandboxName, "lake", await DatasetIdAsync(connection), "*.parquet");
        using var bare = new DuckDBConnection("DataSource=:memory:");
        bare.Open();
        Run(bare, "SET threads = 2; SET memory_limit = '2GB'; SET TimeZone = 'UTC'");
        double[] there = new double[Rounds], here = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            string target = Path.Combine(folder, $"bare{round}.parquet");
            here[round] = await SecondsAsync(() => Task.Run(
                () => Run(bare, $"COPY ({FeatureSql.OfDuckDb($"read_parquet('{files}')")}) TO '{target}' (FORMAT parquet)")));
            there[round] = await SecondsAsync(
                () => ExecuteAsync(connection, $"CREATE TABLE features{round} AS {FeatureSql.OfQueryService("events")}"));
            Console.WriteLine(
                $"round {round + 1}: bare DuckDB {here[round]:0.00} s, local platform {there[round]:0.00} s, ratio {there[round] / here[round]:0.00}");
        }
        long rows = (long)(await ScalarAsync(connection, "SELECT count(*) FROM features0"))!;
        Console.WriteLine(
            $"{rows:N0} events of {users:N0} users: bare DuckDB {here.Min():0.00} s, local platform {there.Min():0.00} s (aim: 10 s), ratio {there.Min() / here.Min():0.00} (aim: 1.3)");
    }

    // SHOW TABLES: the second column of the table's row is the id of its dataset, the name of its folder.
    private static async Task<string> DatasetIdAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SHOW TABLES", connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (reader.GetString(0) == "events")
                return reader.GetString(1);
        }
        throw new InvalidOperationException("The table of events was not made.");
    }

    private static async Task<double> SecondsAsync(Func<Task> run)
    {
        long start = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Run(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task<NpgsqlConnection> OpenAsync(AepEmulator platform)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = platform.ClientId,
            ["client_secret"] = platform.ClientSecret,
            ["scope"] = "openid",
        });
        using HttpResponseMessage response = await http.PostAsync(new Uri(platform.ImsUrl, "/ims/token/v3"), form);
        string token = (string)(await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
        string[] endpoint = platform.QueryEndpoint.Split(':');
        var connection = new NpgsqlConnection(
            $"Host={endpoint[0]};Port={endpoint[1]};Username={platform.OrgId};Password={token};Database={platform.SandboxName}:all;"
            + $"SSL Mode=VerifyFull;Root Certificate={platform.CertificateFile};Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}

using System.Diagnostics;
using Aep.Sdk.Queries;
using Npgsql;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// Reads a million rows of 15 columns as objects through the client and through bare Npgsql, by turns, and compares turn by turn.
/// </summary>
internal static class QueryRows
{
    private const int Turns = 9;
    private const string Sql = "SELECT * FROM wide LIMIT 0";

    public static async Task RunAsync()
    {
        await using var server = new RowServer();
        await using ServerProcess platform = await LoopbackPlatform.StartAsync(server.Port);
        await using AepClient sdk = Client.Sdk(platform.Url, server.CertificateFile);
        await using NpgsqlDataSource bare = Bare(server);
        await MeasureAsync(() => BareAsync(bare));
        await MeasureAsync(() => SdkAsync(sdk));
        var measured = new (Measured Bare, Measured Sdk)[Turns];
        for (int i = 0; i < Turns; i++)
        {
            // The order changes from turn to turn: neither side always follows the other's garbage.
            if (i % 2 == 0) measured[i].Bare = await MeasureAsync(() => BareAsync(bare));
            measured[i].Sdk = await MeasureAsync(() => SdkAsync(sdk));
            if (i % 2 == 1) measured[i].Bare = await MeasureAsync(() => BareAsync(bare));
        }

        double[] ratios = [.. measured.Select(turn => turn.Sdk.Seconds / turn.Bare.Seconds).Order()];
        Console.WriteLine(
            $"{RowServer.Rows:N0} rows x 15 columns: bare {Middle(measured.Select(turn => turn.Bare.Seconds)):0.000} s, SDK {Middle(measured.Select(turn => turn.Sdk.Seconds)):0.000} s, "
            + $"ratio {ratios[Turns / 2]:0.000} ({ratios[0]:0.000} to {ratios[^1]:0.000} in {Turns} turns)");
        Console.WriteLine(
            $"allocated a row: bare {Middle(measured.Select(turn => turn.Bare.Bytes)):0} bytes, SDK {Middle(measured.Select(turn => turn.Sdk.Bytes)):0} bytes (server included)");
    }

    private sealed record Measured(double Seconds, double Bytes);

    private static NpgsqlDataSource Bare(RowServer server)
    {
        var builder = new NpgsqlDataSourceBuilder(
            $"Host=localhost;Port={server.Port};Username=u;Password=p;Database=d;SSL Mode=VerifyFull;Root Certificate={server.CertificateFile};GSS Encryption Mode=Disable;No Reset On Close=true");
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        return builder.Build();
    }

    private static async Task<long> BareAsync(NpgsqlDataSource source)
    {
        long sum = 0;
        await using NpgsqlConnection connection = await source.OpenConnectionAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = Sql;
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new WideRow(
                reader.GetString(0), reader.GetString(1), reader.GetDateTime(2), reader.GetInt64(3),
                reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9),
                reader.GetInt64(10),
                reader.IsDBNull(11) ? null : reader.GetDouble(11), reader.IsDBNull(12) ? null : reader.GetDouble(12),
                reader.IsDBNull(13) ? null : reader.GetDouble(13), reader.IsDBNull(14) ? null : reader.GetDouble(14));
            sum += row.C1;
        }

        return sum;
    }

    private static async Task<long> SdkAsync(AepClient sdk)
    {
        long sum = 0;
        await foreach (WideRow row in sdk.Queries.QueryAsync<WideRow>(SqlStatement.FromText(Sql))) sum += row.C1;
        return sum;
    }

    private static async Task<Measured> MeasureAsync(Func<Task<long>> read)
    {
        GC.Collect();
        long bytes = GC.GetTotalAllocatedBytes(), start = Stopwatch.GetTimestamp();
        await read();
        return new Measured(Stopwatch.GetElapsedTime(start).TotalSeconds, (GC.GetTotalAllocatedBytes() - bytes) / (double)RowServer.Rows);
    }

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Aep.Sdk;
using Aep.Sdk.Datasets;
using Aep.Sdk.Emulator;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Schemas;
using Samples.Tests.Support;

namespace Samples.Tests.Ingestion;

/// <summary>
/// A client that is killed while it ingests, and started again with the same journal: the dataset has exactly the input, once.
/// </summary>
public sealed class KilledClientTests : IAsyncLifetime
{
    private const int Rows = 1_600;

    private readonly TemporaryFolder _folder = new();
    private AepEmulator _emulator = null!;
    private AepClient _aep = null!;
    private string _schema = "";

    public async Task InitializeAsync()
    {
        _emulator = await AepEmulator.StartAsync();
        _aep = new AepClient(new AepOptions
        {
            OrgId = _emulator.OrgId,
            SandboxName = _emulator.SandboxName,
            ClientId = _emulator.ClientId,
            ClientSecret = new Secret(_emulator.ClientSecret),
            PlatformEndpoint = _emulator.SecurePlatformUrl,
            ImsEndpoint = _emulator.SecureImsUrl,
            TrustedCertificateFile = _emulator.CertificateFile,
            PollInterval = TimeSpan.FromMilliseconds(20),
        });
        _schema = (await _aep.Schemas.GetOrCreateAsync(new SchemaDefinition("Killed", XdmClasses.ExperienceEvent, []))).Id;
    }

    public async Task DisposeAsync()
    {
        await _aep.DisposeAsync();
        await _emulator.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("json", 50)]
    [InlineData("parquet", 20)] // each is slower, and what the journal does is the same
    public async Task Clients_killed_at_random_moments_lose_and_double_nothing(string format, int runs)
    {
        var random = new Random(7);
        int killed = 0, interrupted = 0;
        var clock = Stopwatch.StartNew();
        (string first, string journal) = await NewAsync("whole");
        Assert.True(await RunAsync(first, journal, format, null));
        double whole = clock.Elapsed.TotalMilliseconds;
        await CheckAsync(first, journal);
        for (int run = 0; run < runs; run++)
        {
            (string dataset, journal) = await NewAsync($"run {run}");
            for (int kill = 0; kill <= run % 3; kill++)
            {
                killed++;
                clock.Restart();
                bool ended = await RunAsync(dataset, journal, format, TimeSpan.FromMilliseconds(random.NextDouble() * whole));
                interrupted += ended ? 0 : 1;
                if (ended && kill == 0)
                    whole = clock.Elapsed.TotalMilliseconds; // the machine is less busy than when it was measured
            }
            Assert.True(await RunAsync(dataset, journal, format, null));
            await CheckAsync(dataset, journal);
        }
        Assert.True(interrupted > killed / 4, $"only {interrupted} of {killed} kills came before the end");
    }

    private async Task<(string Dataset, string Journal)> NewAsync(string name) =>
        ((await _aep.Datasets.CreateAsync(new DatasetDefinition($"Killed {name}", _schema))).Id, Path.Combine(
            _folder.Path, $"{name}.journal"));

    /// <returns>True when the client came to its end; false when it was killed before.</returns>
    private async Task<bool> RunAsync(string dataset, string journal, string format, TimeSpan? killAfter)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string program = Path.Combine(AppContext.BaseDirectory, "Aep.Sdk.KillableClient.dll");
        string[] arguments =
        [
            program, $"{_emulator.SecurePlatformUrl}", $"{_emulator.SecureImsUrl}", _emulator.CertificateFile, dataset, journal,
            Rows.ToString(CultureInfo.InvariantCulture), format,
        ];
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["AEP_ORG_ID"] = _emulator.OrgId;
        start.Environment["AEP_SANDBOX_NAME"] = _emulator.SandboxName;
        start.Environment["AEP_CLIENT_ID"] = _emulator.ClientId;
        start.Environment["AEP_CLIENT_SECRET"] = _emulator.ClientSecret;
        using Process client = Process.Start(start)!;
        Task<string> errors = client.StandardError.ReadToEndAsync();
        Assert.True(await client.StandardOutput.ReadLineAsync() == "begun", killAfter is null ? await errors : "the client did not begin");
        if (killAfter is { } wait)
        {
            using var limit = new CancellationTokenSource(wait);
            await client.WaitForExitAsync(limit.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            if (!client.HasExited)
            {
                client.Kill();
                await client.WaitForExitAsync();
                return false;
            }
        }
        await client.WaitForExitAsync();
        Assert.True(client.ExitCode == 0, await errors);
        return true;
    }

    private async Task CheckAsync(string dataset, string journal)
    {
        string table = (await _aep.Datasets.GetAsync(dataset)).TableName;
        List<Count> counts = await _aep.Queries.QueryAsync<Count>(
            $"SELECT COUNT(*) AS all_rows, COUNT(DISTINCT _id) AS different_rows FROM {Aep.Sdk.Queries.Sql.Table(table)}").ToListAsync();
        Assert.True(counts.Single() == new Count(Rows, Rows), $"{counts.Single()}; the journal: {await File.ReadAllTextAsync(journal)}");
    }

    internal sealed record Count(long AllRows, long DifferentRows);
}

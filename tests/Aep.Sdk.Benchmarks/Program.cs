using System.Globalization;
using Aep.Sdk.Benchmarks;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Aep.Sdk.Benchmarks -- COMMAND
//
// --filter '*'               each benchmark by itself, with its allocations
// turns                      the client and the bare one by turns: a ratio that a busy machine leaves alone
// query-rows                 a million rows of a query, the client and bare Npgsql by turns
// ingest [rows]              a million events into a server that forgets them, the client and bare ones by turns, and the memory
// ingest --parquet [rows]    the same as Parquet, beside a bare client that sends Parquet made before
// ingest --emulator [rows]   a million events into the local platform until they are in the dataset, the client and a bare one by turns
// roundtrip [rows]           a million events into a dataset, out to the landing zone and back, and the memory of the client
// featurize [events]         the notebooks' features of a million events, on the local platform and on bare DuckDB by turns
// audience [profiles]        a segment job over 120,000 profiles of the local platform, and look-ups
// cold-start program ...     programs that were published Native AOT, such as the AOT smoke app, from their start to their first answer
if (args is ["query-rows"])
    await QueryRows.RunAsync();
else if (args is ["ingest", "--emulator", ..])
    await IngestLocally.RunAsync(Rows(args[2..]));
else if (args is ["ingest", "--parquet", ..])
    await IngestParquet.RunAsync(Rows(args[2..]));
else if (args is ["ingest", ..])
    await IngestRows.RunAsync(Rows(args[1..]));
else if (args is ["roundtrip", ..])
    await RoundTrip.RunAsync(Rows(args[1..]));
else if (args is [RoundTrip.ClientCommand, string rowCount])
    await RoundTrip.RunClientAsync(rowCount);
else if (args is [IngestRows.ClientCommand, ..])
    await IngestRows.RunClientAsync(args[1..]);
else if (args is [LocalPlatform.Command])
    await LocalPlatform.ServeAsync();
else if (args is ["audience", ..])
    await AudienceRun.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : AudienceRun.DefaultProfiles);
else if (args is [ProfilePlatform.Command])
    await ProfilePlatform.ServeAsync();
else if (args is [SwallowingPlatform.Command, string certificateFile])
    await SwallowingPlatform.ServeAsync(certificateFile);
else if (args is [LoopbackPlatform.Command, string queryPort])
    await LoopbackPlatform.ServeAsync(queryPort);
else if (args is ["featurize", ..])
    await Featurize.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Featurize.DefaultEvents);
else if (args is ["cold-start", .. string[] programs])
    await ColdStart.RunAsync(programs);
else if (args is ["turns"])
    await Turns.RunAsync();
else
    BenchmarkSwitcher.FromAssembly(typeof(SmallGet).Assembly).Run(args);

static int Rows(string[] arguments) =>
    arguments is [string rows, ..] ? int.Parse(rows, CultureInfo.InvariantCulture) : IngestRows.DefaultRows;

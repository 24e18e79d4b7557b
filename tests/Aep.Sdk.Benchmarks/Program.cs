using System.Globalization;
using Aep.Sdk.Benchmarks;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Aep.Sdk.Benchmarks -- --filter '*'      each benchmark by itself, with its allocations
// dotnet run -c Release --project tests/Aep.Sdk.Benchmarks -- turns             the client and the bare one by turns: a ratio that a busy machine leaves alone
// dotnet run -c Release --project tests/Aep.Sdk.Benchmarks -- query-rows        a million rows of a query, the client and bare Npgsql by turns
// dotnet run -c Release --project tests/Aep.Sdk.Benchmarks -- ingest [rows]     a million events into a dataset, the client and a bare one by turns, and the memory
if (args is ["query-rows"])
    await QueryRows.RunAsync();
else if (args is ["ingest", ..])
    await IngestRows.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : IngestRows.DefaultRows);
else if (args is [IngestRows.ClientCommand, ..])
    await IngestRows.RunClientAsync(args[1..]);
else if (args is [SwallowingPlatform.Command])
    await SwallowingPlatform.ServeAsync();
else if (args is [LoopbackPlatform.Command, string queryPort])
    await LoopbackPlatform.ServeAsync(queryPort);
else if (args is ["turns"])
    await Turns.RunAsync();
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

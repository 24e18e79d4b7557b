using Aep.Sdk.Benchmarks;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Aep.Sdk.Benchmarks -- --filter '*'      each benchmark by itself, with its allocations
// dotnet run -c Release --project tests/Aep.Sdk.Benchmarks -- turns             the client and the bare one by turns: a ratio that a busy machine leaves alone
// dotnet run -c Release --project tests/Aep.Sdk.Benchmarks -- query-rows        a million rows of a query, the client and bare Npgsql by turns
if (args is ["query-rows"])
    await QueryRows.RunAsync();
else if (args is ["turns"])
    await Turns.RunAsync();
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

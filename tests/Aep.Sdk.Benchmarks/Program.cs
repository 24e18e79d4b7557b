using Aep.Sdk.Benchmarks;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Aep.Sdk.Benchmarks -- --filter '*'      each benchmark by itself, with its allocations
// dotnet run -c Release --project tests/Aep.Sdk.Benchmarks -- turns             the client and the bare one by turns: a ratio that a busy machine leaves alone
if (args is ["turns"])
    await Turns.RunAsync();
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Aep.Sdk.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

using Aep.Sdk.Datasets;

namespace Docs.Tests;

/// <summary>What a program of a reader keeps.</summary>
public sealed record DatasetReport(string Title, IReadOnlyList<Dataset> Datasets);

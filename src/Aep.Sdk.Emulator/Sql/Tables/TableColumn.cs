namespace Aep.Sdk.Emulator.Sql;

/// <summary>A column of a dataset's table. <paramref name="Type"/> is its DuckDB type.</summary>
internal sealed record TableColumn(string Name, string Type);

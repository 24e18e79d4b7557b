namespace Aep.Sdk.Emulator.Sql;

/// <summary>A query that the engine accepts, and the columns that it returns.</summary>
internal sealed record BoundQuery(string Sql, IReadOnlyList<ResultColumn> Columns);

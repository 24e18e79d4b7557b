namespace Aep.Sdk.Emulator.Sql;

/// <summary>A query ready to run.</summary>
/// <param name="Sql">Text in the engine's dialect.</param>
/// <param name="Statement">The client's text, for its errors.</param>
/// <param name="Limit">Most rows that are returned.</param>
/// <param name="ComplexAsJson">Whether structs, lists and maps are shown as JSON (setting auto_to_json).</param>
internal sealed record RowSource(string Sql, IReadOnlyList<ResultColumn> Columns, SqlStatement Statement, long Limit, bool ComplexAsJson);

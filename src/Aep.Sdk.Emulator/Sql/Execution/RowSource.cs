namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A query ready to run.
/// <see cref="Sql"/>: text in the engine's dialect.
/// <see cref="Statement"/>: the client's text, for its errors.
/// <see cref="Limit"/>: most rows that are returned.
/// <see cref="ComplexAsJson"/>: whether structs, lists and maps are shown as JSON (setting auto_to_json).
/// </summary>
internal sealed record RowSource(string Sql, IReadOnlyList<ResultColumn> Columns, SqlStatement Statement, long Limit, bool ComplexAsJson);

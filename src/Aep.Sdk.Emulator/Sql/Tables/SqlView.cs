namespace Aep.Sdk.Emulator.Sql;

/// <summary>A view: a query with a name.</summary>
/// <param name="Name">Its name, lower case.</param>
/// <param name="Id">A UUID, as Query Service gives views one.</param>
/// <param name="Query">The text after AS.</param>
/// <param name="Columns">What the query returned when the view was made; the view keeps these when its tables grow.</param>
internal sealed record SqlView(string Name, string Id, string Query, IReadOnlyList<TableColumn> Columns);

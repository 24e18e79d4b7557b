namespace Aep.Sdk.Emulator.Sql;

/// <summary>A table to make.</summary>
/// <param name="SchemaTitle">Title of an existing schema to use, or null for one made from the columns.</param>
/// <param name="ProfileEnabled">Whether the dataset is enabled for Real-Time Customer Profile.</param>
internal sealed record NewTable(string Name, IReadOnlyList<ResultColumn> Columns, string? SchemaTitle, bool ProfileEnabled);

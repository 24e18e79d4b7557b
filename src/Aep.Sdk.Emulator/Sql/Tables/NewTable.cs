namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A table to make.
/// <see cref="SchemaTitle"/>: title of an existing schema to use, or null for one made from the columns.
/// <see cref="ProfileEnabled"/>: whether the dataset is enabled for Real-Time Customer Profile.
/// </summary>
internal sealed record NewTable(string Name, IReadOnlyList<ResultColumn> Columns, string? SchemaTitle, bool ProfileEnabled);

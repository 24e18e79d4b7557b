namespace Aep.Sdk.Emulator.Sql;

/// <summary>A column of a result.</summary>
internal sealed record ResultColumn(string Name, SqlType Type);

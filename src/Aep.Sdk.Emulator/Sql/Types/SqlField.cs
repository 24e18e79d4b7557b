namespace Aep.Sdk.Emulator.Sql;

/// <summary>A field of a struct type.</summary>
internal sealed record SqlField(string Name, SqlType Type);

namespace Aep.Sdk.Emulator.Sql;

/// <summary>A parameter's value as SQL: typed for expressions, plain where SQL takes only a constant (LIMIT, SNAPSHOT).</summary>
internal sealed record SqlParameter(string Typed, string Plain);

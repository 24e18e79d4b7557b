namespace Aep.Sdk.Emulator.Sql;

/// <summary>What stands for <c>@variable</c> and <c>$1</c> when a statement runs: SQL literals.</summary>
/// <param name="Variables">Block variables by name, in any case of letters.</param>
/// <param name="Parameters">Parameters of the extended protocol, in order.</param>
internal sealed record SqlValues(IReadOnlyDictionary<string, string> Variables, IReadOnlyList<SqlParameter> Parameters)
{
    public static readonly SqlValues None = new(new Dictionary<string, string>(), []);
}

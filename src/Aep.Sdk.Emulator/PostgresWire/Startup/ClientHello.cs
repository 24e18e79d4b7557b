using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>A client that has asked for a session. <see cref="Refusal"/> says why it cannot have one.</summary>
internal sealed record ClientHello(Stream Stream, SqlErrorException? Refusal, IReadOnlyDictionary<string, string> Parameters)
{
    public string User => Parameters.GetValueOrDefault("user", "");
    public string Database => Parameters.GetValueOrDefault("database", User);
}

namespace Aep.Sdk.Emulator.Sql;

/// <summary>A message to the client about a statement that succeeded.</summary>
internal sealed record SqlNotice(string State, string Message);

namespace Aep.Sdk.Emulator.Sql;

/// <summary>A statement that fails, as the client is told: SQLSTATE, message, and where in its text.</summary>
/// <param name="state">SQLSTATE.</param>
/// <param name="message">What is wrong.</param>
/// <param name="position">Offset in the client's text (from 0), or null when it has no place there.</param>
internal sealed class SqlErrorException(string state, string message, int? position = null) : Exception(message)
{
    public string State { get; } = state;
    public int? Position { get; } = position;

    /// <summary>What the engine said, when the error is one of its own.</summary>
    public EngineError? Engine { get; init; }

    public static SqlErrorException NotSupported(string construct, int? position = null) =>
        new(SqlState.NotSupported, $"{construct} is not supported by the local platform", position);
}

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Something that went wrong in a run.</summary>
internal sealed record RunError(string Code, string Message)
{
    /// <summary>A run that could not do its work.</summary>
    public const string Failed = "CONNECTOR-2001-500";

    /// <summary>A row whose mapping failed.</summary>
    public const string Mapping = "MAPPER-3700-400";

    /// <summary>A run that was going on when the platform stopped.</summary>
    public const string Interrupted = "CONNECTOR-2002-500";
}

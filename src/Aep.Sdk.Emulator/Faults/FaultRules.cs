namespace Aep.Sdk.Emulator.Faults;

/// <summary>What a fault must be: one that silently does nothing would let a test pass.</summary>
internal static class FaultRules
{
    /// <summary>The rule that a fault breaks, in the words of its JSON; null for none.</summary>
    public static string? Broken(AepEmulatorFault fault) => fault switch
    {
        { Rate: not (> 0 and <= 1) } => "rate must be above 0 and at most 1.",
        { Count: <= 0 } => "count must be at least 1.",
        { Status: < 400 or > 599 } => "status must be 400 to 599.",
        { Status: null, Body: not null } or { Status: null, Headers.Count: > 0 } => "body and headers go with a status.",
        { TruncateAfter: < 0 } => "truncateAfter must not be negative.",
        _ when fault.Latency < TimeSpan.Zero => "latencyMs must not be negative.",
        { Status: null, Reset: false, TruncateAfter: null, ExpireTokens: false } when fault.Latency == TimeSpan.Zero =>
            "a fault needs one of status, latencyMs, reset, truncateAfter, expireTokens.",
        _ => null,
    };
}

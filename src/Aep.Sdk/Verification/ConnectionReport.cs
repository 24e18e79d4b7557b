namespace Aep.Sdk;

/// <summary>Whether a client can work, and what is missing if not.</summary>
public sealed record ConnectionReport
{
    /// <summary>The checks, in order: token, sandbox, tenant id, permissions.</summary>
    public required IReadOnlyList<ConnectionCheck> Checks { get; init; }

    /// <summary>The tenant id, when it could be read.</summary>
    public string? TenantId { get; init; }

    /// <summary>True when nothing is missing as far as can be told.</summary>
    public bool IsUsable => Checks.All(check => check.Outcome != CheckOutcome.Missing);

    /// <summary>A line for people for each check.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Checks);
}

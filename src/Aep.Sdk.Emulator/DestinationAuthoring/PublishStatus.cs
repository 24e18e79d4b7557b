namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>How a version of a destination stands, and what may become of it.</summary>
internal static class PublishStatus
{
    public const string Test = "TEST", Review = "REVIEW", Approved = "APPROVED", Published = "PUBLISHED", Denied = "DENIED";
    public const string Revoked = "REVOKED", Deprecated = "DEPRECATED";

    private static readonly Dictionary<string, string[]> Decisions = new()
    {
        [Review] = [Approved, Published, Denied],
        [Approved] = [Published, Denied],
        [Published] = [Revoked],
    };

    /// <summary>What Adobe decides. That a newer version takes the place of a published one is no decision.</summary>
    public static string[] Decided { get; } = [Approved, Published, Denied, Revoked];

    public static bool IsOpen(string? status) => status is Review or Approved;

    public static bool CanBecome(string? status, string next) =>
        status is not null && Decisions.GetValueOrDefault(status)?.Contains(next) == true;
}

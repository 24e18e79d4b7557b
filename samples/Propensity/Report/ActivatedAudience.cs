using Propensity.Reach;

namespace Propensity.Report;

/// <summary>Step 7.</summary>
public sealed record ActivatedAudience(
    string SegmentId, string Rule, double From, double To, long Expected, long Qualified, long ActivatedRows, string File, IReadOnlyList<ReachPoint> Reach);

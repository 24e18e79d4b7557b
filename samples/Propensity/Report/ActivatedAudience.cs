using Aep.Sdk.Segmentation;

namespace Propensity.Report;

/// <summary>Step 7.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Interval">The interval of propensity, and how many scores lie in it.</param>
/// <param name="Qualified">Profiles that qualify.</param>
/// <param name="ActivatedRows">Rows of the activated file.</param>
/// <param name="File">The file.</param>
/// <param name="Curve">Reach over propensity.</param>
/// <param name="Considered">The intervals that there were to choose from.</param>
/// <param name="Governance">What the policies say of the use.</param>
public sealed record ActivatedAudience(
    string SegmentId, string Rule, ReachSuggestion Interval, long Qualified, long ActivatedRows, string File,
    IReadOnlyList<ReachPoint> Curve, IReadOnlyList<ReachSuggestion> Considered, string Governance)
{
    public long Expected => Interval.Reach;
}

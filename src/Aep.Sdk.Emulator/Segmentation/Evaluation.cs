using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Who satisfies which definition, and how many profiles each merge policy shows.</summary>
internal sealed record Evaluation(IReadOnlyDictionary<string, List<Profile>> Members, IReadOnlyDictionary<string, int> TotalsByMergePolicy)
{
    public int Total => TotalsByMergePolicy.Count == 0 ? 0 : TotalsByMergePolicy.Values.Max();
}

namespace Aep.Sdk.Access;

/// <summary>What the caller may do, by resource.</summary>
internal sealed record EffectivePolicies
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Policies
    {
        get => field ?? new Dictionary<string, IReadOnlyList<string>>();
        init;
    }
}

namespace Aep.Sdk.Profiles;

/// <summary>Where the next page starts; empty or missing on the last one.</summary>
internal sealed record NextPage
{
    public string? Next { get; init; }
}

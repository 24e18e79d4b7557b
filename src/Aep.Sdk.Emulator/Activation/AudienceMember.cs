using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>A person in an audience, or one who has left it.</summary>
/// <param name="Key">Names the person, the same in every run.</param>
/// <param name="IsMember">False when the person has left.</param>
/// <param name="Profile">The merged profile.</param>
internal sealed record AudienceMember(string Key, bool IsMember, JsonObject Profile)
{
    /// <summary>Since when; null when nobody knows.</summary>
    public DateTimeOffset? Since { get; init; }
}

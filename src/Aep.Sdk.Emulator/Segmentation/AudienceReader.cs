using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>The members of an audience, for activation: those of the last segment job.</summary>
internal sealed class AudienceReader(ProfileStore profiles, Memberships memberships) : IAudienceReader
{
    public bool Exists(Sandbox sandbox, string segmentId) => sandbox.Documents[SegmentDefinitions.Kind].Find(segmentId) is not null;

    public string? NameOf(Sandbox sandbox, string segmentId) =>
        (string?)sandbox.Documents[SegmentDefinitions.Kind].Find(segmentId)?["name"];

    public IAsyncEnumerable<AudienceMember> ReadMembersAsync(
        Sandbox sandbox, string segmentId, CancellationToken cancellationToken) =>
        ReadAsync(profiles.All(sandbox), memberships.Of(sandbox, segmentId), cancellationToken);

    public DateTimeOffset? EvaluatedAt(Sandbox sandbox, string segmentId)
    {
        JsonObject? job = sandbox.Documents[SegmentJobs.Kind].All().LastOrDefault(job => (string?)job["status"] == "SUCCEEDED"
            && job["segments"]!.AsArray().Any(segment => (string?)segment?["segmentId"] == segmentId));
        return job is null ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)job["updateTime"]!);
    }

    private static async IAsyncEnumerable<AudienceMember> ReadAsync(
        IReadOnlyList<Profile> people, IReadOnlyDictionary<string, Membership> members,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (Profile profile in people)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Memberships.Find(members, profile) is { } membership)
            {
                yield return new AudienceMember(Memberships.Key(profile), membership.IsRealized, profile.ToDocument())
                {
                    Since = membership.LastQualificationTime,
                };
            }
        }
    }
}

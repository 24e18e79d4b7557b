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

    public string? NameOf(Sandbox sandbox, string segmentId) => (string?)sandbox.Documents[SegmentDefinitions.Kind].Find(segmentId)?["name"];

    public async IAsyncEnumerable<AudienceMember> ReadMembersAsync(
        Sandbox sandbox, string segmentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (Profile profile in profiles.All(sandbox))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (memberships.Find(sandbox, segmentId, profile) is { } membership)
            {
                yield return new AudienceMember(Memberships.Key(profile), membership.IsRealized, profile.ToDocument())
                {
                    Since = membership.LastQualificationTime,
                };
            }
        }
    }

    public DateTimeOffset? EvaluatedAt(Sandbox sandbox, string segmentId)
    {
        JsonObject? job = sandbox.Documents[SegmentJobs.Kind].All().LastOrDefault(job => (string?)job["status"] == "SUCCEEDED"
            && job["segments"]!.AsArray().Any(segment => (string?)segment?["segmentId"] == segmentId));
        return job is null ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)job["updateTime"]!);
    }
}

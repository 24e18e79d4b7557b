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

    public async IAsyncEnumerable<JsonObject> ReadMembersAsync(Sandbox sandbox, string segmentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (Profile profile in profiles.All(sandbox).Where(profile => memberships.IsMember(sandbox, segmentId, profile)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return profile.ToDocument();
        }
    }
}

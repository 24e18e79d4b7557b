using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Streaming;

/// <summary>
/// Who has come into the audiences of a flow, has left them, or has other values in what the flow maps, since the destination was told. At
/// first these are all who are in.
/// </summary>
internal sealed class StreamedChanges(IAudienceReader audiences, StreamingMessages messages, TimeProvider time)
{
    public async Task<IReadOnlyList<StreamedPerson>> ReadAsync(
        Sandbox sandbox, JsonObject flow, JsonObject destination, IReadOnlyDictionary<string, string> told,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<AudienceColumn> columns = messages.ColumnsOf(sandbox, flow);
        var persons = new Dictionary<string, StreamedPerson>(StringComparer.Ordinal);
        foreach (AudienceSelector audience in AudienceSelector.Of(flow))
        {
            await foreach (AudienceMember member in audiences.ReadMembersAsync(sandbox, audience.SegmentId, cancellationToken))
            {
                string key = StreamedPersons.KeyOf(member);
                if (!persons.TryGetValue(key, out StreamedPerson? person))
                    persons[key] = person = StreamedPerson.Of(key, TargetProfile.Of(destination, columns, member.Profile));
                person.Add(audience.SegmentId, member.IsMember, XdmDocuments.Instant(member.Since ?? time.GetUtcNow()));
            }
        }
        return [.. persons.Values.Where(person => told.TryGetValue(person.Key, out string? signature)
            ? signature != person.Signature()
            : person.IsMember)];
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Streaming;

/// <summary>A person whom a destination is told of.</summary>
/// <param name="Key">Names the person, the same in every run.</param>
/// <param name="Profile">The profile as the destination takes it, with the audiences of the flow.</param>
internal sealed record StreamedPerson(string Key, JsonObject Profile)
{
    private const string Gone = "-", Realized = "realized", Status = "status", Memberships = "segmentMembership", Own = "ups";

    /// <summary>Whether the person is in one of the audiences.</summary>
    public bool IsMember => Audiences.Any(audience => (string?)audience.Value?[Status] == Realized);

    private JsonObject Audiences => Profile[Memberships]![Own]!.AsObject();

    /// <summary>Begins with what a flow maps of a profile: its audiences are added one by one.</summary>
    public static StreamedPerson Of(string key, JsonObject mapped)
    {
        mapped[Memberships] = new JsonObject { [Own] = new JsonObject() };
        return new StreamedPerson(key, mapped);
    }

    public void Add(string segmentId, bool isMember, string since) => Audiences[segmentId] =
        new JsonObject { ["lastQualificationTime"] = since, [Status] = isMember ? Realized : "exited" };

    /// <summary>
    /// What the destination knows once it was told: with another signature it is told again. Of those who are in no audience any more it
    /// needs to know no more than that.
    /// </summary>
    public string Signature()
    {
        if (!IsMember)
            return Gone;
        var told = (JsonObject)Profile.DeepClone();
        foreach ((_, JsonNode? membership) in told[Memberships]![Own]!.AsObject())
            membership!.AsObject().Remove("lastQualificationTime"); // anew with each evaluation
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told.ToJsonString())), 0, 16);
    }
}

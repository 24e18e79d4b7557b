using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>The identities in the body of a request.</summary>
internal static class AskedIdentities
{
    private const int Most = 1000;

    /// <param name="body">The request.</param>
    /// <param name="members">The members that may hold them; the first that is there counts.</param>
    /// <param name="namespaces">What namespaces there are.</param>
    /// <exception cref="ApiException">400: there are none or too many, or one cannot be read.</exception>
    public static IReadOnlyList<(ProfileKey Key, IdentityForm Form)> Read(JsonObject body, string[] members, Namespaces namespaces)
    {
        JsonArray given = members.Select(member => body[member]).FirstOrDefault(value => value is not null) as JsonArray
            ?? throw IdentityErrors.Create(400, $"{string.Join(" or ", members)} must be a list.");
        return given.Count is > 0 and <= Most
            ? [.. given.Select(identity => IdentityForm.Read(identity, namespaces))]
            : throw IdentityErrors.Create(400, $"Between 1 and {Most} identities may be asked for, not {given.Count}.");
    }
}

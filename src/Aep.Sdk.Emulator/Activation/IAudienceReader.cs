using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>The members of an audience.</summary>
internal interface IAudienceReader
{
    /// <summary>The merged profiles of those who are in the audience now.</summary>
    IAsyncEnumerable<JsonObject> ReadMembersAsync(Sandbox sandbox, string segmentId, CancellationToken cancellationToken);

    bool Exists(Sandbox sandbox, string segmentId);
}

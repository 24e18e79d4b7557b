using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>The members of an audience.</summary>
internal interface IAudienceReader
{
    /// <summary>Those who are in the audience now, and those who were and have left it: the same each time they are enumerated.</summary>
    IAsyncEnumerable<AudienceMember> ReadMembersAsync(Sandbox sandbox, string segmentId, CancellationToken cancellationToken);

    bool Exists(Sandbox sandbox, string segmentId);

    /// <summary>What people call the audience; null when it has no name.</summary>
    string? NameOf(Sandbox sandbox, string segmentId);

    /// <summary>When the audience was evaluated last; null when it never was.</summary>
    DateTimeOffset? EvaluatedAt(Sandbox sandbox, string segmentId);
}

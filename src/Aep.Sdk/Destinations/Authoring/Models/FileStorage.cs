using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A place for files.</summary>
public sealed record FileStorage
{
    /// <summary>The bucket.</summary>
    public TemplatedValue? Bucket { get; init; }

    /// <summary>The container.</summary>
    public TemplatedValue? Container { get; init; }

    /// <summary>The folder.</summary>
    public TemplatedValue? Path { get; init; }

    /// <summary>The folder on an SFTP server.</summary>
    public TemplatedValue? RootDirectory { get; init; }

    /// <summary>The SFTP server.</summary>
    public TemplatedValue? HostName { get; init; }

    /// <summary>Its port.</summary>
    public int? Port { get; init; }

    /// <summary><c>PGP</c> or <c>None</c>.</summary>
    public string? EncryptionMode { get; init; }

    /// <summary>For the Data Landing Zone: <c>dlz_destination</c>.</summary>
    public string? UseCase { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}

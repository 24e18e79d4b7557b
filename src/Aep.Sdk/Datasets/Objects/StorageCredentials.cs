using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>Access to an account of Azure Data Lake Storage. Its key prints as <c>***</c>.</summary>
public sealed record StorageCredentials
{
    /// <summary>Client.</summary>
    public string? ClientId { get; init; }

    /// <summary>Key of the client.</summary>
    [JsonConverter(typeof(SecretConverter))]
    public Secret? ClientKey { get; init; }

    /// <summary>Tenant of Azure.</summary>
    public string? TenantId { get; init; }

    /// <summary>Resource group of Azure.</summary>
    public string? ResourceGroupName { get; init; }

    /// <summary>Subscription of Azure.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Name of the account.</summary>
    public string? Name { get; init; }

    /// <summary>Kind of the storage.</summary>
    public string? AdlsType { get; init; }

    /// <summary>Address of the storage.</summary>
    public string? AdlsUri { get; init; }

    /// <summary>Address of the storage for Hadoop.</summary>
    public string? HadoopUri { get; init; }
}

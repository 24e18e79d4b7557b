using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>How customers authenticate at a destination. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<CustomerAuthenticationType>))]
public readonly record struct CustomerAuthenticationType(string Value) : IOpenString<CustomerAuthenticationType>
{
    /// <summary>An access key of Amazon S3.</summary>
    public static CustomerAuthenticationType S3 => new("S3");

    /// <summary>A connection string of Azure Blob Storage.</summary>
    public static CustomerAuthenticationType AzureConnectionString => new("AZURE_CONNECTION_STRING");

    /// <summary>A service principal of Azure.</summary>
    public static CustomerAuthenticationType AzureServicePrincipal => new("AZURE_SERVICE_PRINCIPAL");

    /// <summary>A private key for an SFTP server.</summary>
    public static CustomerAuthenticationType SftpWithSshKey => new("SFTP_WITH_SSH_KEY");

    /// <summary>A password for an SFTP server.</summary>
    public static CustomerAuthenticationType SftpWithPassword => new("SFTP_WITH_PASSWORD");

    /// <summary>OAuth 1.</summary>
    public static CustomerAuthenticationType OAuth1 => new("OAUTH1");

    /// <summary>OAuth 2.</summary>
    public static CustomerAuthenticationType OAuth2 => new("OAUTH2");

    /// <summary>User and password.</summary>
    public static CustomerAuthenticationType Basic => new("BASIC");

    /// <summary>A bearer token.</summary>
    public static CustomerAuthenticationType Bearer => new("BEARER");

    /// <inheritdoc/>
    public static CustomerAuthenticationType Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Who authenticates at a destination. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<AuthenticationRule>))]
public readonly record struct AuthenticationRule(string Value) : IOpenString<AuthenticationRule>
{
    /// <summary>The customers, each with credentials of their own.</summary>
    public static AuthenticationRule Customer => new("CUSTOMER_AUTHENTICATION");

    /// <summary>Experience Platform, with a <see cref="DestinationCredential"/>.</summary>
    public static AuthenticationRule Platform => new("PLATFORM_AUTHENTICATION");

    /// <summary>Nobody.</summary>
    public static AuthenticationRule None => new("NONE");

    /// <inheritdoc/>
    public static AuthenticationRule Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

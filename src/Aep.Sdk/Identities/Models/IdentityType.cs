using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Identities;

/// <summary>Kind of an identity. AEP may add values, and writes them in several cases; each passes through unchanged.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<IdentityType>))]
public readonly record struct IdentityType(string Value) : IOpenString<IdentityType>
{
    /// <summary>A cookie: a browser.</summary>
    public static IdentityType Cookie => new("COOKIE");

    /// <summary>A person on all devices.</summary>
    public static IdentityType CrossDevice => new("CROSS_DEVICE");

    /// <summary>A device.</summary>
    public static IdentityType Device => new("Device");

    /// <summary>An e-mail address.</summary>
    public static IdentityType Email => new("Email");

    /// <summary>A mobile device.</summary>
    public static IdentityType Mobile => new("MOBILE");

    /// <summary>Not a person: a product, a shop. Such identities link no profiles.</summary>
    public static IdentityType NonPeople => new("Non_people");

    /// <summary>A telephone number.</summary>
    public static IdentityType Phone => new("Phone");

    /// <inheritdoc/>
    public static IdentityType Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

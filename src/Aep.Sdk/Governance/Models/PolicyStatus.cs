using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>State of a policy. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<PolicyStatus>))]
public readonly record struct PolicyStatus(string Value) : IOpenString<PolicyStatus>
{
    /// <summary>Counts only where drafts are asked for.</summary>
    public static PolicyStatus Draft => new("DRAFT");

    /// <summary>Counts.</summary>
    public static PolicyStatus Enabled => new("ENABLED");

    /// <summary>Does not count.</summary>
    public static PolicyStatus Disabled => new("DISABLED");

    /// <inheritdoc/>
    public static PolicyStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

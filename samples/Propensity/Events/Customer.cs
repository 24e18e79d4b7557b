using System.Text.Json.Serialization;
using Aep.Sdk.Schemas;

namespace Propensity.Events;

/// <summary>The organisation's own fields of an event or a profile: whose it is.</summary>
public sealed record Customer
{
    [JsonPropertyName("userid")]
    [XdmField("User id", Description = "The customer's Experience Cloud id.")]
    [XdmIdentity("ECID", Primary = true)]
    public string UserId { get; init; } = "";
}

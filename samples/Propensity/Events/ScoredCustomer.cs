using System.Text.Json.Serialization;
using Aep.Sdk.Schemas;

namespace Propensity.Events;

/// <summary>The organisation's own fields of a profile that a model has scored.</summary>
public sealed record ScoredCustomer
{
    [JsonPropertyName("userid")]
    [XdmField("User id", Description = "The customer's Experience Cloud id.")]
    [XdmIdentity("ECID", Primary = true)]
    public string UserId { get; init; } = "";

    [XdmField("Propensity", Description = "The probability, by the model, that the customer subscribes.", Minimum = 0, Maximum = 1)]
    public double? Propensity { get; init; }
}

using System.Text.Json.Serialization;
using Aep.Sdk.Schemas;

namespace Propensity.Events;

/// <summary>
/// An event as it goes into the dataset: the members of the class XDM ExperienceEvent, the object of the organisation's own fields, and
/// the objects of Adobe's field groups for e-mails and for the web. An event has one of the latter two.
/// </summary>
public sealed record CustomerEvent
{
    [JsonPropertyName("_id")]
    public required string Id { get; init; }

    public required string EventType { get; init; }

    [JsonConverter(typeof(XdmTime))]
    public required DateTimeOffset Timestamp { get; init; }

    public required string ProducedBy { get; init; }

    /// <summary>Its name in the data is <c>_{tenant id}</c>, which is known when the program runs.</summary>
    [XdmTenant]
    public required Customer Customer { get; init; }

    public DirectMarketing? DirectMarketing { get; init; }

    public WebDetails? Web { get; init; }
}

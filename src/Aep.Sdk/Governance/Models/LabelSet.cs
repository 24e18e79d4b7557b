using System.Text.Json.Serialization;

namespace Aep.Sdk.Governance;

/// <summary>A set of labels.</summary>
/// <param name="Labels">Their names.</param>
[JsonConverter(typeof(LabelSetConverter))]
public sealed record LabelSet(IReadOnlyList<string> Labels);

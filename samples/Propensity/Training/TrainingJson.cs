using System.Text.Json.Serialization;
using Propensity.Workflow;

namespace Propensity.Training;

/// <summary>Rows of files as records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FeatureRow))]
[JsonSerializable(typeof(AudienceMember))]
public sealed partial class TrainingJson : JsonSerializerContext;

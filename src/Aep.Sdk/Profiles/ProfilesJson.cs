using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Dictionary<string, Profile>))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(EntitiesBody))]
[JsonSerializable(typeof(JsonDocument))]
[JsonSerializable(typeof(ProfileLookupError[]))]
[JsonSerializable(typeof(ProfileSystemJob[]))]
[JsonSerializable(typeof(SystemJobPage))]
[JsonSerializable(typeof(SystemJobBody))]
[JsonSerializable(typeof(BatchDeletionBody))]
[JsonSerializable(typeof(ProfileSampleStatus))]
[JsonSerializable(typeof(ProfileReport))]
[JsonSerializable(typeof(MergePolicyPage))]
[JsonSerializable(typeof(MergePolicyDefinition))]
[JsonSerializable(typeof(MergePolicyBody))]
[JsonSerializable(typeof(JsonPatchOperation[]))]
[JsonSerializable(typeof(IdList))]
[JsonSerializable(typeof(BulkResults))]
[JsonSerializable(typeof(ComputedAttributePage))]
[JsonSerializable(typeof(ComputedAttributeDefinition))]
[JsonSerializable(typeof(StatusBody))]
[JsonSerializable(typeof(ProfileOverlapReport))]
[JsonSerializable(typeof(UnknownProfilesReport))]
[JsonSerializable(typeof(EmbeddedProjections))]
[JsonSerializable(typeof(ProjectionDestinationDefinition))]
[JsonSerializable(typeof(ProjectionDefinition))]
internal sealed partial class ProfilesJson : JsonSerializerContext;

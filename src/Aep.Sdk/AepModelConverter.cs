using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Access;
using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Destinations.Authoring;
using Aep.Sdk.Flows;
using Aep.Sdk.Governance;
using Aep.Sdk.Identities;
using Aep.Sdk.Ingestion;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Mappings;
using Aep.Sdk.Profiles;
using Aep.Sdk.Queries;
using Aep.Sdk.Sandboxes;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk;

/// <summary>
/// Reads and writes the models of this library as the library itself does, wherever they stand in JSON of yours. Without it, a
/// source-generated context of yours sees only their public members: those that the model does not know are left out. Name it in the
/// context (<c>[JsonSourceGenerationOptions(Converters = [typeof(AepModelConverter)])]</c>) or add it to
/// <see cref="JsonSerializerOptions.Converters"/>. It needs no reflection. The JSON is the service's: what a model has from elsewhere than
/// the body of an answer (the id of a dataset, an ETag) is not in it.
/// </summary>
public sealed class AepModelConverter : JsonConverterFactory
{
    private static readonly JsonSerializerContext[] Contexts =
    [
        AccessJson.Default, AuthoringJson.Default, DatasetsJson.Default, DestinationsJson.Default, FlowsJson.Default,
        GovernanceJson.Default, IdentitiesJson.Default, IdentityMapJson.Default, IngestionJson.Default, LandingZonesJson.Default,
        MappingsJson.Default, ProfilesJson.Default, QueriesJson.Default, SandboxesJson.Default, SchemasJson.Default,
        SegmentationJson.Default, StreamingJson.Default,
    ];

    /// <summary>True for a model of this library.</summary>
    /// <param name="typeToConvert">The type.</param>
    public override bool CanConvert(Type typeToConvert) => Find(typeToConvert) is not null;

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        Find(typeToConvert) is { } model ? new ByOwnContext(model) : null;

    // Open strings have a converter of their own, and lists of models are the serializer's business.
    private static JsonTypeInfo? Find(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.Assembly != typeof(AepModelConverter).Assembly || !type.IsClass)
            return null;
        // A module's own context first: others may know a model of it as a part of theirs.
        return Contexts.OrderBy(context => context.GetType().Namespace != type.Namespace).Select(context => context.GetTypeInfo(type))
            .FirstOrDefault(model => model is not null);
    }

    private sealed class ByOwnContext(JsonTypeInfo model) : JsonConverter<object>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize(ref reader, model);

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, model);
    }
}

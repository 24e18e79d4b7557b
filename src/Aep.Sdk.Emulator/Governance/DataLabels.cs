using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>
/// The labels of datasets and of their fields: those set on the dataset and on its parents, and those of label descriptors of its schema
/// and of what the schema is made of.
/// </summary>
internal sealed class DataLabels(DatasetService datasets)
{
    /// <summary>
    /// Finds labels. With fields only those count that are on the dataset as a whole or on one of them (or above or below it).
    /// </summary>
    public DiscoveredLabels Of(Sandbox sandbox, string datasetId, IReadOnlyList<string> fields)
    {
        CatalogDataset dataset = datasets.Find(sandbox, datasetId) ?? throw GovernanceErrors.NotFound("dataset", datasetId);
        JsonObject[] sets = [.. LabelParents.Sets(sandbox, datasetId)];
        var ofFields = new List<(string Path, string Label)>();
        foreach (JsonNode? item in sets.SelectMany(set => set["optionalLabels"] as JsonArray ?? []))
            ofFields.AddRange(Texts(item?["labels"]).Select(label => (Plain((string?)item?["option"]?["schemaPath"] ?? ""), label)));
        string[] schemas = [dataset.SchemaId, .. sets.SelectMany(set => LabelParents.Schemas(sandbox, set))];
        foreach (JsonObject descriptor in schemas.Distinct().SelectMany(schema => DescriptorStore.Labels(sandbox, schema)))
            ofFields.AddRange(
                Texts(descriptor["xdm:labels"]).Select(label => (Plain((string?)descriptor["xdm:sourceProperty"] ?? ""), label)));
        return new DiscoveredLabels(
            datasetId,
            [.. sets.SelectMany(set => Texts(set["labels"])).Distinct()],
            [.. ofFields.Where(item => fields.Count == 0 || fields.Any(field => Touches(item.Path, Plain(field))))]);
    }

    private static bool Touches(string labelled, string used) =>
        labelled == used || used.StartsWith(labelled + "/", StringComparison.Ordinal)
            || labelled.StartsWith(used + "/", StringComparison.Ordinal);

    // /properties/person/properties/name, person.name and /person/name are the same place.
    private static string Plain(string path) => "/" + path.Replace("/properties/", "/").Replace('.', '/').Trim('/');

    // Descriptors write core/C1 and custom/x.
    private static IEnumerable<string> Texts(JsonNode? list) =>
        (list as JsonArray ?? []).Select(item => (string)item!).Select(label => label[(label.IndexOf('/') + 1)..])
            .Where(label => label.Length > 0);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Flows;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Ingestion;

/// <summary>Streaming connections, with the dataflows that go through them.</summary>
internal sealed class StreamingInlets(DatasetsClient datasets, FlowsClient flows)
{
    public async Task<StreamingInlet> GetOrCreateAsync(StreamingInletDefinition definition, CancellationToken cancellationToken)
    {
        Dataset dataset = await datasets.GetAsync(definition.DatasetId, cancellationToken).ConfigureAwait(false);
        string schemaId = dataset.SchemaRef?.Id
            ?? throw new AepException($"The dataset {dataset.Id} ({dataset.Name}) has no schema, so that nothing can be streamed into it.");
        string id = await flows.Connections.GetOrCreateAsync(Connection(definition), cancellationToken).ConfigureAwait(false);
        Connection connection = await flows.Connections.GetAsync(id, cancellationToken).ConfigureAwait(false);
        StreamingInlet inlet = Read(connection, dataset.Id, schemaId);
        if (inlet.IsAuthenticated != definition.IsAuthenticated)
        {
            throw new AepException(
                $"The streaming connection {id} ({definition.Name}) {(inlet.IsAuthenticated ? "asks" : "does not ask")} for a token, "
                + $"and {nameof(StreamingInletDefinition.IsAuthenticated)} says otherwise. Use another name, or change the definition.");
        }
        return definition.WithDataflow
            ? inlet with { FlowId = await DataflowAsync(definition, inlet, cancellationToken).ConfigureAwait(false) }
            : inlet;
    }

    private static ConnectionDefinition Connection(StreamingInletDefinition definition) =>
        new(definition.Name, new SpecReference(ConnectionSpecIds.StreamingSource))
        {
            Description = definition.Description,
            Auth = new JsonObject
            {
                ["specName"] = "Streaming Connection",
                ["params"] = new JsonObject
                {
                    ["sourceId"] = definition.Name,
                    ["dataType"] = "xdm",
                    ["name"] = definition.Name,
                    ["authenticationRequired"] = definition.IsAuthenticated,
                },
            },
        };

    private static StreamingInlet Read(Connection connection, string datasetId, string schemaId)
    {
        string name = $"The connection {connection.Id} ({connection.Name})";
        if (connection.ConnectionSpec?.Id != ConnectionSpecIds.StreamingSource)
            throw new AepException(
                $"{name} is no streaming connection: it follows the specification {connection.ConnectionSpec?.Id}. Use another name.");
        JsonElement parameters = connection.AdditionalProperties.TryGetValue("auth", out JsonElement auth)
            && auth.ValueKind == JsonValueKind.Object
            && auth.TryGetProperty("params", out JsonElement found) ? found : JsonElement.Parse("{}");
        return new StreamingInlet
        {
            ConnectionId = connection.Id,
            InletId = Text(parameters, "inletId") ?? throw new AepException($"{name} has no auth.params.inletId."),
            Url = new Uri(Text(parameters, "inletUrl") ?? throw new AepException($"{name} has no auth.params.inletUrl.")),
            IsAuthenticated = parameters.TryGetProperty("authenticationRequired", out JsonElement required)
                && required.ValueKind == JsonValueKind.True,
            DatasetId = datasetId,
            SchemaId = schemaId,
        };
    }

    private async Task<string> DataflowAsync(StreamingInletDefinition definition, StreamingInlet inlet, CancellationToken cancellationToken)
    {
        if (await flows.FindEnabledAsync(definition.Name, cancellationToken).ConfigureAwait(false) is { } existing)
            return existing;
        string source = await flows.SourceConnections.GetOrCreateAsync(
            new SourceConnectionDefinition(definition.Name,
                new SpecReference(ConnectionSpecIds.StreamingSource))
            { BaseConnectionId = inlet.ConnectionId },
            cancellationToken).ConfigureAwait(false);
        string target =
            await flows.TargetConnections.GetOrCreateAsync(Target(definition.Name, inlet), cancellationToken).ConfigureAwait(false);
        return await flows.GetOrCreateAsync(
            new FlowDefinition(definition.Name, new SpecReference(FlowSpecIds.StreamingSource))
            {
                SourceConnectionIds = [source],
                TargetConnectionIds = [target]
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static TargetConnectionDefinition Target(string name, StreamingInlet inlet) =>
        new(name, new SpecReference(ConnectionSpecIds.DataLake))
        {
            Data = new JsonObject { ["schema"] = new JsonObject { ["id"] = inlet.SchemaId, ["version"] = SchemaContentType.Full } },
            Params = new JsonObject { ["dataSetId"] = inlet.DatasetId },
        };

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

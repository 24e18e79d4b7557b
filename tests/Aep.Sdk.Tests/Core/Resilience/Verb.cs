using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Flows;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Queries;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;
using RefitStubs = Refit.Implementation.GeneratedAep_Sdk;

namespace Aep.Sdk.Tests.Core.Resilience;

/// <summary>A kind of request, by the operation of a module that stands for it.</summary>
internal sealed record Verb(string Name, Func<AepPipeline, Task> Send)
{
    public const string Success = """{"id":"1","name":"a","tenantId":"acme","sql":"SELECT 1"}""";

    private static readonly byte[] File = new byte[1024 * 1024];

    public static IReadOnlyList<Verb> All { get; } =
    [
        new("GET", pipeline => new SchemasClient(pipeline).GetTenantIdAsync()),
        new("PUT", pipeline => new QueriesClient(pipeline).Templates.UpdateAsync("1", new QueryTemplateDefinition("a", "SELECT 1"))),
        new("PATCH", pipeline => new SegmentationClient(pipeline).UpdateAsync("1", new SegmentDefinition("a", Pql.Text("b = 1")))),
        new("POST create", pipeline => new SegmentationClient(pipeline).CreateAsync(new SegmentDefinition("a", Pql.Text("b = 1")))),
        new("POST action", pipeline => new FlowsClient(pipeline).EnableAsync("1")),
        new("upload", pipeline => pipeline.Api(IngestionJson.Default, RefitStubs.IngestionApi).UploadFileAsync("1", "2", "3",
            new ReadOnlyMemoryContent(File), default)),
    ];
}

using System.Text.Json.Nodes;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>Messages of streaming ingestion.</summary>
internal static class BadMessages
{
    public static IReadOnlyList<BadCase> All { get; } =
    [
        Message("larger than a request may be", "Use batch ingestion", world => new JsonObject { ["_id"] = new string('x', 1_000_000) },
            inlet => inlet),
        Message("it does not fit, checked at once", "#/_aeplocal/score", _ => BadWorld.Event("{}", """{"score":2}"""), inlet => inlet,
            new StreamingSendOptions { SyncValidation = true }),
        Message("an inlet that does not exist", "none", _ => BadWorld.Event(), inlet => inlet with { InletId = "none" }),
        Message("a schema that does not exist", "schemas/none", _ => BadWorld.Event(),
            inlet => inlet with { SchemaId = "https://ns.adobe.com/aeplocal/schemas/none" }),
        Message("a host that is not Adobe's", "neither Adobe's nor", _ => BadWorld.Event(),
            inlet => inlet with { Url = new Uri("https://example.com/collection/1") }),
        new("message", "it does not fit, checked by the producer", "/_aeplocal/score", async world =>
        {
            await using StreamingProducer<JsonObject> producer = await world.Aep.Ingestion.Streaming.OpenProducerAsync(
                world.Inlet, ShopJson.Default.JsonObject, _ => ValueTask.CompletedTask,
                new StreamingProducerOptions { ValidateFirst = true });
            await producer.SendAsync(BadWorld.Event("{}", """{"score":2}"""));
        }),
    ];

    private static BadCase Message(
        string fault, string says, Func<BadWorld, JsonObject> message, Func<StreamingInlet, StreamingInlet> inlet,
        StreamingSendOptions? options = null) =>
        new("message", fault, says,
            world => world.Aep.Ingestion.Streaming.SendAsync(inlet(world.Inlet), message(world), ShopJson.Default.JsonObject, options));
}

using System.Text.Json;
using Aep.Sdk.Datasets;
using Aep.Sdk.Flows;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Streaming;

public sealed class StreamingTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task RecordsOfAProducerAreInTheDatasetOnce()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Streamed");
        StreamingInlet inlet =
            await platform.Aep.Ingestion.Streaming.GetOrCreateInletAsync(new StreamingInletDefinition("Streamed", dataset.Id));
        Assert.Equal(
            inlet, await platform.Aep.Ingestion.Streaming.GetOrCreateInletAsync(new StreamingInletDefinition("Streamed", dataset.Id)));
        var back = new List<UndeliveredMessage<ShopEvent>>();
        await using (StreamingProducer<ShopEvent> producer = await platform.Aep.Ingestion.Streaming.OpenProducerAsync(
            inlet, ShopJson.Default.ShopEvent, Keep(back), new StreamingProducerOptions { RecordsPerRequest = 40, ValidateFirst = true }))
        {
            for (int i = 0; i < 250; i++)
                await producer.SendAsync(Event($"e{i}"));
            await Assert.ThrowsAsync<XdmValidationException>(
                async () => await producer.SendAsync(Event("bad") with { Fields = new ShopFields { Score = 2 } }));
        }

        Assert.Empty(back);
        Assert.Equal(250, await CountAsync(dataset, BatchStatus.Success, 250));
    }

    [Fact]
    public async Task SynchronousValidationNamesTheFaultsThatTheValidatorNames()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Validated");
        StreamingClient streaming = platform.Aep.Ingestion.Streaming;
        StreamingInlet inlet = await streaming.GetOrCreateInletAsync(new StreamingInletDefinition("Validated", dataset.Id));
        var options = new StreamingSendOptions { SyncValidation = true };
        ShopEvent wrong = Event("wrong") with { Fields = new ShopFields { UserId = "x", Plan = "gold", Score = 2 } };
        var error = await Assert.ThrowsAsync<StreamingValidationException>(
            () => streaming.SendAsync(inlet, wrong, ShopJson.Default.ShopEvent, options));
        XdmValidator validator = await platform.Aep.Schemas.GetValidatorAsync(inlet.SchemaId, XdmValidationMode.Streaming);
        Assert.Equal(
            error.Violations.Select(violation => violation.Pointer.TrimStart('#')).Order(),
            validator.Validate(wrong, ShopJson.Default.ShopEvent).Faults.Select(fault => fault.Pointer).Order());
        Assert.NotNull((await streaming.SendAsync(inlet, Event("right"), ShopJson.Default.ShopEvent, options)).TransactionId);
    }

    [Fact]
    public async Task EachRecordOfARequestHasItsOutcome()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Several");
        StreamingClient streaming = platform.Aep.Ingestion.Streaming;
        StreamingInlet inlet =
            await streaming.GetOrCreateInletAsync(new StreamingInletDefinition("Several", dataset.Id) { IsAuthenticated = false });
        StreamingBatchReceipt receipt = await streaming.SendBatchAsync(inlet, [Event("a"), Event("b")], ShopJson.Default.ShopEvent);
        Assert.All(receipt.Outcomes, outcome => Assert.True(outcome.IsAccepted));
        Assert.Equal(2, await CountAsync(dataset, BatchStatus.Success, 2));
        receipt = await streaming.SendBatchAsync(
            inlet with { SchemaId = "https://ns.adobe.com/aeplocal/schemas/none" }, [Event("c")], ShopJson.Default.ShopEvent);
        Assert.Equal(400, Assert.Single(receipt.Outcomes).StatusCode);
        await Assert.ThrowsAsync<AepNotFoundException>(
            () => streaming.SendAsync(inlet with { InletId = "none" }, Event("d"), ShopJson.Default.ShopEvent));
    }

    [Fact]
    public async Task ADataflowStandsBehindAnInletThatWantsOne()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Flowing");
        StreamingClient streaming = platform.Aep.Ingestion.Streaming;
        var definition = new StreamingInletDefinition("Flowing", dataset.Id) { WithDataflow = true };
        StreamingInlet inlet = await streaming.GetOrCreateInletAsync(definition);
        Assert.Equal(inlet, await streaming.GetOrCreateInletAsync(definition));
        Flow flow = await platform.Aep.Flows.GetAsync(inlet.FlowId!);
        Assert.Equal((FlowSpecIds.StreamingSource, FlowState.Enabled), (flow.FlowSpec!.Id, flow.State));
        await streaming.SendAsync(inlet, Event("f"), ShopJson.Default.ShopEvent);
        Assert.Equal(1, await CountAsync(dataset, BatchStatus.Success, 1));
    }

    [Fact]
    public async Task ARecordThatDoesNotFitIsCorrectedAndReplayedAsABatch()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Corrected");
        StreamingClient streaming = platform.Aep.Ingestion.Streaming;
        StreamingInlet inlet = await streaming.GetOrCreateInletAsync(new StreamingInletDefinition("Corrected", dataset.Id));
        await streaming.SendAsync(inlet, Event("c") with { Fields = new ShopFields { Score = 2 } }, ShopJson.Default.ShopEvent);
        Batch failed = await FailedAsync(dataset);
        BatchCorrection correction = await platform.Aep.Ingestion.ReplayFailedAsync(
            failed.Id, ShopJson.Default.ShopEvent, one => one.Record! with { Fields = new ShopFields { Score = 1 } });
        Assert.Equal((1, 0), (correction.Corrected, correction.Unchanged));
        Assert.Equal(1, await CountAsync(dataset, BatchStatus.Success, 1));
    }

    private static Func<UndeliveredMessage<ShopEvent>, ValueTask> Keep(List<UndeliveredMessage<ShopEvent>> back) => message =>
    {
        back.Add(message);
        return ValueTask.CompletedTask;
    };

    private static ShopEvent Event(string id) => new()
    {
        Id = id,
        Timestamp = new DateTimeOffset(2026, 3, 1, 14, 30, 0, TimeSpan.Zero),
        Fields = new ShopFields
        {
            UserId = "7",
            Plan = "paid",
            Score = 0.5,
            Tags = ["a"],
            Items = [new ShopItem { Sku = "s", Price = 1.5 }]
        },
    };

    private async Task<Batch> FailedAsync(Dataset dataset)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            await foreach (Batch batch in platform.Aep.Datasets.Batches.ListAsync(dataset.Id,
                BatchStatus.Failed).WithCancellation(patience.Token))
                return batch;
        }
    }

    private async Task<long> CountAsync(Dataset dataset, BatchStatus status, long expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        long count = 0;
        while (count < expected)
        {
            List<Batch> batches = await platform.Aep.Datasets.Batches.ListAsync(dataset.Id, status).ToListAsync(patience.Token);
            count = batches.Sum(batch => batch.Metrics?.OutputRecordCount ?? 0);
        }
        return count;
    }
}

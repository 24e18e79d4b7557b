using System.Collections.Concurrent;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>
/// Holds messages until they become batches, after the platform's processing time. They lie on disk before the sender gets an answer,
/// so that a stop loses none: the next start goes on with them.
/// </summary>
internal sealed class MessageBuffers(
    DataFolder folder, SandboxDirectory sandboxes, DatasetService datasets, ServiceBatches batches, BackgroundWork work) : IHostedService
{
    /// <summary>Who makes the batches of messages.</summary>
    public const string Creator = "acp_core_streaming";

    private readonly ConcurrentDictionary<(string Sandbox, string Dataset), MessageBuffer> _buffers = new();

    /// <summary>Keeps messages of one request.</summary>
    public async Task AddAsync(Sandbox sandbox, IReadOnlyList<CheckedMessage> messages, CancellationToken cancellationToken)
    {
        foreach (IGrouping<string, CheckedMessage> group in messages.GroupBy(message => message.Message.DatasetId))
        {
            MessageBuffer buffer = Buffer(sandbox, group.Key);
            if (await buffer.AppendAsync(group, cancellationToken))
                Schedule(sandbox, group.Key, buffer);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (Sandbox sandbox in sandboxes.All)
        {
            batches.Resume(sandbox, Creator);
            foreach (string left in Directory.EnumerateDirectories(Root(sandbox)))
                Schedule(sandbox, Path.GetFileName(left), Buffer(sandbox, Path.GetFileName(left)));
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Schedule(Sandbox sandbox, string datasetId, MessageBuffer buffer) => work.Start(
        $"messages to {datasetId}",
        cancellationToken => buffer.FlushAsync(
            (accepted, refused) => HandOnAsync(sandbox, datasetId, accepted, refused, cancellationToken), cancellationToken),
        _ => { }); // logged; the messages stay where they are, for the next flush or the next start

    private async Task HandOnAsync(
        Sandbox sandbox, string datasetId, IReadOnlyList<string> accepted, IReadOnlyList<string> refused,
        CancellationToken cancellationToken)
    {
        if (datasets.Find(sandbox, datasetId) is null)
        {
            foreach (string file in accepted.Concat(refused))
                File.Delete(file); // as the rows of a deleted dataset are
            return;
        }
        foreach (string file in accepted)
            batches.Ingest(sandbox, datasetId, file, Creator);
        foreach (string file in refused)
        {
            await batches.KeepRefusedAsync(
                sandbox, datasetId, RefusedMessages.ReadAsync(file, cancellationToken), Creator, cancellationToken);
            File.Delete(file);
        }
    }

    private MessageBuffer Buffer(Sandbox sandbox, string datasetId) =>
        _buffers.GetOrAdd(
            (sandbox.Name, datasetId), _ => new MessageBuffer(Directory.CreateDirectory(Path.Combine(Root(sandbox), datasetId)).FullName));

    private string Root(Sandbox sandbox) => folder.Subfolder("sandboxes", sandbox.Name, "streaming");
}

using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>Writes the members of an audience with chosen attributes to a file of the destination.</summary>
internal sealed class AudienceActivations(
    FlowResources resources, IAudienceReader audiences, BlobStore blobs, CloudFolders folders, ExportManifest manifests, ExportedMembers exported,
    AepEmulatorOptions options, TimeProvider time)
{
    private const string DefaultTemplate = "%DESTINATION%_%SEGMENT_ID%_%DATETIME(YYYYMMdd_HHmmss)%";
    private const int LongestName = 255;

    /// <param name="sandbox">The sandbox.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="audience">One of its audiences.</param>
    /// <param name="incremental">Whether only what has changed since the last such export is written.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RunResult> ActivateAsync(
        Sandbox sandbox, JsonObject flow, AudienceSelector audience, bool incremental, RunContext context, CancellationToken cancellationToken)
    {
        JsonObject target = resources.Get(sandbox, FlowKinds.TargetConnections, (string)flow["targetConnectionIds"]![0]!);
        AudienceFormat format = AudienceFormat.Of(target);
        IReadOnlyList<AudienceColumn> columns = AudienceColumn.Of(sandbox, flow, time);
        var rows = new AudienceRows(flow, columns, incremental ? exported.Read(sandbox, context.FlowId, audience.SegmentId) : null);
        string name = FileName(sandbox, target, flow, audience) + format.Extension;
        string temporary = blobs.TemporaryFile();
        try
        {
            long count = await format.WriteAsync(
                temporary, columns, rows.ReadAsync(audiences.ReadMembersAsync(sandbox, audience.SegmentId, cancellationToken), cancellationToken));
            string folder = CloudFolders.FolderOf(target);
            var file = new ExportedFile(folder, name, folders.Publish(sandbox, target, $"{folder}/{name}".TrimStart('/'), temporary));
            if (incremental)
                exported.Write(sandbox, context.FlowId, audience.SegmentId, rows.Members);
            manifests.Write(sandbox, target, context, [file]);
            return new RunResult(count, count, 0, file.Bytes, 0, 1, []);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private string FileName(Sandbox sandbox, JsonObject target, JsonObject flow, AudienceSelector audience)
    {
        Dictionary<string, string> macros = DestinationNames.Macros(sandbox, flow, target, options);
        macros["SEGMENT_ID"] = audience.SegmentId;
        macros["SEGMENT_NAME"] = audience.Name ?? audience.SegmentId;
        string name = NameMacros.Fill(audience.FileNameTemplate ?? DefaultTemplate, macros, time.GetUtcNow()).Replace('/', '_');
        return name.Length <= LongestName
            ? name
            : throw FlowErrors.Invalid($"The file name of the audience {audience.SegmentId} is longer than {LongestName} characters: {name}");
    }
}

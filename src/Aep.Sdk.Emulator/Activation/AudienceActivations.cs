using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.FlowService.Landing;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>Writes the members of an audience with chosen attributes to a file of the destination.</summary>
internal sealed class AudienceActivations(
    FlowResources resources, IAudienceReader audiences, ExportLanding landing, ExportedMembers exported, AepEmulatorOptions options,
    TimeProvider time)
{
    private const string DefaultTemplate = "%DESTINATION%_%SEGMENT_ID%_%DATETIME(YYYYMMdd_HHmmss)%";
    private const int LongestName = 255;

    /// <param name="sandbox">The sandbox.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="audience">One of its audiences.</param>
    /// <param name="incremental">Whether only what has changed since the last such export is written.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<RunResult> ActivateAsync(
        Sandbox sandbox, JsonObject flow, AudienceSelector audience, bool incremental, RunContext context,
        CancellationToken cancellationToken)
    {
        IAsyncEnumerable<AudienceMember> members = audiences.ReadMembersAsync(sandbox, audience.SegmentId, cancellationToken);
        return ActivateAsync(sandbox, flow, audience, members, incremental, context, cancellationToken);
    }

    /// <summary>The same with given members.</summary>
    public async Task<RunResult> ActivateAsync(
        Sandbox sandbox, JsonObject flow, AudienceSelector audience, IAsyncEnumerable<AudienceMember> members, bool incremental,
        RunContext context, CancellationToken cancellationToken)
    {
        JsonObject target = resources.Get(sandbox, FlowKinds.TargetConnections, (string)flow["targetConnectionIds"]![0]!);
        AudienceFormat format = AudienceFormat.Of(target);
        IReadOnlyList<AudienceColumn> columns = AudienceColumn.Of(sandbox, flow, time);
        var rows = new AudienceRows(flow, columns, incremental ? exported.Read(sandbox, context.FlowId, audience.SegmentId) : null);
        using StagedExport export = landing.Begin(sandbox, target, context);
        long count = 0;
        string name = FileName(export, flow, audience) + format.Extension;
        ExportedFile added = await export.AddAsync(CloudFolders.FolderOf(target), name, async file =>
            count = await format.WriteAsync(file, columns, rows.ReadAsync(members, cancellationToken)));
        await ExportManifest.AddAsync(export, cancellationToken);
        if (incremental)
            export.Mark(audience.SegmentId, exported.Write(export, audience.SegmentId, rows.Members));
        RunResult result = landing.Land(export, new RunResult(count, count, 0, added.Bytes, 0, 1, []));
        if (incremental)
            exported.RemoveOthers(sandbox, context.FlowId, audience.SegmentId);
        return result;
    }

    private string FileName(StagedExport export, JsonObject flow, AudienceSelector audience)
    {
        Dictionary<string, string> macros = DestinationNames.Macros(export.Sandbox, flow, export.Target, options);
        macros["SEGMENT_ID"] = audience.SegmentId;
        macros["SEGMENT_NAME"] = audience.Name ?? audiences.NameOf(export.Sandbox, audience.SegmentId) ?? audience.SegmentId;
        string name = NameMacros.Fill(audience.FileNameTemplate ?? DefaultTemplate, macros, export.Run.StartedAt).Replace('/', '_');
        return name.Length <= LongestName
            ? name
            : throw FlowErrors.Invalid(
                $"The file name of the audience {audience.SegmentId} is longer than {LongestName} characters: {name}");
    }
}

using System.Text.RegularExpressions;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>Starts ad-hoc runs, and knows the answers that mean "later" or "it runs already".</summary>
internal sealed partial class AdHocRuns(IDestinationsApi api, FlowsClient flows, AepOptions options)
{
    /// <summary>Starts the export of a dataset.</summary>
    public Task<AdHocRun> StartDatasetAsync(string flowId, string datasetId, TimeSpan timeout, CancellationToken cancellationToken) =>
        StartAsync(
            flowId,
            async token =>
            {
                DatasetRunAnswer answer = (await api.RunDatasetsAsync(DatasetRunBody.Of(flowId, datasetId), token).ConfigureAwait(false))
                    .Required("POST /adhocrun");
                return answer.StatusUrl;
            },
            timeout,
            cancellationToken);

    /// <summary>Starts the activation of an audience.</summary>
    public Task<AdHocRun> StartAudienceAsync(string flowId, string segmentId, TimeSpan timeout, CancellationToken cancellationToken) =>
        StartAsync(
            flowId,
            async token =>
            {
                AudienceRunAnswer answer = (await api.RunAudiencesAsync(AudienceRunBody.Of(flowId, segmentId), token).ConfigureAwait(false))
                    .Required("POST /adhocrun");
                return answer.Order.FirstOrDefault(order => order.Segment == segmentId)?.StatusUrl;
            },
            timeout,
            cancellationToken);

    private async Task<AdHocRun> StartAsync(
        string flowId, Func<CancellationToken, Task<string?>> start, TimeSpan timeout, CancellationToken cancellationToken)
    {
        HashSet<string> earlier = await flows.Runs.ListAsync(flowId).Select(run => run.Id)
            .ToHashSetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        long began = options.TimeProvider.GetTimestamp();
        for (TimeSpan delay = options.PollInterval; ; delay = delay * 2 < options.MaxPollInterval ? delay * 2 : options.MaxPollInterval)
        {
            try
            {
                string? runId = RunIdOf(await start(cancellationToken).ConfigureAwait(false));
                FlowRunSelection selection = new() { RunId = runId, ExceptRunIds = runId is null ? earlier : [], WholeOnly = true };
                return new AdHocRun(selection, AlreadyRuns: false);
            }
            catch (AepRequestException error) when (RunsAlready(error, out string? runId))
            {
                return new AdHocRun(new FlowRunSelection { RunId = runId, WholeOnly = true }, AlreadyRuns: true);
            }
            catch (AepRequestException error) when (IsNotReady(error) && options.TimeProvider.GetElapsedTime(began) + delay < timeout)
            {
                await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static string? RunIdOf(string? statusUrl) =>
        string.IsNullOrEmpty(statusUrl) ? null : statusUrl.TrimEnd('/').Split('/')[^1].Split('?')[0];

    // The service has no codes for these answers; the texts are the documented ones.
    private static bool IsNotReady(AepRequestException error) =>
        Text(error).Contains("order ID(s) are not ready", StringComparison.OrdinalIgnoreCase);

    private static bool RunsAlready(AepRequestException error, out string? runId)
    {
        Match match = AlreadyRunning().Match(Text(error));
        runId = match.Groups["run"] is { Success: true } group ? group.Value : null;
        return match.Success;
    }

    private static string Text(AepRequestException error) => $"{error.Title} {error.Detail} {error.Body}";

    [GeneratedRegex(
        @"\brun\b[^.""]*?\balready\s+(going\s+on|exists?|running)\b(.*?\brun\s+id\s+(?<run>[\w-]+))?",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex AlreadyRunning();
}

using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Tests of destinations of one's own (Destination SDK <c>/testing</c> and <c>/sample-profiles</c>).</summary>
public class DestinationTestingClient
{
    private readonly IDestinationTestingApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected DestinationTestingClient() => _api = null!;

    internal DestinationTestingClient(IDestinationTestingApi api) => _api = api;

    /// <summary>Made-up profiles that fit a destination configuration (<c>GET /sample-profiles?destinationId=</c>).</summary>
    /// <param name="destinationId">The configuration's id.</param>
    /// <param name="count">How many, 1 to 1000; by default as the service likes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<SampleProfile>> GetSampleProfilesAsync(
        string destinationId, int? count = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(destinationId);
        return (await _api.GetSampleProfilesAsync(null, destinationId, count, cancellationToken).ConfigureAwait(false))
            .Required("GET /sample-profiles");
    }

    /// <summary>Made-up profiles that fit a dataflow to a destination (<c>GET /sample-profiles?destinationInstanceId=</c>).</summary>
    /// <param name="flowId">The dataflow's id, which the Destination SDK calls destination instance.</param>
    /// <param name="count">How many, 1 to 1000; by default as the service likes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<SampleProfile>> GetSampleProfilesOfFlowAsync(
        string flowId, int? count = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        return (await _api.GetSampleProfilesAsync(flowId, null, count, cancellationToken).ConfigureAwait(false))
            .Required("GET /sample-profiles");
    }

    /// <summary>A message template to begin with (<c>GET /testing/template/sample/{destinationId}</c>).</summary>
    /// <param name="destinationId">The configuration's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<string> GetSampleTemplateAsync(string destinationId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(destinationId);
        return (await _api.GetSampleTemplateAsync(destinationId, cancellationToken).ConfigureAwait(false))
            .Required("GET /testing/template/sample");
    }

    /// <summary>The messages that a template makes of profiles (<c>POST /testing/template/render</c>).</summary>
    /// <remarks>
    /// Adobe's page has messages with their profiles and what these have in common, the specification the text of one message alone; either
    /// is read.
    /// </remarks>
    /// <param name="destinationId">The configuration's id.</param>
    /// <param name="template">The template, as a string with escaped quotes as the service demands it.</param>
    /// <param name="profiles">The profiles; by default some that the service makes up.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">400: the template cannot be rendered; the message says why.</exception>
    public virtual async Task<TemplateRendering> RenderAsync(
        string destinationId, string template, IReadOnlyList<SampleProfile>? profiles = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(destinationId);
        ArgumentException.ThrowIfNullOrEmpty(template);
        string? answer =
            await _api.RenderAsync(new RenderBody(destinationId, template, profiles), cancellationToken).ConfigureAwait(false);
        return RenderingAnswer.Read(answer.Required("POST /testing/template/render"));
    }

    /// <summary>Sends profiles to the destination and tells what it answered (<c>POST /testing/destinationInstance/{id}</c>).</summary>
    /// <param name="flowId">The dataflow's id.</param>
    /// <param name="profiles">The profiles.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<DestinationTest> TestAsync(
        string flowId, IReadOnlyList<SampleProfile> profiles, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        ArgumentNullException.ThrowIfNull(profiles);
        return (await _api.TestAsync(flowId, new TestBody(profiles), cancellationToken).ConfigureAwait(false))
            .Required("POST /testing/destinationInstance");
    }
}

using System.Globalization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>The sample of the profile store, and reports about it (<c>/previewsamplestatus</c>).</summary>
public class ProfileSampleClient
{
    private readonly IProfilesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ProfileSampleClient() => _api = null!;

    internal ProfileSampleClient(IProfilesApi api) => _api = api;

    /// <summary>When the sample was taken last, and of how many profiles. GET /previewsamplestatus.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<ProfileSampleStatus> GetStatusAsync(CancellationToken cancellationToken = default) =>
        (await _api.GetSampleStatusAsync(cancellationToken).ConfigureAwait(false)).Required("GET /previewsamplestatus");

    /// <summary>How the profiles are spread over datasets. GET /previewsamplestatus/report/dataset.</summary>
    /// <param name="date">Of this day; null for the newest report.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<ProfileReport> GetDatasetReportAsync(DateOnly? date = null, CancellationToken cancellationToken = default) =>
        (await _api.GetDatasetReportAsync(Day(date), cancellationToken).ConfigureAwait(false))
            .Required("GET /previewsamplestatus/report/dataset");

    /// <summary>How the profiles are spread over identity namespaces. GET /previewsamplestatus/report/namespace.</summary>
    /// <param name="date">Of this day; null for the newest report.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<ProfileReport> GetNamespaceReportAsync(
        DateOnly? date = null, CancellationToken cancellationToken = default) =>
        (await _api.GetNamespaceReportAsync(Day(date), cancellationToken).ConfigureAwait(false))
            .Required("GET /previewsamplestatus/report/namespace");

    /// <summary>How many profiles consist of which datasets. GET /previewsamplestatus/report/dataset/overlap.</summary>
    /// <param name="date">Of this day; null for the newest report.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no report of that day.</exception>
    public virtual async Task<ProfileOverlapReport> GetDatasetOverlapAsync(
        DateOnly? date = null, CancellationToken cancellationToken = default) =>
        (await _api.GetDatasetOverlapAsync(Day(date), cancellationToken).ConfigureAwait(false))
            .Required("GET /previewsamplestatus/report/dataset/overlap");

    /// <summary>How many profiles carry identities of which namespaces. GET /previewsamplestatus/report/namespace/overlap.</summary>
    /// <param name="date">Of this day; null for the newest report.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no report of that day.</exception>
    public virtual async Task<ProfileOverlapReport> GetNamespaceOverlapAsync(
        DateOnly? date = null, CancellationToken cancellationToken = default) =>
        (await _api.GetNamespaceOverlapAsync(Day(date), cancellationToken).ConfigureAwait(false))
            .Required("GET /previewsamplestatus/report/namespace/overlap");

    /// <summary>
    /// Profiles of one fragment that have had no new event for 7, 30, 60, 90 and 120 days. GET /previewsamplestatus/report/unknownProfiles.
    /// </summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<UnknownProfilesReport> GetUnknownProfilesAsync(CancellationToken cancellationToken = default) =>
        (await _api.GetUnknownProfilesAsync(cancellationToken).ConfigureAwait(false))
            .Required("GET /previewsamplestatus/report/unknownProfiles");

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

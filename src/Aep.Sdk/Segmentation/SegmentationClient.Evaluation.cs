using System.Runtime.CompilerServices;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Datasets;
using Aep.Sdk.Queries;

namespace Aep.Sdk.Segmentation;

/// <content>Who is in a segment: evaluations and members.</content>
public partial class SegmentationClient
{
    /// <summary>
    /// Starts a segment job over all profiles (<c>POST /segment/jobs</c>). Its result counts the qualified profiles exactly, which also
    /// answers
    /// "how many profiles carry this attribute" for a rule such as <c>_acme.propensity >= 0</c>.
    /// </summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The job; wait for it with WaitForCompletionAsync.</returns>
    /// <exception cref="AepNotFoundException">There is no such segment.</exception>
    public virtual Task<SegmentJobOperation> EvaluateAsync(string segmentId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        return EvaluateAsync([segmentId], cancellationToken);
    }

    /// <summary>Starts one segment job for several segments (<c>POST /segment/jobs</c>).</summary>
    /// <param name="segmentIds">The segments; the service bounds their number.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The job; <see cref="SegmentJobResult.Segments"/> of its result has the counts of each.</returns>
    /// <exception cref="AepNotFoundException">There is no such segment.</exception>
    public virtual async Task<SegmentJobOperation> EvaluateAsync(
        IReadOnlyList<string> segmentIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(segmentIds);
        if (segmentIds.Count == 0)
            throw new ArgumentException("Give at least one segment.", nameof(segmentIds));
        SegmentJobRequest[] body = [.. segmentIds.Select(id => new SegmentJobRequest(id))];
        SegmentJob job = (await _api.CreateJobAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /segment/jobs");
        return new SegmentJobOperation(_api, _options, job.Id, segmentIds);
    }

    /// <summary>A segment job that was started before, also by another process.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="segmentId">The segment whose profiles its result counts.</param>
    public virtual SegmentJobOperation GetJobOperation(string jobId, string segmentId)
    {
        ArgumentException.ThrowIfNullOrEmpty(jobId);
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        return new SegmentJobOperation(_api, _options, jobId, [segmentId]);
    }

    /// <summary>
    /// The members of a segment, as of its last evaluation: an export job writes them to a dataset of their own, Query Service streams it,
    /// and it is
    /// deleted when the enumeration ends (<c>POST /export/jobs</c>). However many they are, memory holds one at a time.
    /// </summary>
    /// <typeparam name="T">What a member becomes.</typeparam>
    /// <param name="segmentId">The segment.</param>
    /// <param name="fields">Paths of attributes, for example <c>_acme.userid</c>; each is a column with the name of its last part.</param>
    /// <param name="map">Makes an object of a row, for example <c>row => row.Get&lt;string&gt;("userid")</c>.</param>
    /// <param name="cancellationToken">Cancels the export and the reading.</param>
    /// <exception cref="ArgumentException">There are no fields, or two have the same last part.</exception>
    /// <exception cref="AepOperationFailedException">The export has failed.</exception>
    public virtual async IAsyncEnumerable<T> GetMembersAsync<T>(
        string segmentId, IReadOnlyList<string> fields, Func<QueryRow, T> map,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(map);
        if (fields.Count == 0 || fields.DistinctBy(field => field[(field.LastIndexOf('.') + 1)..]).Count() < fields.Count)
            throw new ArgumentException(
                "Give at least one field, and none with the last part of another: it names the column.", nameof(fields));
        Dataset dataset = await _members.RunAsync(segmentId, fields, cancellationToken).ConfigureAwait(false);
        try
        {
            await foreach (T member in _members.ReadAsync(dataset, fields, map, cancellationToken).ConfigureAwait(false))
                yield return member;
        }
        finally
        {
            await _members.DeleteAsync(dataset).ConfigureAwait(false);
        }
    }
}

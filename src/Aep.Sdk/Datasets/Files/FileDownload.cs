using System.Net;
using System.Net.Http.Headers;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Datasets;

/// <summary>The requests of one download: the whole, then the rest from wherever it broke off.</summary>
internal sealed class FileDownload(RawRequests requests, string route, int resumes)
{
    public int Resumes => resumes;

    public string Route => route;

    /// <summary>Asks for the bytes from <paramref name="offset"/> on.</summary>
    /// <param name="offset">Bytes that are here already.</param>
    /// <param name="length">Bytes of the whole file, if that is known.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<HttpResponseMessage> OpenAsync(long offset, long? length, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, route);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/octet-stream"));
        if (offset > 0) request.Headers.Range = new RangeHeaderValue(offset, null);
        HttpResponseMessage response = await requests.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (offset == 0 ? length is null || response.Content.Headers.ContentLength == length : Continues(response, offset, length))
            return response;
        string said = response.Content.Headers.ContentRange?.ToString() ?? "no Content-Range";
        int status = (int)response.StatusCode;
        response.Dispose();
        throw new AepException(
            $"GET {route} was asked for the bytes from {offset} of {length} and answered {status} with {said}. Download it again.");
    }

    // Another length would be another file: what is here and what comes would not fit.
    private static bool Continues(HttpResponseMessage response, long offset, long? length) =>
        response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange is { } range && range.From == offset
        && (range.Length is null || length is null || range.Length == length);
}

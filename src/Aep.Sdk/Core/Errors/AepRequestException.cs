using System.Globalization;
using System.Text;

namespace Aep.Sdk;

/// <summary>A request that AEP has refused or that could not be answered.</summary>
public class AepRequestException : AepException
{
    /// <summary>Creates an error from what is known of it.</summary>
    public AepRequestException(AepErrorDetails details, Exception? innerException = null)
        : base(Describe(details), innerException) => Details = details;

    /// <summary>HTTP status; 0 when there was no answer.</summary>
    public int Status => Details.Status;

    /// <summary>AEP's error code, where the answer has one.</summary>
    public string? ErrorCode => Details.ErrorCode;

    /// <summary>Title of the error, where the answer has one.</summary>
    public string? Title => Details.Title;

    /// <summary>What AEP says about it.</summary>
    public string? Detail => Details.Detail;

    /// <summary>Id of the request: give it to Adobe's support.</summary>
    public string? RequestId => Details.RequestId;

    /// <summary>HTTP method.</summary>
    public string Method => Details.Method;

    /// <summary>URL; values of query parameters that may hold a secret are <c>***</c>.</summary>
    public string Uri => Details.Uri;

    /// <summary>The answer as it came, up to 64 KB.</summary>
    public string Body => Details.Body;

    /// <summary>True when the same request may succeed later.</summary>
    public bool IsTransient => Status is 0 or 408 or 429 or 500 or 502 or 503 or 504;

    internal AepErrorDetails Details { get; }

    private static string Describe(AepErrorDetails details)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{details.Method} {details.Uri} ");
        text.Append(details.Status == 0 ? "got no answer" : string.Create(CultureInfo.InvariantCulture, $"answered {details.Status}"));
        string said = string.Join(
            ": ", new[] { details.ErrorCode, details.Title, details.Detail }.Where(part => !string.IsNullOrEmpty(part)).Distinct());
        if (said.Length > 0)
            text.Append(". ").Append(said);
        if (details.RequestId is { } id)
            text.Append(CultureInfo.InvariantCulture, $" (request {id})");
        return text.ToString();
    }
}

using System.Globalization;

namespace Aep.Sdk.Ingestion;

/// <summary>Why an attempt has not delivered a record, and whether another attempt makes sense.</summary>
internal sealed record DeliveryVerdict(UndeliveredReason Reason, bool IsWorthRepeating, string Detail, Exception? Error)
{
    public static DeliveryVerdict Stopped { get; } =
        new(UndeliveredReason.NotTaken, IsWorthRepeating: false, "The producer was stopped before this record was sent.", Error: null);

    /// <summary>What the answer says of one record; null when AEP has it.</summary>
    public static DeliveryVerdict? Of(StreamingOutcome outcome)
    {
        if (outcome.IsAccepted)
            return null;
        bool passing = outcome.StatusCode is 429 or >= 500;
        string detail = string.Create(CultureInfo.InvariantCulture, $"{outcome.StatusCode}: {outcome.Message}");
        return new DeliveryVerdict(passing ? UndeliveredReason.NotTaken : UndeliveredReason.Refused, passing, detail, Error: null);
    }

    /// <summary>What an error says of all records of the request.</summary>
    public static DeliveryVerdict Of(Exception error, bool repeatUnknown) => error switch
    {
        // Adobe asks clients to repeat after a 503.
        AepRequestException { Status: 503 } => new(UndeliveredReason.NotTaken, IsWorthRepeating: true, error.Message, error),
        // The pipeline has repeated these as often as it may.
        AepThrottledException => new(UndeliveredReason.NotTaken, IsWorthRepeating: false, error.Message, error),
        AepRequestException { Status: not 408 and >= 400 and < 500 } => new(UndeliveredReason.Refused, IsWorthRepeating: false,
            error.Message, error),
        AepRequestException request when !WasSent(request) =>
            new(UndeliveredReason.NotTaken, IsWorthRepeating: false, error.Message, error),
        OperationCanceledException =>
            new(UndeliveredReason.Unknown, IsWorthRepeating: false, "The producer was stopped while this record was on its way.", error),
        _ => new(UndeliveredReason.Unknown, repeatUnknown, error.Message, error),
    };

    // Not sent: no connection came about, or there was no token to send it with.
    private static bool WasSent(AepRequestException error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
                })
            {
                return false;
            }
        }
        return error.Uri.Length == 0 || error.Uri.Contains("/collection/", StringComparison.Ordinal);
    }
}

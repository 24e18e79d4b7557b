using System.Globalization;

namespace Aep.Sdk.Emulator.QueryService.Listings;

/// <summary>Gives every change a time of its own: listings page by the times at which documents were made or changed.</summary>
internal sealed class CreationTimes(TimeProvider time)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _last;

    public string Next()
    {
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
            _last = now > _last ? now : _last.AddMilliseconds(1);
            return Text(_last);
        }
    }

    public static string Text(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time of a request in the form that the documents have.</summary>
    public static string Normalize(string text) => Text(Parse(text));

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset value)
            ? value
            : throw QueryErrors.BadRequest($"{text} is no timestamp, such as 2024-01-31T12:30:00Z.");
}

using System.Globalization;

namespace Aep.Sdk.Emulator.QueryService;

/// <summary>Gives every document a time of its own: listings page by it.</summary>
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

    public string Now() => Text(time.GetUtcNow());

    private static string Text(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

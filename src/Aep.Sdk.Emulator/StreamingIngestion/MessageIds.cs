using System.Globalization;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>Ids that the platform gives to messages: time, instance, number.</summary>
internal sealed class MessageIds(TimeProvider time)
{
    private const int Instance = 1;
    private long _last;

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{Now()}:{Instance:0000}:{Interlocked.Increment(ref _last)}");

    public long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}

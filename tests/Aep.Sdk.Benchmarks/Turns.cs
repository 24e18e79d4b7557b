using System.Diagnostics;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// Runs two calls by turns in short rounds, so that whatever else the machine does hits both alike, and compares round by round.
/// </summary>
internal static class Turns
{
    private const int Rounds = 201;

    public static async Task RunAsync()
    {
        var small = new SmallGet();
        await small.StartAsync();
        Console.WriteLine(await CompareAsync("small GET", 250, small.BareAsync, small.SdkAsync));
        await small.StopAsync();

        var paged = new PagedListing();
        await paged.StartAsync();
        Console.WriteLine(await CompareAsync("5,000 items in pages", 1, paged.BareAsync, paged.SdkAsync));
        await paged.StopAsync();
    }

    private static async Task<string> CompareAsync(string name, int callsPerRound, Func<Task> bare, Func<Task> sdk)
    {
        for (int i = 0; i < 200; i++)
        {
            await RoundAsync(bare, callsPerRound);
            await RoundAsync(sdk, callsPerRound);
        }
        var ratios = new double[Rounds];
        var bareTimes = new double[Rounds];
        var sdkTimes = new double[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            // The order changes from round to round: neither side always follows the other's garbage.
            if (i % 2 == 0)
                (bareTimes[i], sdkTimes[i]) = (await RoundAsync(bare, callsPerRound), await RoundAsync(sdk, callsPerRound));
            else
                (sdkTimes[i], bareTimes[i]) = (await RoundAsync(sdk, callsPerRound), await RoundAsync(bare, callsPerRound));
            ratios[i] = sdkTimes[i] / bareTimes[i];
        }
        Array.Sort(ratios);
        return $"{name}: bare {Median(bareTimes):0.0} us, SDK {Median(sdkTimes):0.0} us, ratio {Median(ratios):0.000} (middle half of {Rounds} rounds: {ratios[Rounds / 4]:0.000} to {ratios[Rounds * 3 / 4]:0.000})";
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static async Task<double> RoundAsync(Func<Task> call, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
            await call();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls;
    }
}

using System.Diagnostics;

namespace Aep.Sdk.Benchmarks;

/// <summary>One of the ways that are compared: its seconds and its process's processor time, turn by turn.</summary>
/// <param name="name">What it is.</param>
/// <param name="run">Does it, and says how many seconds it took.</param>
internal sealed class Side(string name, Func<Task<double>> run)
{
    private readonly List<(double Wall, double Cpu)> _turns = [];

    /// <summary>Runs them by turns, each time in another order: none always follows another's garbage.</summary>
    /// <param name="sides">What is compared.</param>
    /// <param name="turns">How often each runs, after a turn that does not count.</param>
    public static async Task MeasureAsync(Side[] sides, int turns)
    {
        foreach (Side side in sides)
            await side.TurnAsync();
        foreach (Side side in sides)
            side._turns.Clear();
        for (int turn = 0; turn < turns; turn++)
        {
            for (int i = 0; i < sides.Length; i++)
                await sides[(i + turn) % sides.Length].TurnAsync();
        }
    }

    public string Describe(double megabytes, Side first)
    {
        double[] ratios = [.. _turns.Zip(first._turns, (mine, its) => its.Wall / mine.Wall).Order()];
        return $"{name}: {megabytes / Middle(_turns.Select(turn => turn.Wall)):0} MB/s, {Middle(_turns.Select(turn => turn.Cpu)):0.00} s of processor time, "
            + $"ratio {ratios[ratios.Length / 2]:0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00})";
    }

    public static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private async Task TurnAsync()
    {
        using var self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        double wall = await run();
        self.Refresh();
        _turns.Add((wall, (self.TotalProcessorTime - before).TotalSeconds));
    }
}

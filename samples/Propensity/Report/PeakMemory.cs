using System.Diagnostics;

namespace Propensity.Report;

/// <summary>The most memory that this process has had at once.</summary>
public static class PeakMemory
{
    public static double Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        // macOS does not tell the peak; what it has now is then the best that is known.
        return Math.Max(process.PeakWorkingSet64, process.WorkingSet64) / (1024.0 * 1024.0);
    }
}

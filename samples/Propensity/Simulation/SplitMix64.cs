namespace Propensity.Simulation;

/// <summary>
/// A small random generator with a published algorithm (SplitMix64). System.Random promises no sequence over versions of .NET;
/// here the same seed must give the same bytes for ever.
/// </summary>
public sealed class SplitMix64(ulong seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private ulong _state = seed;

    /// <summary>A generator for a part of the work, independent of those of other parts.</summary>
    public static SplitMix64 For(ulong seed, ulong stream) => new(Mix(seed + Gamma * (stream + 1)));

    public ulong Next() => Mix(_state += Gamma);

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, bound).</summary>
    public int Next(int bound) => (int)(NextDouble() * bound);

    /// <summary>Poisson distributed; by Knuth's product method, which suits the small rates here.</summary>
    public int Poisson(double rate)
    {
        double limit = Math.Exp(-rate), product = NextDouble();
        int count = 0;
        while (product > limit)
        {
            count++;
            product *= NextDouble();
        }
        return count;
    }

    /// <summary>Exponentially distributed.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - NextDouble());

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}

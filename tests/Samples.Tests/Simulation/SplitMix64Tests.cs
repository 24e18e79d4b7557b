using Propensity.Simulation;

namespace Samples.Tests.Simulation;

public sealed class SplitMix64Tests
{
    // The first numbers of the published algorithm for the seed 1234567.
    [Fact]
    public void Gives_the_published_sequence()
    {
        var random = new SplitMix64(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL],
            Enumerable.Range(0, 4).Select(_ => random.Next()));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(5)]
    public void Poisson_has_the_rate_as_mean_and_variance(double rate)
    {
        const int Draws = 100_000;
        var random = new SplitMix64(1);
        int[] draws = [.. Enumerable.Range(0, Draws).Select(_ => random.Poisson(rate))];
        double mean = draws.Average();
        Assert.InRange(mean - rate, -5 * Math.Sqrt(rate / Draws), 5 * Math.Sqrt(rate / Draws));
        Assert.InRange(draws.Average(draw => (draw - mean) * (draw - mean)) / rate, 0.95, 1.05);
    }

    [Fact]
    public void Exponential_has_its_mean_and_the_memoryless_tail()
    {
        const int Draws = 100_000;
        var random = new SplitMix64(2);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => random.Exponential(24))];
        Assert.InRange(draws.Average(), 24 * 0.98, 24 * 1.02);
        Assert.InRange(draws.Count(draw => draw > 24) / (double)Draws, Math.Exp(-1) - 0.01, Math.Exp(-1) + 0.01);
    }
}

using CsCheck;

namespace Aep.Sdk.TestSupport;

/// <summary>
/// Properties that hold for all that a generator makes. The inputs are the same in every run: CsCheck's own seed is that of its first
/// input alone. With the variable AEP_PROPERTIES=random they are CsCheck's, new in each run and as many as its variables say (CsCheck_Iter,
/// CsCheck_Time, CsCheck_Seed).
/// </summary>
internal static class Properties
{
    private const int Usual = 100;
    private const uint Stream = 1;
    private const ulong Seed = 20_260_301;

    public static bool IsRandom { get; } = Environment.GetEnvironmentVariable("AEP_PROPERTIES") == "random";

    /// <param name="gen">Makes the inputs.</param>
    /// <param name="assert">Fails where the property does not hold.</param>
    /// <param name="iter">How many inputs; CsCheck's number when they are random.</param>
    public static void ForAll<T>(this Gen<T> gen, Action<T> assert, int iter = Usual)
    {
        if (IsRandom)
        {
            gen.Sample(assert, threads: 1);
            return;
        }

        foreach ((T input, string seed) in Inputs(gen, iter))
        {
            try
            {
                assert(input);
            }
            catch (Exception)
            {
                // CsCheck begins with this input, shows it and looks for a smaller one.
                gen.Sample(assert, seed: seed, iter: Usual, threads: 1);
                throw;
            }
        }
    }

    public static void ForAll<T>(this Gen<T> gen, Func<T, bool> holds, int iter = Usual) =>
        gen.ForAll(input => { Assert.True(holds(input)); }, iter);

    public static async Task ForAllAsync<T>(this Gen<T> gen, Func<T, Task> assert, int iter = Usual)
    {
        if (IsRandom)
        {
            await gen.SampleAsync(assert, threads: 1);
            return;
        }

        foreach ((T input, string seed) in Inputs(gen, iter))
        {
            try
            {
                await assert(input);
            }
            catch (Exception)
            {
                await gen.SampleAsync(assert, seed: seed, iter: Usual, threads: 1);
                throw;
            }
        }
    }

    public static void ForAll<T1, T2>(this Gen<(T1, T2)> gen, Func<T1, T2, bool> holds, int iter = Usual) =>
        gen.ForAll(input => { Assert.True(holds(input.Item1, input.Item2)); }, iter);

    public static void ForAll<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, bool> holds, int iter = Usual) =>
        gen.ForAll(input => { Assert.True(holds(input.Item1, input.Item2, input.Item3)); }, iter);

    public static void ForAll<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> assert, int iter = Usual) =>
        gen.ForAll(input => { assert(input.Item1, input.Item2); }, iter);

    public static void ForAll<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> assert, int iter = Usual) =>
        gen.ForAll(input => { assert(input.Item1, input.Item2, input.Item3); }, iter);

    public static Task ForAllAsync<T1, T2>(this Gen<(T1, T2)> gen, Func<T1, T2, Task> assert, int iter = Usual) =>
        gen.ForAllAsync(input => assert(input.Item1, input.Item2), iter);

    public static Task ForAllAsync<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, Task> assert, int iter = Usual) =>
        gen.ForAllAsync(input => assert(input.Item1, input.Item2, input.Item3), iter);

    public static Task ForAllAsync<T1, T2, T3, T4>(
        this Gen<(T1, T2, T3, T4)> gen, Func<T1, T2, T3, T4, Task> assert, int iter = Usual) =>
        gen.ForAllAsync(input => assert(input.Item1, input.Item2, input.Item3, input.Item4), iter);

    // Each with the seed from which CsCheck makes it again.
    private static IEnumerable<(T Input, string Seed)> Inputs<T>(Gen<T> gen, int count)
    {
        var random = new PCG(Stream, Seed);
        for (int i = 0; i < count; i++)
        {
            string seed = random.ToString();
            yield return (gen.Generate(random, null, out _), seed);
        }
    }
}

using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Support;

/// <summary>The inputs of property tests.</summary>
public sealed class PropertiesTests
{
    [Fact]
    public void They_are_the_same_each_time_unless_others_are_asked_for() =>
        Assert.Equal(!Properties.IsRandom, Inputs().SequenceEqual(Inputs()));

    [Fact]
    public async Task What_does_not_hold_fails_and_tells_how_to_see_it_again()
    {
        CsCheckException failed = Assert.Throws<CsCheckException>(() => Gen.Int[0, 100].ForAll(number => Assert.True(number < 60)));
        Assert.Contains("seed", failed.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Throws<CsCheckException>(() => Gen.Int[0, 100].ForAll(number => number < 60));
        await Assert.ThrowsAsync<CsCheckException>(() => Gen.Int[0, 100].ForAllAsync(async number =>
        {
            await Task.Yield();
            Assert.True(number < 60);
        }));
    }

    private static List<int> Inputs()
    {
        var inputs = new List<int>();
        Gen.Int.ForAll(inputs.Add);
        return inputs;
    }
}

using System.Text;
using Propensity.Events;

namespace Samples.Tests.Events;

public sealed class EcidTests
{
    // Vectors of the reference implementation (x64, 128 bits).
    [Theory]
    [InlineData("", 0x0000000000000000, 0x0000000000000000)]
    [InlineData("hello", 0xcbd8a7b341bd9b02, 0x5b1e906a48ae1d19)]
    [InlineData("hello, world", 0x342fac623a5ebc8e, 0x4cdcbc079642414d)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0xe34bbc7bbc071b6c, 0x7a433ca9c49a9347)]
    public void The_hash_is_murmur3(string text, ulong first, ulong second) =>
        Assert.Equal((first, second), MurmurHash3.Hash128(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void An_ecid_has_two_halves_of_19_digits_and_is_its_users_own()
    {
        string[] ids = [.. Enumerable.Range(0, 10_000).Select(Ecid.Of)];
        Assert.All(ids, id => Assert.Matches("^[0-9]{38}$", id));
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(Ecid.Of(42), Ecid.OfEmail("synthetic-user-42@example.com"));
    }
}

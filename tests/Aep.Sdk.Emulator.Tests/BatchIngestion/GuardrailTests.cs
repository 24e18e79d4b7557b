using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Aep.Sdk.Emulator.Tests.BatchIngestion;

public sealed class GuardrailTests
{
    [Theory]
    [InlineData(25_000, 1_099_511_627_776, null)]
    [InlineData(25_143, 1, "Batch ingestion guardrails hit: 25143 files (over the 25000 threshold)")]
    [InlineData(
        25_143, 1_150_000_000_000,
        "Batch ingestion guardrails hit: 25143 files (over the 25000 threshold); 1150000000000 bytes (over the 1099511627776 threshold)")]
    public void A_batch_that_is_too_large_says_so_as_documented(int files, long bytes, string? says) =>
        Assert.Equal(says, BatchGuardrails.Check(files, bytes));

    [Fact]
    public void A_user_may_create_2000_batches_a_minute()
    {
        var time = new FakeTimeProvider();
        var rate = new BatchRate(time);
        HttpRequest mine = Request("me"), others = Request("another");
        for (int i = 0; i < 2_000; i++)
        {
            rate.Count(mine);
            time.Advance(TimeSpan.FromMilliseconds(10));
        }
        ApiException refused = Assert.Throws<ApiException>(() => rate.Count(mine));
        Assert.Equal(429, refused.Status);
        Assert.Contains("2000 batches a minute", (string?)refused.Body["detail"]);
        rate.Count(others);
        time.Advance(TimeSpan.FromSeconds(40)); // a minute after the first
        rate.Count(mine);
        Assert.Throws<ApiException>(() => rate.Count(mine));
    }

    private static HttpRequest Request(string apiKey) =>
        new DefaultHttpContext { Request = { Headers = { ["x-api-key"] = apiKey } } }.Request;
}

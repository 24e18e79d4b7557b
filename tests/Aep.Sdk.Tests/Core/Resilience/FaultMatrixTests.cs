namespace Aep.Sdk.Tests.Core.Resilience;

public sealed class FaultMatrixTests(FaultMatrix matrix) : IClassFixture<FaultMatrix>
{
    private const int Attempts = 5;
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(0.8 + 1.6 + 3.2 + 6.4);

    [Fact]
    public void Every_failure_is_an_error_of_this_library_that_says_what_and_where()
    {
        Assert.All(matrix.Outcomes.Where(outcome => outcome.Error is not null), outcome =>
        {
            Assert.IsAssignableFrom<AepException>(outcome.Error);
            Assert.True(
                outcome.Error!.Message.Length < 1_000, $"{outcome.Fault.Name}: a message of {outcome.Error.Message.Length} characters");
            if (outcome.Error is AepRequestException error)
            {
                Assert.Contains("127.0.0.1", error.Uri);
                Assert.True(error.Body.Length <= 64 * 1024);
            }
        });
    }

    [Fact]
    public void Nothing_is_sent_more_often_than_the_retries_allow() =>
        Assert.All(matrix.Outcomes, outcome => Assert.InRange(outcome.Requests, 0, Attempts));

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("upload")]
    public void What_may_be_repeated_is_repeated_after_a_passing_fault(string verb)
    {
        Assert.All(
            ["reset before the headers", "no answer", "429", "500", "502 with HTML", "503 for ever"],
            (Action<string>)(fault => Assert.Equal(Attempts, matrix.Of(verb, fault).Requests)));
        Assert.Null(matrix.Of(verb, "503 twice").Error);
        Assert.Equal(3, matrix.Of(verb, "503 twice").Requests);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("POST create")]
    [InlineData("POST action")]
    public void What_may_have_been_applied_is_not_sent_twice(string verb)
    {
        Assert.All(
            ["reset before the headers", "reset in the body", "no answer", "500", "502 with HTML", "503 twice", "503 for ever",
                "truncated gzip"],
            (Action<string>)(fault => Assert.Equal(1, matrix.Of(verb, fault).Requests)));
        Assert.Equal(Attempts, matrix.Of(verb, "429").Requests);
    }

    [Fact]
    public void A_refusal_is_final() => Assert.All(
        matrix.Outcomes.Where(outcome => outcome.Fault.Name is "403" or "404" or "409" or "10 MB of error" or "unknown charset"),
        outcome => Assert.Equal((1, TimeSpan.Zero), (outcome.Requests, outcome.Waited)));

    [Fact]
    public void A_401_renews_the_token_once() => Assert.All(
        matrix.Outcomes.Where(outcome => outcome.Fault.Name.StartsWith("401", StringComparison.Ordinal)), outcome =>
        {
            Assert.Equal((2, TimeSpan.Zero), (outcome.Requests, outcome.Waited));
            Assert.Equal(outcome.Fault.Name == "401 once" ? null : typeof(AepAuthenticationException), outcome.Error?.GetType());
        });

    [Fact]
    public void Waits_are_those_that_were_asked_for_or_bounded()
    {
        Assert.All(matrix.Outcomes, outcome =>
        {
            if (outcome.Fault.AsksToWait)
                Assert.InRange(outcome.Waited, (Attempts - 1) * Fault.AskedWait, (Attempts - 1) * Fault.AskedWait * 1.2);
            else
                Assert.InRange(outcome.Waited, TimeSpan.Zero, LongestBackoff + TimeSpan.FromSeconds(5));
        });
    }

    [Fact]
    public void Bodies_that_cannot_be_read_show_how_they_begin()
    {
        string message = matrix.Of("GET", "200 with HTML").Error!.Message;
        Assert.Contains("text/html", message);
        Assert.Contains("<html><h1>Log in", message);
        Assert.Contains("Bad: request", matrix.Of("GET", "unknown charset").Error!.Message);
    }

    [Fact]
    public void The_page_shows_this_table() => GeneratedPage.Check("docs/resilience.md", "faults", matrix.ToMarkdown());
}

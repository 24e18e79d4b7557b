using Aep.Sdk.Core.Authentication;
using Microsoft.Extensions.Time.Testing;

namespace Aep.Sdk.Tests.Core.Authentication;

public sealed class CachedTokenSourceTests
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly FakeTimeProvider _time = new();
    private TaskCompletionSource _mayAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _failure;
    private TimeSpan _life = Life;
    private int _requests;

    public CachedTokenSourceTests()
    {
        _mayAnswer.SetResult();
        Source = new CachedTokenSource(RequestAsync, _time);
    }

    private CachedTokenSource Source { get; }

    [Fact]
    public async Task Ten_thousand_callers_share_one_request()
    {
        _mayAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<AccessToken>[] callers = [.. Enumerable.Range(0, 10_000).Select(_ => Task.Run(() => GetAsync()))];
        _mayAnswer.SetResult();
        AccessToken[] tokens = await Task.WhenAll(callers);
        Assert.Equal(1, _requests);
        Assert.Single(tokens.Distinct());
    }

    [Fact]
    public async Task A_token_serves_until_shortly_before_its_end()
    {
        AccessToken first = await GetAsync();
        _time.Advance(Life - CachedTokenSource.RenewalAhead - TimeSpan.FromSeconds(1));
        Assert.Same(first, await GetAsync());
        _time.Advance(CachedTokenSource.RenewalAhead);
        Assert.NotSame(first, await GetAsync());
        Assert.Equal(2, _requests);
    }

    [Fact]
    public async Task A_token_that_ends_soon_is_renewed_while_it_serves()
    {
        AccessToken first = await GetAsync();
        _time.Advance(Life - CachedTokenSource.RenewalAhead);
        _mayAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Assert.Same(first, await GetAsync());
        Assert.Same(first, await GetAsync());
        _mayAnswer.SetResult();
        await UntilAsync(async () => await GetAsync() != first);
        Assert.Equal(2, _requests);
    }

    [Fact]
    public async Task A_renewal_that_fails_ahead_of_time_is_tried_again_later_and_no_caller_sees_it()
    {
        AccessToken first = await GetAsync();
        _time.Advance(Life - CachedTokenSource.RenewalAhead);
        _failure = new InvalidOperationException("IMS is down");
        Assert.Same(first, await GetAsync());
        await UntilAsync(() => Task.FromResult(_requests == 2));
        for (int i = 0; i < 100; i++)
            Assert.Same(first, await GetAsync());
        Assert.Equal(2, _requests);

        _failure = null;
        _time.Advance(TimeSpan.FromSeconds(31));
        await UntilAsync(async () => await GetAsync() != first);
    }

    [Fact]
    public async Task A_short_life_is_used_for_most_of_it()
    {
        _life = TimeSpan.FromMinutes(5);
        AccessToken first = await GetAsync();
        _time.Advance(TimeSpan.FromMinutes(3.9));
        Assert.Same(first, await GetAsync());
        _time.Advance(TimeSpan.FromMinutes(0.7));
        Assert.NotSame(first, await GetAsync());
    }

    [Fact]
    public async Task A_rejected_token_is_renewed_once_for_all_who_had_it()
    {
        AccessToken first = await GetAsync();
        AccessToken[] tokens = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => GetAsync(first))));
        Assert.Equal(2, _requests);
        Assert.All(tokens, token => Assert.NotSame(first, token));
    }

    [Fact]
    public async Task A_failure_reaches_its_callers_and_the_next_caller_tries_again()
    {
        _failure = new InvalidOperationException("IMS is down");
        await Assert.ThrowsAsync<InvalidOperationException>(() => GetAsync());
        _failure = null;
        await GetAsync();
        Assert.Equal(2, _requests);
    }

    [Fact]
    public async Task A_caller_who_gives_up_does_not_end_the_request_of_the_others()
    {
        _mayAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using var impatient = new CancellationTokenSource();
        Task<AccessToken> gone = Source.GetTokenAsync(null, impatient.Token).AsTask();
        Task<AccessToken> patient = GetAsync();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        _mayAnswer.SetResult();
        await patient;
        Assert.Equal(1, _requests);
    }

    private Task<AccessToken> GetAsync(AccessToken? rejected = null) => Source.GetTokenAsync(rejected, CancellationToken.None).AsTask();

    private async Task<AccessToken> RequestAsync(CancellationToken cancellationToken)
    {
        int number = Interlocked.Increment(ref _requests);
        await _mayAnswer.Task;
        return _failure is null ? new AccessToken(new Secret($"token {number}"), _time.GetUtcNow() + _life) : throw _failure;
    }

    // For work on another thread; not for a time to pass.
    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

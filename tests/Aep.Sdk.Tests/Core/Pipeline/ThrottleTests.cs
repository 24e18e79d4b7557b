using System.Net;
using Aep.Sdk.Core.Authentication;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Aep.Sdk.Tests.Core.Pipeline;

public sealed class ThrottleTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Server _server = new();

    [Fact]
    public async Task No_more_requests_than_allowed_are_on_their_way()
    {
        using HttpMessageInvoker client = Client(limit: 3);
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 10).Select(_ => SendAsync(client))];
        Assert.Equal(3, _server.Waiting);
        for (int answered = 1; answered <= 10; answered++)
        {
            _server.Answer(HttpStatusCode.OK);
            await UntilAsync(() => _server.Arrived == Math.Min(10, 3 + answered));
        }
        await Task.WhenAll(calls);
        Assert.Equal(3, _server.MostWaiting);
    }

    [Fact]
    public async Task When_one_request_is_asked_to_slow_down_all_wait()
    {
        using HttpMessageInvoker client = Client(limit: 10);
        Task<HttpResponseMessage> refused = SendAsync(client);
        _server.Answer(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(20));
        await refused;
        Task<HttpResponseMessage>[] calls = [SendAsync(client), SendAsync(client)];
        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.Equal(1, _server.Arrived);
        _time.Advance(TimeSpan.FromSeconds(4));
        await UntilAsync(() => _server.Arrived == 3);
        _server.Answer(HttpStatusCode.OK);
        _server.Answer(HttpStatusCode.OK);
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Who_waits_already_waits_longer_when_the_platform_asks_again()
    {
        using HttpMessageInvoker client = Client(limit: 10);
        Task<HttpResponseMessage> first = SendAsync(client), second = SendAsync(client);
        _server.Answer(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(10));
        await first;
        Task<HttpResponseMessage> waiting = SendAsync(client);
        _server.Answer(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(40));
        await second;
        _time.Advance(TimeSpan.FromSeconds(12));
        await Task.Yield();
        Assert.Equal(2, _server.Arrived);
        _time.Advance(TimeSpan.FromSeconds(40));
        await UntilAsync(() => _server.Arrived == 3);
        _server.Answer(HttpStatusCode.OK);
        await waiting;
    }

    [Fact]
    public async Task A_call_that_is_given_up_leaves_its_place()
    {
        using HttpMessageInvoker client = Client(limit: 1);
        Task<HttpResponseMessage> first = SendAsync(client);
        using var impatient = new CancellationTokenSource();
        Task<HttpResponseMessage> second = SendAsync(client, impatient.Token), third = SendAsync(client);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        _server.Answer(HttpStatusCode.OK);
        await first;
        await UntilAsync(() => _server.Arrived == 2);
        _server.Answer(HttpStatusCode.OK);
        await third;
    }

    private HttpMessageInvoker Client(int limit)
    {
        AepOptions options = TestOptions.For(new Uri("http://localhost"), _time) with { MaxConcurrentRequests = limit };
        return new(new AttemptHandler(options, new BearerAuthentication(new FixedToken())) { InnerHandler = _server });
    }

    private static Task<HttpResponseMessage> SendAsync(HttpMessageInvoker client, CancellationToken cancellationToken = default) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "http://localhost/"), cancellationToken);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Answers when it is told to.</summary>
    private sealed class Server : HttpMessageHandler
    {
        private readonly Queue<TaskCompletionSource<HttpResponseMessage>> _waiting = new();

        public int Arrived { get; private set; }

        public int MostWaiting { get; private set; }

        public int Waiting
        {
            get
            {
                lock (_waiting)
                    return _waiting.Count;
            }
        }

        public void Answer(HttpStatusCode status, TimeSpan? retryAfter = null)
        {
            var response = new HttpResponseMessage(status);
            if (retryAfter is { } wait)
                response.Headers.RetryAfter = new(wait);
            TaskCompletionSource<HttpResponseMessage> first;
            lock (_waiting)
                first = _waiting.Dequeue();
            first.SetResult(response);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_waiting)
            {
                var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Enqueue(answer);
                Arrived++;
                MostWaiting = Math.Max(MostWaiting, _waiting.Count);
                return answer.Task;
            }
        }
    }
}

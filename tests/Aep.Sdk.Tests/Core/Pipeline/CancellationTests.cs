using Aep.Sdk.Tests.Core.Resilience;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Pipeline;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_call_that_is_cancelled_ends_with_the_callers_token_wherever_it_is()
    {
        using var server = new FaultServer(FaultServer.Silence);
        await using var aep = new AepClient(TestOptions.For(server.Url) with { TokenSource = new UserToken() });
        using var cancel = new CancellationTokenSource();
        Task[] calls =
        [
            aep.Schemas.GetTenantIdAsync(cancel.Token), aep.GetJsonAsync("/x", cancel.Token),
            aep.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/x"), cancel.Token),
        ];
        while (server.Requests < calls.Length)
            await Task.Yield();
        await cancel.CancelAsync();
        foreach (Task call in calls)
        {
            var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            Assert.Equal(cancel.Token, cancelled.CancellationToken);
        }
    }
}

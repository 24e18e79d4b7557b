using System.Net;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Pipeline;

public sealed class LoopbackBypassTests
{
    [Fact]
    public void The_proxy_of_the_environment_serves_the_world_and_not_this_machine()
    {
        IWebProxy bypass = new LoopbackBypass(() => new WebProxy("http://proxy.example:8080"));
        Assert.All(["https://127.0.0.1:8080/", "http://localhost/", "https://[::1]/"], local => Assert.True(bypass.IsBypassed(new Uri(local))));
        var platform = new Uri("https://platform.adobe.io/");
        Assert.False(bypass.IsBypassed(platform));
        Assert.Equal(new Uri("http://proxy.example:8080"), bypass.GetProxy(platform));
    }

    [Fact]
    public void Requests_go_by_it()
    {
        using SocketsHttpHandler transport = Transport.Create(TestOptions.For(new Uri("https://localhost")));
        Assert.True(transport.UseProxy);
        Assert.IsType<LoopbackBypass>(transport.Proxy);
    }
}

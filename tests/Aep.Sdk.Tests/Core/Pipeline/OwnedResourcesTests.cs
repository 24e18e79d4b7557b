using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Pipeline;

/// <summary>A client of another sandbox may live for a request of a web app only: what it has opened must end with it.</summary>
public sealed class OwnedResourcesTests
{
    [Fact]
    public void What_the_client_of_a_sandbox_has_opened_ends_with_it()
    {
        using AepPipeline first = New();
        Resource ofFirst = first.Own(new Resource()), ofOther;
        using (AepPipeline other = first.ForSandbox("other"))
            ofOther = other.Own(new Resource());

        Assert.Equal((1, 0), (ofOther.Ends, ofFirst.Ends));
    }

    [Fact]
    public void What_is_still_open_ends_once_with_the_client_that_began()
    {
        AepPipeline first = New(), other = first.ForSandbox("other");
        Resource ofOther = other.Own(new Resource());

        first.Dispose();
        other.Dispose();

        Assert.Equal(1, ofOther.Ends);
    }

    [Fact]
    public void A_client_that_has_ended_leaves_nothing_behind()
    {
        using AepPipeline first = New();
        WeakReference resource = Short(first);
        GC.Collect();

        Assert.False(resource.IsAlive);
    }

    // A method of its own, so that no local of the test holds the resource.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Short(AepPipeline first)
    {
        using AepPipeline other = first.ForSandbox("other");
        return new WeakReference(other.Own(new Resource()));
    }

    private static AepPipeline New() =>
        new(TestOptions.For(new Uri("http://localhost")), new FixedToken());

    private sealed class Resource : IDisposable
    {
        public int Ends { get; private set; }

        public void Dispose() => Ends++;
    }
}

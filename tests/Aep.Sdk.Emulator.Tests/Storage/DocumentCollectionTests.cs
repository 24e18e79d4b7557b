using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Storage;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Storage;

public sealed class DocumentCollectionTests
{
    [Fact]
    public void Documents_keep_their_order_and_content_over_a_restart()
    {
        using var folder = new TemporaryFolder();
        DocumentCollection first = new DocumentStore(folder.Path)["things"];
        foreach (string id in new[] { "https://ns.adobe.com/b", "a", "c" })
            first.Save(id, new JsonObject { ["name"] = id });
        first.Save("a", new JsonObject { ["name"] = "changed" });
        first.Remove("c");

        DocumentCollection second = new DocumentStore(folder.Path)["things"];
        Assert.Equal(["https://ns.adobe.com/b", "changed"], second.All().Select(document => (string?)document["name"]));
        Assert.Null(second.Find("c"));
    }

    [Fact]
    public void Updates_of_many_threads_are_not_lost()
    {
        using var folder = new TemporaryFolder();
        DocumentCollection collection = new DocumentStore(folder.Path)["counters"];
        collection.Save("one", new JsonObject { ["count"] = 0 });
        Parallel.For(0, 200, _ => Assert.True(
            collection.TryUpdate("one", document => document["count"] = (int)document["count"]! + 1, out JsonObject? _)));
        Assert.Equal(200, (int)collection.Find("one")!["count"]!);
    }
}

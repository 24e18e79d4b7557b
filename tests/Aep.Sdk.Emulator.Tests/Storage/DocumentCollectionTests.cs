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

    [Fact]
    public void A_held_document_is_seen_and_written_only_when_it_changes_or_is_kept()
    {
        using var folder = new TemporaryFolder();
        DocumentCollection collection = new DocumentStore(folder.Path)["things"];
        foreach (string id in new[] { "changed", "kept", "held", "removed" })
            collection.Hold(id, new JsonObject { ["name"] = id });
        Assert.Equal(["changed", "kept", "held", "removed"], collection.All().Select(document => (string?)document["name"]));
        Assert.Empty(new DocumentStore(folder.Path)["things"].All());

        collection.TryUpdate("changed", document => document["name"] = "new", out _);
        collection.Keep("kept");
        collection.Remove("removed");
        collection.Keep("removed");

        Assert.Equal(["new", "kept"], new DocumentStore(folder.Path)["things"].All().Select(document => (string?)document["name"]));
    }

    [Fact]
    public void The_oldest_go_but_those_that_must_stay()
    {
        using var folder = new TemporaryFolder();
        DocumentCollection collection = new DocumentStore(folder.Path)["things"];
        for (int number = 0; number < 10; number++)
            collection.Save($"{number}", new JsonObject { ["number"] = number });
        collection.RemoveOldest(4, document => (int)document["number"]! != 1);
        Assert.Equal([1, 7, 8, 9], new DocumentStore(folder.Path)["things"].All().Select(document => (int)document["number"]!));
        collection.RemoveOldest(4, _ => true);
        Assert.Equal(4, collection.Count);
    }
}

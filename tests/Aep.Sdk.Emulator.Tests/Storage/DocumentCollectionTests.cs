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
    public void A_held_document_has_no_file_until_it_changes_and_outlives_the_process_all_the_same()
    {
        using var folder = new TemporaryFolder();
        DocumentCollection collection = new DocumentStore(folder.Path)["things"];
        foreach (string id in new[] { "changed", "held", "removed" })
            collection.Hold(id, new JsonObject { ["name"] = id });
        Assert.Empty(Files());
        Assert.Equal(["changed", "held", "removed"], Names(new DocumentStore(folder.Path)["things"]));

        collection.TryUpdate("changed", document => document["name"] = "new", out _);
        collection.Remove("removed");
        Assert.Single(Files());
        File.AppendAllText(Log(), """{"id":"torn","order":9,"docu""");
        DocumentCollection found = new DocumentStore(folder.Path)["things"];
        Assert.Equal(["new", "held"], Names(found));

        found.Hold("later", new JsonObject { ["name"] = "later" });
        Assert.Equal(["new", "held", "later"], Names(new DocumentStore(folder.Path)["things"]));
        found.TryUpdate("held", _ => { }, out _);
        found.TryUpdate("later", _ => { }, out _);
        Assert.Equal((3, 0L), (Files().Length, new FileInfo(Log()).Length));
        Assert.Equal(["new", "held", "later"], Names(new DocumentStore(folder.Path)["things"]));

        string[] Files() => Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories);
        string Log() => Directory.GetFiles(folder.Path, "held.log", SearchOption.AllDirectories)[0];
        static IEnumerable<string?> Names(DocumentCollection things) => things.All().Select(document => (string?)document["name"]);
    }

    [Fact]
    public void A_held_document_whose_file_was_written_before_the_process_ended_is_that_of_the_file()
    {
        using var folder = new TemporaryFolder();
        DocumentCollection collection = new DocumentStore(folder.Path)["things"];
        collection.Hold("one", new JsonObject { ["state"] = "begun" });
        string log = Directory.GetFiles(folder.Path, "held.log", SearchOption.AllDirectories)[0], line = File.ReadAllText(log);
        collection.TryUpdate("one", document => document["state"] = "ended", out _);
        File.WriteAllText(log, line);

        Assert.Equal("ended", (string?)new DocumentStore(folder.Path)["things"].Find("one")!["state"]);
        Assert.Equal(0, new FileInfo(log).Length);
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

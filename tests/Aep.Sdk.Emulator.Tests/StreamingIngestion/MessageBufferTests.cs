using System.Text.Json;
using Aep.Sdk.Emulator.StreamingIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.StreamingIngestion;

/// <summary>Messages that wait are handed on once, also when a flush begins before the one before it has ended.</summary>
public sealed class MessageBufferTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_flush_leaves_alone_what_the_one_before_it_is_handing_on()
    {
        var buffer = new MessageBuffer(_folder.Path);
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        Assert.True(await buffer.AppendAsync([Message("a"), Message("b")], default));
        Assert.False(await buffer.AppendAsync([Message("c")], default));
        List<string> handedOn = [];
        Task first = buffer.FlushAsync(
            async (accepted, _) =>
            {
                begun.SetResult();
                await goOn.Task;
                handedOn.AddRange(TakeAway(accepted));
            }, default);
        await begun.Task;
        Assert.True(await buffer.AppendAsync([Message("d")], default));
        Task second = buffer.FlushAsync(
            (accepted, _) =>
            {
                handedOn.AddRange(TakeAway(accepted));
                return Task.CompletedTask;
            }, default);
        Assert.False(second.IsCompleted);
        goOn.SetResult();
        await first;
        await second;
        Assert.Equal(["\"a\"", "\"b\"", "\"c\"", "\"d\""], handedOn);
    }

    private static IEnumerable<string> TakeAway(IReadOnlyList<string> files)
    {
        string[] lines = [.. files.SelectMany(File.ReadAllLines)];
        foreach (string file in files)
            File.Delete(file);
        return lines;
    }

    private static CheckedMessage Message(string text) =>
        new(new StreamMessage(text, "dataset", null!, JsonSerializer.SerializeToElement(text)), []);
}

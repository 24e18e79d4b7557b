using System.Diagnostics;
using System.Globalization;

namespace Propensity.Workflow;

/// <summary>Plain lines, for logs and pipes.</summary>
public sealed class PlainConsole(TextWriter writer) : StepConsole
{
    private readonly TextWriter _writer = TextWriter.Synchronized(writer);

    public override void Say(string line) => _writer.WriteLine(line);

    public override async Task<T> TrackAsync<T>(string title, Func<StepProgress, Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        T result = await work(new StepProgress(_ => { }, _ => { }));
        Say(string.Create(CultureInfo.InvariantCulture, $"  {title} ({watch.Elapsed.TotalSeconds:0.0} s)"));
        return result;
    }
}

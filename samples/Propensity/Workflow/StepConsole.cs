using Spectre.Console;

namespace Propensity.Workflow;

/// <summary>Tells what happens: with progress bars on a terminal, in plain lines elsewhere. It never asks.</summary>
public abstract class StepConsole
{
    /// <summary>The console of this process.</summary>
    public static StepConsole ForProcess() =>
        AnsiConsole.Profile.Capabilities is { Ansi: true, Interactive: true } && !Console.IsOutputRedirected
            ? new BarConsole(AnsiConsole.Console)
            : new PlainConsole(Console.Out);

    /// <summary>The heading of a step.</summary>
    public void Head(string title)
    {
        Say("");
        Say(title);
    }

    /// <summary>A question whose answer comes next.</summary>
    public void Ask(string question)
    {
        Say("");
        Say($"  {question}");
    }

    public abstract void Say(string line);

    /// <summary>Records as a table, a column a property.</summary>
    public void Table<T>(IEnumerable<T> rows)
    {
        foreach (string line in ConsoleTable.Lines(rows))
            Say($"    {line}");
    }

    /// <summary>Runs something that takes a while.</summary>
    public abstract Task<T> TrackAsync<T>(string title, Func<StepProgress, Task<T>> work);
}
